import Big from "big.js";
import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";
import { type DateReader, dateReader } from "./dates.ts";
import { toHalfWidth } from "./halfWidth.ts";
import { type Direction, directionHint, kindHint, type NumberKind } from "./hints.ts";
import { magnitudeAt, scanNumber } from "./scanNumber.ts";
import { type SpelledNumbers, spelledNumbers } from "./spelled.ts";

/** Where something stands in a text: UTF-16 places, the end exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A number in a text. Its span is the sign, digits and magnitude words (286億4,500万) or the number word; the percent sign,
 * currency, unit, ordinal mark and words of direction are outside.
 */
export interface ParsedAmount extends Span {
  readonly kind: NumberKind;
  /** As written: a word of direction does not change its sign, only U+2212 does. */
  readonly value: Big;
  readonly direction: Direction | null;
  /** Written in words (six, 六, 여섯), which also occur without a figure behind them: "one of them", 一个. */
  readonly spelled: boolean;
}

/** A date in a text, spanned whole: `2021-12-31`, `2021-12`, or without a year `--12-31`, `--12`. */
export interface ParsedDate extends Span {
  readonly kind: "date";
  readonly date: string;
}

/** A number or a date found in a text. */
export type ParsedNumber = ParsedAmount | ParsedDate;

interface Grammar {
  readonly language: Language;
  readonly words: LanguageWords;
  readonly candidate: RegExp;
  readonly readDate: DateReader;
  readonly spelled: SpelledNumbers;
}

/** A minus, or a digit, that can begin a number; in English not after a letter (PM2.5), nowhere after letter and hyphen. */
function digitCandidate(language: Language): string {
  const name = language === "en" ? "[A-Za-z]-?" : "[A-Za-z]-";
  return `(?<!${name}(?:\\d[\\d.,]*)?)(?<!\\d\\.)(?:(?<![\\d%])\\u2212(?=\\d)|\\d)`;
}

// The texts of a report are read one by one, several times each.
const grammars = new WeakMap<LanguageWords, Grammar>();

function grammarOf(language: Language, words: LanguageWords): Grammar {
  const known = grammars.get(words);
  if (known?.language === language) return known;
  const grammar = createGrammar(language, words);
  grammars.set(words, grammar);
  return grammar;
}

function createGrammar(language: Language, words: LanguageWords): Grammar {
  const spelled = spelledNumbers(language, words);
  const months = words.months ? [`\\b(?:${words.months.join("|")})\\b`] : [];
  const candidate = [digitCandidate(language), ...months, spelled.candidate].join("|");
  return {
    language,
    words,
    candidate: new RegExp(candidate, "gi"),
    readDate: dateReader(language, words),
    spelled,
  };
}

/** How far words of kind and direction may stand from their number: longer than any pattern. */
const REACH = 40;

const FOUR_DIGIT_YEAR = { first: 1900, last: 2099 };

function isYear(value: Big, bare: boolean, kind: NumberKind, width: number): boolean {
  if (!bare || width !== 4) return false;
  const { first, last } = FOUR_DIGIT_YEAR;
  return kind === "year" || (kind === "number" && value.gte(first) && value.lte(last));
}

interface Found extends Span {
  readonly value: Big;
  readonly bare: boolean;
  readonly spelled: boolean;
  readonly ordinal: boolean;
}

function described(text: string, found: Found, { words, language }: Grammar): ParsedAmount {
  const { start, end, value, spelled } = found;
  const sides = {
    before: text.slice(Math.max(0, start - REACH), start),
    after: text.slice(end, end + REACH),
  };
  const hint = kindHint(sides, words, language);
  const kind = isYear(value, found.bare, hint.kind, end - start)
    ? "year"
    : hint.kind === "year" && !spelledYear(found)
      ? "number"
      : hint.kind;
  return {
    kind: found.ordinal ? "ordinal" : kind,
    start,
    end,
    value,
    direction: directionHint(hint, words),
    spelled,
  };
}

/** 二〇二一年 is a year; 六年 and 6年 are six years. */
function spelledYear({ spelled, value }: Found): boolean {
  return spelled && value.gte(1000);
}

function digitsFound(text: string, at: number, { language }: Grammar): Found | null {
  const number = scanNumber(text, at, language);
  return number && { start: at, ...number, spelled: false, ordinal: false };
}

function wordsFound(text: string, at: number, { language, spelled }: Grammar): Found | null {
  const number = spelled.read(text, at);
  if (number === null) return null;
  const magnitude = language === "en" && !number.ordinal ? magnitudeAt(text, number.end, language) : null;
  return {
    start: at,
    end: number.end + (magnitude?.word.length ?? 0),
    value: Big(number.value).times(`1e${magnitude?.power ?? 0}`),
    bare: false,
    spelled: true,
    ordinal: number.ordinal,
  };
}

function parsedAt(text: string, at: number, grammar: Grammar): ParsedNumber | null {
  const date = grammar.readDate(text, at);
  if (date) return { kind: "date", start: at, ...date };
  const found = digitsFound(text, at, grammar) ?? wordsFound(text, at, grammar);
  return found && described(text, found, grammar);
}

/**
 * Every number and date in a text, in order. The text must have its line breaks inside numbers mended; names that hold digits
 * are for the caller to leave out.
 *
 * What is ambiguous is decided so:
 * - Four digits without a separator are a year from 1900 to 2099; counts print with separators. Before 年 and 년 any four digits are
 *   a year, fewer are a span of years.
 * - A comma groups only before exactly three digits: `2020,300` is two numbers, `80, 90` too. A full-width comma groups only
 *   between full-width digits.
 * - U+2212 is a minus unless it follows a digit or `%`; a hyphen or dash never is (2021-2023).
 * - Digits after a letter and a hyphen, in English also right after a letter, belong to a name (COVID-19, PM2.5); GDP10億元 is a
 *   number in Japanese.
 * - A magnitude word without digits is no number (每万人, 万亿级); in English "per 10,000 people" is one.
 * - Number words: see `spelled.ts`. "second" is always a place, "one" always an amount.
 * - May and March alone are verbs unless a preposition stands before them.
 */
export function parseFigures(text: string, language: Language, words: LanguageWords): ParsedNumber[] {
  const grammar = grammarOf(language, words);
  const plain = toHalfWidth(text);
  const { candidate } = grammar;
  const parsed: ParsedNumber[] = [];
  candidate.lastIndex = 0;
  for (let next = candidate.exec(plain); next; next = candidate.exec(plain)) {
    const number = parsedAt(plain, next.index, grammar);
    if (number) parsed.push(number);
    candidate.lastIndex = number ? number.end : next.index + next[0].length;
  }
  return parsed;
}
