import { type Cell, readXlsx, type Sheet } from "hucre/xlsx";
import type { Baseline } from "../editable-table.ts";
import { columnName } from "../grid.ts";
import { MADE_FROM, PROPERTIES } from "../properties.ts";
import { LIMITS } from "./messages.ts";

/** What a cell holds. */
export type Content =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  /** A day, ISO 8601, and whether there is a time of day as well. */
  | { readonly kind: "date"; readonly day: string; readonly withTime: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "error"; readonly text: string };

/** One cell of a sheet. */
export interface ReadCell {
  readonly content: Content;
  /** Its number format; `General` where there is none. */
  readonly format: string;
  /** Where it stands: `patents_valid!D7`. */
  readonly path: string;
}

/** A rectangle of merged cells, rows and columns from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet as it came back. */
export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly ReadCell[])[];
  readonly merges: readonly Merge[];
}

/** A workbook as it came back. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Year of the report that it was made from; null when it does not say. */
  readonly year: number | null;
  /** The data that it was made from, by table; empty when it does not say. */
  readonly madeFrom: ReadonlyMap<string, Baseline>;
}

/** Reads a workbook that `refuseContainer` let pass; null when it is damaged after all. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook | null> {
  const workbook = await parsed(bytes);
  if (!workbook) return null;
  const { sheets, properties } = workbook;
  const year = Number(properties?.custom?.[PROPERTIES.year]);
  const read = sheets.map(readSheet);
  const isMemory = ({ name }: ReadSheet) => name === MADE_FROM;
  return {
    sheets: read.filter((sheet) => !isMemory(sheet)),
    year: Number.isInteger(year) && year > 0 ? year : null,
    madeFrom: madeFrom(read.find(isMemory)),
  };
}

/** Whatever the library throws at parts that no spreadsheet writes, its own errors or others: the file is what is wrong. */
async function parsed(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readXlsx>> | null> {
  const range = `A1:${columnName(LIMITS.columns - 1)}${LIMITS.rows}`;
  try {
    return await readXlsx(bytes, { readStyles: true, range });
  } catch {
    return null;
  }
}

function madeFrom(sheet: ReadSheet | undefined): Map<string, Baseline> {
  const tables = new Map<string, Map<string, Map<string, string>>>();
  for (const line of sheet?.rows ?? []) {
    const [table = "", row = "", column = "", text = ""] = line.map(({ content }) =>
      content.kind === "text" ? content.text : content.kind === "number" ? String(content.value) : "",
    );
    const rows = tables.get(table) ?? new Map<string, Map<string, string>>();
    tables.set(table, rows.set(row, (rows.get(row) ?? new Map()).set(column, text)));
  }
  return tables;
}

function readSheet({ name, rows, cells, merges = [], hidden, veryHidden }: Sheet): ReadSheet {
  return {
    name,
    hidden: (hidden ?? false) || (veryHidden ?? false),
    rows: rows.map((values, row) =>
      Array.from(values, (value, column) => {
        const cell = cells?.get(`${row},${column}`);
        return {
          content: contentOf(cell?.value ?? value ?? null, cell),
          format: cell?.style?.numFmt ?? "General",
          path: `${name}!${columnName(column)}${row + 1}`,
        };
      }),
    ),
    merges: merges.map(({ startRow, endRow, startCol, endCol }) => ({
      top: startRow,
      bottom: endRow,
      left: startCol,
      right: endCol,
    })),
  };
}

function contentOf(value: Cell["value"], cell: Cell | undefined): Content {
  if (cell?.formula !== undefined || cell?.type === "formula")
    return { kind: "formula", formula: cell.formula ?? "" };
  if (cell?.type === "error") return { kind: "error", text: String(value) };
  if (value === null) return { kind: "empty" };
  if (value instanceof Date) return dateContent(value);
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "boolean") return { kind: "boolean" };
  return value.trim() === "" ? { kind: "empty" } : { kind: "text", text: value.trim() };
}

function dateContent(value: Date): Content {
  if (Number.isNaN(value.getTime())) return { kind: "error", text: "a date that does not exist" };
  const [day = "", time = ""] = value.toISOString().split("T");
  return { kind: "date", day, withTime: !time.startsWith("00:00:00") };
}
