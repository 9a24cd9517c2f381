import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";
import { isCalendarDate } from "../calendar.ts";

/**
 * A date found in a text, in ISO 8601 and, where the year is missing, as in XML Schema: `2021-12-31`, `2021-12`, `--12-31`,
 * `--12`.
 */
export interface FoundDate {
  readonly end: number;
  readonly date: string;
}

/** Reads a date that begins at a place; null when none does. */
export type DateReader = (text: string, at: number) => FoundDate | null;

const two = (digits: string | number) => String(digits).padStart(2, "0");

interface DateParts {
  readonly year?: string | undefined;
  readonly month: string | number;
  readonly day?: string | undefined;
}

/** ISO form of a date's parts; null when the calendar has no such day. */
export function isoDate({ year, month, day }: DateParts): string | null {
  // 2000 is a leap year, so that February 29 without a year is a day.
  const probe = `${(year ?? "2000").padStart(4, "0")}-${two(month)}-${two(day ?? 1)}`;
  if (!isCalendarDate(probe)) return null;
  const head = year === undefined ? "-" : year.padStart(4, "0");
  return day === undefined ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

type Groups = Record<string, string | undefined>;

function reader(pattern: RegExp, partsOf: (groups: Groups) => DateParts | null): DateReader {
  return (text, at) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const parts = found && partsOf(found.groups ?? {});
    const date = parts && isoDate(parts);
    return found && date ? { end: at + found[0].length, date } : null;
  };
}

/** 2021年12月31日, 12月31日, 2021年12月, 10月; 10か月, 10个月 and 10개월 are spans of time and have another word between. */
function numberedReader(year: string, month: string, day: string): DateReader {
  const pattern = `(?:(?<year>\\d{4})${year} ?)?(?<month>\\d{1,2})${month}(?: ?(?<day>\\d{1,2})${day})?`;
  return reader(new RegExp(pattern, "y"), ({ year: y, month: m, day: d }) =>
    m === undefined ? null : { year: y, month: m, day: d },
  );
}

/** May and March are months only beside a day or year, or after one of these. */
const BEFORE_MONTH = /\b(?:in|of|by|since|until|from|to|through|early|mid|late)[ -]$/i;
const ALSO_VERBS = ["March", "May"];

/** December 31, 2021; December 31; December 2021; 31 December 2021; December. */
function namedReader(months: readonly string[]): DateReader {
  const name = `(?<name>${months.join("|")})\\b`;
  const year = "(?<year>\\d{4})(?![\\d,]*\\d)";
  const day = "(?<day>\\d{1,2})(?![\\d,.]*\\d)";
  const partsOf = ({ year: y, name: n, day: d }: Groups): DateParts => ({
    year: y,
    month: months.indexOf(n ?? "") + 1,
    day: d,
  });
  const whole = [`${name} ${day}, ${year}`, `${day} ${name} ${year}`, `${name},? ${year}`, `${name} ${day}`]
    .map((pattern) => new RegExp(pattern, "y"))
    .map((pattern) => reader(pattern, partsOf));
  const alone = reader(new RegExp(name, "y"), partsOf);
  return (text, at) => {
    for (const read of whole) {
      const found = read(text, at);
      if (found) return found;
    }
    const verb = ALSO_VERBS.some((month) => text.startsWith(month, at));
    return verb && !BEFORE_MONTH.test(text.slice(Math.max(0, at - 10), at)) ? null : alone(text, at);
  };
}

/** How dates are read in a language. */
export function dateReader(language: Language, words: LanguageWords): DateReader {
  if (words.months) return namedReader(words.months);
  return language === "ko" ? numberedReader("년", "월", "일") : numberedReader("年", "月", "日");
}
