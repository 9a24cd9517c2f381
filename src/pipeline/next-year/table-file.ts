import { type Csv, readCsv } from "../../check/readers/csv.ts";
import type { TableInput } from "../../check/tables/table.ts";
import { csvLines } from "../../model/csv-lines.ts";
import type { SourceFile } from "../../model/source-file.ts";

/** What a table's new CSV is made from. */
export interface TableRequest {
  readonly file: SourceFile;
  readonly input: TableInput;
  /** The new year, where the table is a series that gets a row for it; else null. */
  readonly nextRow: number | null;
}

/** The same rows with empty cells; a series keeps its earlier years and gets an empty row for the new one. */
export function newTable({ file, input, nextRow }: TableRequest): string {
  const csv = readCsv(file, []);
  if (!csv) throw new Error(`${file.path} has passed its checks, but cannot be read.`);
  const names = csv.header.map(({ text }) => text);
  const rows = csv.rows.map((cells) => cells.map(({ text }) => text));
  const blank = (row: readonly string[]) =>
    row.map((text, column) => emptied(names[column] ?? "", text, input));
  const all =
    nextRow === null ? rows.map(blank) : [...rows, blank(newRow(csv, input.key.column, String(nextRow)))];
  return csvLines([names, ...all]);
}

function newRow({ header }: Csv, key: string, code: string): string[] {
  return header.map(({ text }) => (text === key ? code : ""));
}

/** What a cell becomes: the key and what repeats the dimension stay, a row's status says that its values are missing. */
function emptied(column: string, text: string, { key, attributes, row }: TableInput): string {
  if (column === key.column || Object.hasOwn(attributes, column)) return text;
  return column === row.status ? "missing" : "";
}
