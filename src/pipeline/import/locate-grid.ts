import type { Diagnostic } from "../../model/diagnostic.ts";
import { isAside } from "../../workbook/aside.ts";
import type { ReadCell, ReadSheet } from "../../workbook/read/read-workbook.ts";
import { type CellPlace, MESSAGES } from "./messages.ts";

/** What a sheet is looked through for. */
export interface GridWanted {
  readonly file: string;
  readonly sheet: ReadSheet;
  /** Code of the column with the rows' codes. */
  readonly key: string;
  /** Codes of the columns that are read. */
  readonly columns: readonly string[];
  /** Codes of the rows. */
  readonly rows: readonly string[];
}

/** A cell and where it stands. */
export interface LocatedCell {
  readonly cell: ReadCell;
  readonly place: CellPlace;
}

/** The cells of a sheet by row's and column's code; null for one whose row or column is not there. */
export type LocatedGrid = (row: string, column: string) => LocatedCell | null;

/** The row of codes stands near the top. */
const SEARCHED_ROWS = 40;
const EMPTY = { kind: "empty" } as const;

/** Finds rows and columns by their codes, wherever they have been moved to, and says what is wrong with them; null without any codes. */
export function locateGrid(wanted: GridWanted, diagnostics: Diagnostic[]): LocatedGrid | null {
  const { file, sheet, key } = wanted;
  const top = headerRow(wanted);
  if (top < 0) {
    diagnostics.push(MESSAGES.noHeader({ file, path: `${sheet.name}!A1` }, sheet.name, key));
    return null;
  }
  const columns = locateColumns(wanted, top, diagnostics);
  diagnostics.push(...mergeProblems(wanted, top));
  const rows = locateRows(wanted, { top, keyColumn: columns.get(key) ?? 0 }, diagnostics);
  return (row, column) => {
    const [down, right] = [rows.get(row), columns.get(column)];
    if (down === undefined || right === undefined) return null;
    const cell = cellAt(sheet, down, right);
    return { cell, place: { file, path: cell.path } };
  };
}

/** A sheet's cell, also where the file holds none. */
function cellAt({ name, rows }: ReadSheet, row: number, column: number): ReadCell {
  return (
    rows[row]?.[column] ?? { content: EMPTY, format: "General", path: `${name}!${letters(column)}${row + 1}` }
  );
}

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Codes are words; a spreadsheet may have made a year a number. */
function codeOf({ content }: ReadCell): string {
  if (content.kind === "text") return content.text;
  return content.kind === "number" ? String(content.value) : "";
}

function headerRow({ sheet, key, columns }: GridWanted): number {
  return sheet.rows.slice(0, SEARCHED_ROWS).findIndex((row) => {
    const codes = row.map(codeOf);
    return codes.includes(key) && columns.some((column) => codes.includes(column));
  });
}

function locateColumns(
  { file, sheet, key, columns }: GridWanted,
  top: number,
  diagnostics: Diagnostic[],
): Map<string, number> {
  const known = [key, ...columns];
  const found = new Map<string, number>();
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  for (let index = 0; index < width; index++) {
    const cell = cellAt(sheet, top, index);
    const code = codeOf(cell);
    const place = { file, path: cell.path };
    if (isAside(code)) continue;
    if (found.has(code)) diagnostics.push(MESSAGES.duplicateColumn(place, code));
    else if (known.includes(code)) found.set(code, index);
    else if (code !== "" || holdsSomething(sheet, top, index))
      diagnostics.push(MESSAGES.unknownColumn(place, code, known));
  }
  const missing = known.filter((code) => !found.has(code));
  const place = { file, path: cellAt(sheet, top, 0).path };
  diagnostics.push(...missing.map((code) => MESSAGES.missingColumn(place, code)));
  return found;
}

function holdsSomething({ rows }: ReadSheet, top: number, column: number): boolean {
  return rows.slice(top + 1).some((row) => (row[column]?.content ?? EMPTY).kind !== "empty");
}

function mergeProblems({ file, sheet }: GridWanted, top: number): Diagnostic[] {
  const within = sheet.merges.filter(({ bottom }) => bottom >= top);
  return within.map(({ top: row, left }) =>
    MESSAGES.mergedCells({ file, path: cellAt(sheet, row, left).path }),
  );
}

function locateRows(
  { file, sheet, rows: known }: GridWanted,
  { top, keyColumn }: { readonly top: number; readonly keyColumn: number },
  diagnostics: Diagnostic[],
): Map<string, number> {
  const found = new Map<string, number>();
  const codes = new Set(known);
  for (let index = top + 1; index < sheet.rows.length; index++) {
    const cell = cellAt(sheet, index, keyColumn);
    const code = codeOf(cell);
    const place = { file, path: cell.path };
    const first = found.get(code);
    if (first !== undefined)
      diagnostics.push(MESSAGES.duplicateRow(place, code, cellAt(sheet, first, keyColumn).path));
    else if (codes.has(code)) found.set(code, index);
    else if (code !== "") diagnostics.push(MESSAGES.unknownRow(place, code, known));
    else if (cell.content.kind !== "empty" || sheet.rows[index]?.some((one) => one.content.kind !== "empty"))
      diagnostics.push(MESSAGES.noCode(place));
  }
  const missing = known.filter((code) => !found.has(code));
  if (missing.length > 0)
    diagnostics.push(MESSAGES.missingRows({ file, path: cellAt(sheet, top, keyColumn).path }, missing));
  return found;
}
