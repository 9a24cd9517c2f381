import type { CellValue } from "hucre/xlsx";
import type { Figure } from "../model/figure.ts";
import { writtenValue } from "../model/released.ts";
import type { GridCell } from "./grid.ts";
import { type Look, numberFormat } from "./look.ts";

/** A spreadsheet keeps so many digits of a number. */
const DIGITS = 15;

/** A figure as a cell: a real number in a format that keeps its places; what has more digits than a spreadsheet keeps is text. */
export function figureCell(figure: Figure, look: Look, usual: number): GridCell {
  const { unit, status, places } = figure;
  const value = cellValue(figure);
  if (value === null) return { value, style: look.empty(status, numberFormat(unit, usual)) };
  return { value, style: look.value(typeof value === "string" ? "@" : numberFormat(unit, places)) };
}

function cellValue(figure: Figure): CellValue {
  if (figure.date !== null) return new Date(`${figure.date}T00:00:00Z`);
  const written = writtenValue(figure);
  if (written === null) return null;
  return tooLong(written) ? written : Number(written);
}

/** Whether a written number has more digits than a spreadsheet keeps. */
export function tooLong(written: string): boolean {
  return written.replace(/^-|\./g, "").replace(/^0+/, "").length > DIGITS;
}
