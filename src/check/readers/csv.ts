import { CsvError, type Info, parse } from "csv-parse/sync";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";

/** One cell: its text without white space around it, and where it stands. */
export interface CsvCell {
  readonly text: string;
  readonly place: Place;
}

/** A CSV file with a header row; every row has as many cells as the header. */
export interface Csv {
  readonly file: string;
  readonly header: readonly CsvCell[];
  readonly rows: readonly (readonly CsvCell[])[];
}

interface CsvRecord {
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/**
 * Reads comma-separated values (RFC 4180), with LF or CRLF line ends. Other separators and ragged rows are
 * errors that say what to do in the spreadsheet.
 */
export function readCsv(file: SourceFile, diagnostics: Diagnostic[]): Csv | null {
  const records = parseRecords(file, diagnostics);
  if (!records) return null;
  const [header, ...rows] = records.map((record) => toCells(file, record));
  if (!header) {
    diagnostics.push(error({ code: "empty-csv", message: "the table is empty", place: { file: file.path } }));
    return null;
  }
  const problems = [
    ...separatorProblems(header),
    ...rows.flatMap((row) => raggedProblems(row, header.length)),
  ];
  diagnostics.push(...problems);
  return problems.length > 0 ? null : { file: file.path, header, rows };
}

function parseRecords(file: SourceFile, diagnostics: Diagnostic[]): CsvRecord[] | null {
  try {
    return parse(file.text, {
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    diagnostics.push(
      error({
        code: "broken-csv",
        message: `not valid CSV: ${cause.message}`,
        place: { file: file.path, line: Number(cause.lines ?? 1) },
        hints: ["look for a quotation mark that is not closed"],
      }),
    );
    return null;
  }
}

function toCells(file: SourceFile, { record, raw, info }: CsvRecord): CsvCell[] {
  const starts = cellStarts(raw);
  const firstLine = info.lines - (raw.trimEnd().match(/\n/g)?.length ?? 0);
  return record.map((text, index) => ({
    text: text.trim(),
    place: { file: file.path, line: firstLine, column: (starts[index] ?? 0) + 1 },
  }));
}

/** Offsets at which the cells of a raw record begin. */
function cellStarts(raw: string): number[] {
  const starts = [0];
  let quoted = false;
  for (const [index, letter] of [...raw].entries()) {
    if (letter === '"') quoted = !quoted;
    else if (letter === "," && !quoted) starts.push(index + 1);
  }
  return starts;
}

function separatorProblems(header: readonly CsvCell[]): Diagnostic[] {
  const [only] = header;
  if (header.length > 1 || !only || !/[;\t]/.test(only.text)) return [];
  const found = only.text.includes(";") ? "semicolons" : "tabs";
  return [
    error({
      code: "wrong-separator",
      message: `cells are separated by ${found}; commas are needed`,
      place: only.place,
      hints: ["export as “CSV UTF-8 (comma delimited)”"],
    }),
  ];
}

function raggedProblems(row: readonly CsvCell[], width: number): Diagnostic[] {
  const [first] = row;
  if (row.length === width || !first) return [];
  const more = row.length > width;
  return [
    error({
      code: "ragged-row",
      message: `the row “${first.text}” has ${row.length} cells; the header has ${width}`,
      place: first.place,
      hints: [
        more
          ? "remove thousands separators (88,932 → 88932), or put cells with commas into quotation marks"
          : "add the missing cells; leave them empty where there is no value",
      ],
    }),
  ];
}
