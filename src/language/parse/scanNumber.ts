import Big from "big.js";
import type { Language } from "../../model/language.ts";
import { MAGNITUDES, type Magnitude } from "../magnitudes.ts";
import { MINUS } from "../printNumber.ts";

/** A number in digits, found at a place of a text. */
export interface ScannedNumber {
  readonly end: number;
  readonly value: Big;
  /** Digits only, without thousands separators, decimals or magnitude words: it may be a year. */
  readonly bare: boolean;
}

interface Part {
  readonly end: number;
  readonly value: Big;
  readonly whole: boolean;
}

/** Grouped digits come first; a comma that does not group ends the number: `2020,300` is 2020 and 300. */
const DIGITS = /\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;

function digitsAt(text: string, at: number): Part | null {
  DIGITS.lastIndex = at;
  const [digits] = DIGITS.exec(text) ?? [];
  if (digits === undefined) return null;
  return {
    end: at + digits.length,
    value: Big(digits.replaceAll(",", "")),
    whole: !digits.includes("."),
  };
}

/** Ten, hundred, thousand after digits: 6千, 5백. In Chinese 千 before 克, 米, 瓦 begins a unit: 30千米 is 30 km. */
const SMALL_UNITS: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map(),
  "zh-CN": new Map([
    ["千", 3],
    ["百", 2],
    ["十", 1],
  ]),
  ja: new Map([
    ["千", 3],
    ["百", 2],
    ["十", 1],
  ]),
  ko: new Map([
    ["천", 3],
    ["백", 2],
    ["십", 1],
  ]),
};
const METRIC_UNIT = /千[克米瓦]/y;

const ZERO = Big(0);

/** What stands before a magnitude word: `4,500`, `6千`, `3천5백`. */
function sectionAt(text: string, at: number, language: Language): Part | null {
  let total = ZERO;
  let end = at;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const digits = digitsAt(text, end);
    if (digits === null || digits.value.gte(`1e${Math.min(limit, 99)}`)) break;
    const power = SMALL_UNITS[language].get(text.charAt(digits.end));
    METRIC_UNIT.lastIndex = digits.end;
    if (power === undefined || power >= limit || METRIC_UNIT.test(text))
      return {
        end: digits.end,
        value: total === ZERO ? digits.value : total.plus(digits.value),
        whole: digits.whole,
      };
    total = total.plus(digits.value.times(`1e${power}`));
    end = digits.end + 1;
    limit = power;
  }
  return end === at ? null : { end, value: total, whole: true };
}

const LONGEST_FIRST = (a: Magnitude, b: Magnitude) => b.word.length - a.word.length;
const READ_MAGNITUDES = {
  en: [...MAGNITUDES.en.printed, ...MAGNITUDES.en.alsoRead],
  "zh-CN": [...MAGNITUDES["zh-CN"].printed, ...MAGNITUDES["zh-CN"].alsoRead].sort(LONGEST_FIRST),
  ja: MAGNITUDES.ja.printed,
  ko: MAGNITUDES.ko.printed,
} satisfies Record<Language, readonly Magnitude[]>;

/** The magnitude word at a place; in English it ends with its word (`millions` is none). */
export function magnitudeAt(text: string, at: number, language: Language): Magnitude | null {
  const found = READ_MAGNITUDES[language].find(({ word }) => text.startsWith(word, at));
  if (!found || (language === "en" && /[a-z]/i.test(text.charAt(at + found.word.length)))) return null;
  return found;
}

/**
 * Ambiguous: what follows 만 may be its rest (58만 2,891건) or another number (3만 2021년). A number without a magnitude word
 * that has a date, percent or place of its own is not joined to the one before.
 */
const OWN_NUMBER = /(?:[年月日位년월일차]|위(?!안)|번째| ?%)/y;

function joinedAt(text: string, at: number, language: Language): number {
  const spaced = language === "ko" && text.charAt(at) === " ";
  return spaced ? at + 1 : at;
}

interface Rest {
  readonly at: number;
  /** The magnitude word before: what follows must be smaller. */
  readonly below: number;
  readonly language: Language;
}

/** What follows a magnitude word as its rest: 4,500万 after 286億; null when nothing does. */
function restAt(text: string, { at, below, language }: Rest): (Part & { readonly power: number }) | null {
  const part = sectionAt(text, joinedAt(text, at, language), language);
  if (!part?.whole || part.value.gte(`1e${below}`)) return null;
  const magnitude = magnitudeAt(text, part.end, language);
  OWN_NUMBER.lastIndex = part.end;
  if (magnitude ? magnitude.power >= below : OWN_NUMBER.test(text)) return null;
  return scaledPart(part, magnitude);
}

function scaledPart(part: Part, magnitude: Magnitude | null): Part & { readonly power: number } {
  if (magnitude === null) return { ...part, power: 0 };
  const { power, word } = magnitude;
  return { ...part, end: part.end + word.length, value: part.value.times(`1e${power}`), power };
}

/** Parts with falling magnitude words: 286億4,500万; decimals may stand in the only part: 58.2891万. */
function mixedAt(text: string, at: number, language: Language): { end: number; value: Big } | null {
  const first = sectionAt(text, at, language);
  if (first === null) return null;
  let part = scaledPart(first, magnitudeAt(text, first.end, language));
  let value = part.value;
  while (language !== "en" && part.whole && part.power > 0) {
    const rest = restAt(text, { at: part.end, below: part.power, language });
    if (rest === null) break;
    value = value.plus(rest.value);
    part = rest;
  }
  return { end: part.end, value };
}

/** The longest number in digits that begins exactly at a place of a half-width text; null when none does. */
export function scanNumber(text: string, at: number, language: Language): ScannedNumber | null {
  const negative = text.charAt(at) === MINUS;
  const start = negative ? at + 1 : at;
  const found = mixedAt(text, start, language);
  if (found === null) return null;
  return {
    end: found.end,
    value: negative ? found.value.neg() : found.value,
    bare: /^\d+$/.test(text.slice(at, found.end)),
  };
}

/** A text that is one number in digits and nothing else; null when it is not. */
export function readNumber(text: string, language: Language): Big | null {
  const found = scanNumber(text, 0, language);
  return found?.end === text.length ? found.value : null;
}
