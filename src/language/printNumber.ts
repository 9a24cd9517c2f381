import type Big from "big.js";
import type { Language } from "../model/language.ts";

/** The minus sign of printed numbers, U+2212: as wide as a plus, and never a line break as after a hyphen. */
export const MINUS = "\u2212";

/** How digits are set: how many decimals at least, and whether thousands are separated. */
export interface DigitOptions {
  /** Decimal places; a value that has more prints them all, so that nothing is ever rounded. Default 0. */
  readonly places?: number;
  /** Whether thousands are separated; default true. */
  readonly grouped?: boolean;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, places: number, grouped: boolean): Intl.NumberFormat {
  const key = `${language} ${places} ${grouped}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: grouped,
  });
  numberFormats.set(key, made);
  return made;
}

/** Decimal places that a value needs to be written exactly: 2 for 41.17, 0 for 1e6. */
export function neededPlaces(value: Big): number {
  return Math.max(0, value.c.length - value.e - 1);
}

/** A number in a language's own form, exact, with a true minus sign: `1,014.38`, `−3.51`. */
export function printNumber(value: Big, language: Language, options: DigitOptions = {}): string {
  const places = Math.max(options.places ?? 0, neededPlaces(value));
  const digits = value.abs().toFixed(places) as Intl.StringNumericLiteral;
  const printed = numberFormat(language, places, options.grouped ?? true).format(digits);
  return value.lt(0) ? MINUS + printed : printed;
}
