import { CsvError, type Info, parse } from "csv-parse/sync";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";
import { excerpt } from "./excerpt.ts";
import { forbiddenCharacter, forbiddenIn } from "./forbidden.ts";
import { isReadable } from "./readable.ts";

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
 * Reads comma-separated values (RFC 4180) as spreadsheets save them: LF or CRLF line ends, blank rows at the end.
 * Other separators and ragged rows are errors that say what to do in the spreadsheet.
 */
export function readCsv(file: SourceFile, diagnostics: Diagnostic[]): Csv | null {
  if (!isReadable(file, diagnostics)) return null;
  const separator = wrongSeparator(file);
  if (separator) {
    diagnostics.push(separator);
    return null;
  }
  const records = parseRecords(file, diagnostics);
  if (!records) return null;
  const [header = [], ...rows] = records.map((record) => toCells(file, record));
  const problems = [
    ...header.flatMap(unnamedColumn),
    ...[header, ...rows].flat().flatMap(forbiddenCharacters),
    ...rows.flatMap((row) => raggedProblems(row, header.length)),
  ];
  diagnostics.push(...problems);
  return problems.length > 0 ? null : { file: file.path, header, rows };
}

function wrongSeparator({ path, text }: SourceFile): Diagnostic | null {
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  const names = header.replace(/"[^"]*"/g, "");
  if (names.includes(",") || !/[;\t]/.test(names)) return null;
  return error({
    code: "wrong-separator",
    message: `cells are separated by ${names.includes(";") ? "semicolons" : "tabs"}; commas are needed`,
    place: { file: path, line: 1, column: header.search(/[;\t]/) + 1 },
    hints: ["export as “CSV UTF-8 (comma delimited)”, with a decimal point in the numbers"],
  });
}

function parseRecords({ path, text }: SourceFile, diagnostics: Diagnostic[]): CsvRecord[] | null {
  try {
    // The parser counts CRLF inside quotation marks as two lines.
    return parse(withoutDirective(text.replace(/\r\n?/g, "\n")), {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      raw: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const open = cause.code === "CSV_QUOTE_NOT_CLOSED";
    diagnostics.push(
      error({
        code: "broken-csv",
        message: `not valid CSV: a quotation mark ${open ? "is opened and never closed" : "stands inside a cell"}`,
        place: { file: path, line: open ? lineOfOpenQuote(text) : Number(cause.lines ?? 1) },
        hints: ['put the whole cell into quotation marks, and double those inside: "the ""Plan"""'],
      }),
    );
    return null;
  }
}

/** Excel’s word for itself, `sep=,` in a line of its own before the header, says nothing that the file does not. */
function withoutDirective(text: string): string {
  return text.replace(/^"?sep=,"?\n/i, "\n");
}

/** The parser tells the line where the text ends. */
function lineOfOpenQuote(text: string): number {
  const marks = [...text.matchAll(/"/g)];
  return lineBreaks(text.slice(0, marks.at(-1)?.index ?? 0)) + 1;
}

function toCells({ path }: SourceFile, { record, raw, info }: CsvRecord): CsvCell[] {
  const own = raw.replace(/^\n+|\n+$/g, "");
  const firstLine = info.lines - lineBreaks(own);
  const starts = cellStarts(own);
  let [line, lineStart, passed] = [firstLine, 0, 0];
  return record.map((text, index) => {
    const start = starts[index] ?? 0;
    for (; passed < start; passed++) if (own[passed] === "\n") [line, lineStart] = [line + 1, passed + 1];
    return { text: text.trim(), place: { file: path, line, column: start - lineStart + 1 } };
  });
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

/** Offsets at which the cells of a raw record begin. */
function cellStarts(raw: string): number[] {
  const starts = [0];
  if (!raw.includes('"')) {
    for (let at = raw.indexOf(","); at >= 0; at = raw.indexOf(",", at + 1)) starts.push(at + 1);
    return starts;
  }
  let quoted = false;
  for (let index = 0; index < raw.length; index++) {
    if (raw[index] === '"') quoted = !quoted;
    else if (raw[index] === "," && !quoted) starts.push(index + 1);
  }
  return starts;
}

function forbiddenCharacters({ text, place }: CsvCell): Diagnostic[] {
  const found = forbiddenIn(text);
  return found ? [forbiddenCharacter(found.code, place)] : [];
}

function unnamedColumn({ text, place }: CsvCell, index: number): Diagnostic[] {
  if (text !== "") return [];
  return [
    error({
      code: "unnamed-column",
      message: `column ${index + 1} has no name`,
      place,
      hints: ["name it, or delete the column in the spreadsheet"],
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
      message: `the row “${excerpt(first.text)}” has ${row.length} cells; the header has ${width}`,
      place: first.place,
      hints: more
        ? [
            "a comma inside a number splits it: write 88932, not 88,932, and 12.5, not 12,5",
            "put a text with commas into quotation marks",
          ]
        : ["add the missing cells; leave them empty where there is no value"],
    }),
  ];
}
