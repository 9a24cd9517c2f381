import Big from "big.js";
import { z } from "zod";

/** A decimal number as it was written, with its places kept: `28.40` has two. */
export interface WrittenNumber {
  readonly value: Big;
  readonly places: number;
}

/** The form of a number in data: digits, at most one decimal point, a minus sign for a decrease. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Reads a number as written; null when it is not one. */
export function readNumber(text: string): WrittenNumber | null {
  const plain = text.replace(/^\u2212/, "-");
  if (plain.length > 40 || !NUMBER.test(plain)) return null;
  return { value: new Big(plain), places: plain.split(".")[1]?.length ?? 0 };
}

/** What a person most likely did, for a text that should have been a number. */
export function numberHints(text: string): string[] {
  if (/^[-\u2212]?\d{1,3}(?:[, \u00a0\u2009\u202f'’]\d{3})+(?:\.\d+)?$/.test(text))
    return [`remove the thousands separators: ${text.replace(/[, \u00a0\u2009\u202f'’]/g, "")}`];
  if (/^-?\d+,\d+$/.test(text)) return [`use a point for decimals: ${text.replace(",", ".")}`];
  if (/[%％]$/.test(text)) return ["leave out the percent sign; the unit says it"];
  if (/[０-９]/.test(text)) return ["use half-width digits"];
  if (/^0\d/.test(text)) return ["remove the leading zero"];
  return ["digits, at most one decimal point, a minus sign for a decrease"];
}

/** A whole number, written as such. */
export const wholeNumber = z
  .string({ error: "a whole number" })
  .regex(/^\d{1,15}$/, { error: "a whole number" })
  .transform(Number);

/** Decimal places to print with; quotients are exact to as many (`identities/arithmetic.ts`). */
export const decimalPlaces = z
  .string({ error: "a number of decimal places up to 20" })
  .regex(/^(?:1?\d|20)$/, { error: "a number of decimal places up to 20" })
  .transform(Number);

/**
 * A short name made of lower-case letters, digits, `_` and `-`. It begins with a letter: JavaScript puts keys that are numbers
 * before all others, and the order of columns would be lost.
 */
export const identifier = z.string().regex(/^[a-z][a-z0-9_-]*$/, {
  error: "a name of lower-case letters, digits, “_” and “-” that begins with a letter",
});

/** A calendar date, ISO 8601, that exists. */
export const isoDate = z.iso.date({ error: "a date such as 2021-12-31" });
