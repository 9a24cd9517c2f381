import { readCsv } from "../../check/readers/csv.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Report, Table } from "../../model/report.ts";
import { INDICATORS } from "../../open-data/indicators.ts";
import type { CellChange } from "./change.ts";
import { editCsv } from "./edit-csv.ts";
import { editIndicators, type IndicatorEdit } from "./edit-indicators.ts";
import { MESSAGES } from "./messages.ts";

/** A file of the report's data before and after. */
export interface EditedFile {
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/** What the files of an import are made from. */
export interface EditRequest {
  readonly report: Report;
  readonly changes: readonly CellChange[];
  /** A file's text as it stands on disk, with its byte order mark. */
  readonly textOf: (path: string) => string;
}

/** The files that the changes are written in, edited; diagnostics for what cannot be. */
export function editedFiles(request: EditRequest, diagnostics: Diagnostic[]): EditedFile[] {
  const byTable = Map.groupBy(request.changes, ({ table }) => table);
  return [...byTable].flatMap(([id, changes]) => {
    const table = request.report.tables.get(id);
    const file = table
      ? editedTable(table, changes, request)
      : id === INDICATORS
        ? editedIndicators(changes, request, diagnostics)
        : null;
    return file ? [file] : [];
  });
}

function editedTable(table: Table, changes: readonly CellChange[], { textOf }: EditRequest): EditedFile {
  const was = textOf(table.file);
  const csv = readCsv({ path: table.file, text: was.replace(/^\ufeff/, "") }, []);
  if (!csv) throw new Error(`${table.file} has passed its checks, but cannot be read.`);
  const names = csv.header.map(({ text }) => text);
  const key = names.indexOf(table.key);
  const lines = csv.rows.map((cells) => cells[key]?.place.line);
  const edits = changes.map(({ row, column, is }) => {
    const line = table.rows.find(({ code }) => code === row)?.place.line;
    return { row: lines.indexOf(line), column: names.indexOf(column), text: is };
  });
  return { path: table.file, was, is: editCsv(was, edits) };
}

function editedIndicators(
  changes: readonly CellChange[],
  { report, textOf }: EditRequest,
  diagnostics: Diagnostic[],
): EditedFile | null {
  const path = `data/${report.year}/indicators.yaml`;
  const was = textOf(path);
  const byId = Map.groupBy(changes, ({ row }) => row);
  const edits = [...byId].map(
    ([id, own]) =>
      ({ id, ...Object.fromEntries(own.map(({ column, is }) => [column, is])) }) as IndicatorEdit,
  );
  const edited = editIndicators(was, edits);
  if ("text" in edited) return { path, was, is: edited.text };
  diagnostics.push(
    ...edited.unwritable.map((id) => {
      const figure = report.figures.get(id);
      return MESSAGES.notEditable(figure?.place ?? { file: path }, id);
    }),
  );
  return null;
}
