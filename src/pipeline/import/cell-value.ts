import Big from "big.js";
import { isoDate, readNumber } from "../../check/schemas/scalars.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Unit } from "../../model/figure.ts";
import type { ReadCell } from "../../workbook/read/read-workbook.ts";
import { tooLong } from "../../workbook/values.ts";
import { type CellPlace, MESSAGES } from "./messages.ts";

/** What a cell for a figure is read against. */
export interface ValueRequest {
  readonly cell: ReadCell;
  readonly place: CellPlace;
  readonly unit: Unit;
  /** Decimal places that the column must have; null where any may. */
  readonly places: number | null;
  /** The value as it is written now; empty when there is none. */
  readonly was: string;
}

/** What a cell says: the text for the data, and what is to be said of it. With an error the text is the one that is there now. */
export interface ReadValue {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the cell of one figure. A number that is still the same keeps its writing, `28.40`. */
export function readValue(request: ValueRequest): ReadValue {
  const { was } = request;
  const read = request.unit.kind === "date" ? readDate(request) : readFigure(request);
  return hasErrors(read.diagnostics) ? { ...read, text: was } : read;
}

const said = (...diagnostics: Diagnostic[]): ReadValue => ({ text: "", diagnostics });
const value = (text: string, ...diagnostics: Diagnostic[]): ReadValue => ({ text, diagnostics });

function readDate({ cell: { content }, place, was }: ValueRequest): ReadValue {
  switch (content.kind) {
    case "empty":
      return value("");
    case "date":
      return content.withTime ? said(MESSAGES.notADate(place, "a time of day")) : value(content.day);
    case "text":
      return content.text === was || isoDate.safeParse(content.text).success
        ? value(content.text)
        : said(MESSAGES.notADate(place, `“${content.text}”`));
    case "formula":
      return said(MESSAGES.formula(place, content.formula));
    case "error":
      return said(MESSAGES.errorValue(place, content.text));
    case "number":
      return said(MESSAGES.notADate(place, String(content.value)));
    case "boolean":
      return said(MESSAGES.notADate(place, "true or false"));
  }
}

function readFigure(request: ValueRequest): ReadValue {
  const { cell, place, was } = request;
  const { content } = cell;
  switch (content.kind) {
    case "empty":
      return value("");
    case "number":
      return readNumeric(request, content.value);
    case "text":
      // What has more digits than a spreadsheet keeps is text in the workbook that was built.
      if (content.text === was && tooLong(was)) return value(was);
      return said(
        looksLikeNumber(content.text)
          ? MESSAGES.textNumber(place, content.text)
          : MESSAGES.notANumber(place, content.text),
      );
    case "date":
      return said(MESSAGES.dateForNumber(place, content.day));
    case "formula":
      return said(MESSAGES.formula(place, content.formula));
    case "error":
      return said(MESSAGES.errorValue(place, content.text));
    case "boolean":
      return said(MESSAGES.notANumber(place, "true or false"));
  }
}

/** Digits with separators, a sign, a percent sign, in full or half width, or a currency before them. */
function looksLikeNumber(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/^['’]|[\s,'’%]|^(?:RMB|CNY|[¥$€])/g, "");
  return readNumber(plain.replace(/^\+/, "")) !== null || /^-?\d*[.,]?\d+(?:e[+-]?\d+)?$/i.test(plain);
}

/** A spreadsheet keeps and shows so many digits. */
const DIGITS = 15;
const WHOLE: ReadonlySet<string> = new Set(["count", "rank", "year"]);

function readNumeric({ cell, place, unit, places, was }: ValueRequest, held: number): ReadValue {
  if (!Number.isFinite(held)) return said(MESSAGES.notANumber(place, String(held)));
  const taken = new Big(held.toPrecision(DIGITS));
  const noise = taken.toNumber() !== held;
  if (isPercent(cell.format)) return said(MESSAGES.percentFormat(place, taken, unit.kind === "percent"));
  const known = readNumber(was);
  if (known?.value.eq(taken)) return value(was);
  const own = decimalsOf(taken);
  if (WHOLE.has(unit.kind) && own > 0) return said(MESSAGES.notWhole(place, taken.toFixed(), unit.id));
  const shown = shownPlaces(cell.format);
  const most = places ?? shown;
  if (most !== null && own > most) return said(MESSAGES.tooManyPlaces(place, taken.toFixed(), most));
  const text = taken.toFixed(places ?? (WHOLE.has(unit.kind) ? 0 : Math.max(own, shown ?? 0)));
  return noise ? value(text, MESSAGES.binaryNoise(place, String(held), taken.toFixed())) : value(text);
}

function decimalsOf(number: Big): number {
  return number.toFixed().split(".")[1]?.length ?? 0;
}

/** A number format without what it prints literally: quoted text, escaped letters, colours, conditions and locales in brackets. */
function bare(format: string): string {
  const [positive = ""] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";");
  return positive;
}

function isPercent(format: string): boolean {
  return bare(format).includes("%");
}

/** The decimal places that a number format shows; null where it shows as many as there are. */
function shownPlaces(format: string): number | null {
  const plain = bare(format);
  if (!/^[#0,. ]*[#0][#0,. ]*$/.test(plain)) return null;
  return /\.([0#]*)/.exec(plain)?.[1]?.length ?? 0;
}
