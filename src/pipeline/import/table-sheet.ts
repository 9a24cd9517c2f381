import type { Diagnostic } from "../../model/diagnostic.ts";
import { baselineOf, type EditableTable } from "../../workbook/editable-table.ts";
import type { ReadSheet } from "../../workbook/read/read-workbook.ts";
import { readValue } from "./cell-value.ts";
import type { CellChange, SheetReading } from "./change.ts";
import { type LocatedGrid, locateGrid } from "./locate-grid.ts";
import { readWords } from "./read-words.ts";

/** A sheet and the table that it is of. */
export interface TableSheetRequest {
  readonly file: string;
  readonly sheet: ReadSheet;
  readonly editable: EditableTable;
  /** Ids of the report's sources. */
  readonly sources: readonly string[];
}

/** What a table's sheet changes. */
export function readTableSheet(request: TableSheetRequest): SheetReading {
  const { file, sheet, editable } = request;
  const { table, rowColumns } = editable;
  const diagnostics: Diagnostic[] = [];
  const columns = [...table.columns.map(({ id }) => id), ...rowColumns.map(({ name }) => name)];
  const grid = locateGrid(
    { file, sheet, key: table.key, columns, rows: table.rows.map(({ code }) => code) },
    diagnostics,
  );
  if (!grid) return { changes: [], diagnostics };
  const baseline = baselineOf(editable);
  const changes = table.rows.flatMap(({ code }) =>
    readRow({ ...request, grid, code, was: baseline.get(code) ?? new Map() }, diagnostics),
  );
  return { changes, diagnostics };
}

interface RowRequest extends TableSheetRequest {
  readonly grid: LocatedGrid;
  readonly code: string;
  /** The row's texts as they are now, by column. */
  readonly was: ReadonlyMap<string, string>;
}

function readRow(request: RowRequest, diagnostics: Diagnostic[]): CellChange[] {
  const { editable, code, was } = request;
  const { table, rowColumns } = editable;
  const is = new Map([...readValues(request, diagnostics), ...readRowWords(request, diagnostics)]);
  const status = rowColumns.find(({ role }) => role === "status")?.name;
  const values = table.columns.map(({ id }) => is.get(id) ?? "");
  if (status !== undefined)
    is.set(status, followingStatus(is.get(status) ?? "", { was: was.get(status) ?? "", values }));
  return [...is].flatMap(([column, text]) => {
    const before = was.get(column) ?? "";
    return text === before ? [] : [{ table: table.id, row: code, column, was: before, is: text }];
  });
}

function readValues(
  { editable: { table, places }, grid, code, was }: RowRequest,
  diagnostics: Diagnostic[],
): [string, string][] {
  return table.columns.map(({ id, unit }) => {
    const located = grid(code, id);
    const before = was.get(id) ?? "";
    if (!located) return [id, before];
    const read = readValue({ ...located, unit, places: places.get(id) ?? null, was: before });
    diagnostics.push(...read.diagnostics);
    return [id, read.text];
  });
}

function readRowWords(
  { editable: { rowColumns }, grid, code, was, sources }: RowRequest,
  diagnostics: Diagnostic[],
): [string, string][] {
  return rowColumns.map(({ name, role }) => {
    const located = grid(code, name);
    const before = was.get(name) ?? "";
    if (!located) return [name, before];
    const read = readWords({ ...located, role, was: before, sources });
    diagnostics.push(...read.diagnostics);
    return [name, read.text];
  });
}

/** What a status is judged by. */
export interface StatusSetting {
  /** The status in the data. */
  readonly was: string;
  /** The values that it is said of, as they are to be. */
  readonly values: readonly string[];
}

/**
 * A status follows the values: what has a value is not missing, and what has none is. Else every value that is filled in would need a
 * second edit.
 */
export function followingStatus(status: string, { was, values }: StatusSetting): string {
  const empty = values.every((text) => text === "");
  if (status === "missing" && !empty) return was === "missing" || was === "" ? "normal" : was;
  return empty && status !== "" ? "missing" : status;
}
