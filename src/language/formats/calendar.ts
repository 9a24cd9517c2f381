import Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import type { LanguageWords } from "../../model/words.ts";
import { dateParts, isCalendarDate } from "../calendar.ts";
import { fill } from "../patterns.ts";
import type { FormatContext, Formatter } from "./formatter.ts";

function unmetDate({ date }: Figure): string | null {
  return date === null || isCalendarDate(date) ? null : "a date of the calendar, such as 2021-12-31";
}

/** The year of a figure whose unit is a year or a date. */
function yearOf({ value, date }: Figure): Big | null {
  return date === null ? value : Big(date.slice(0, 4));
}

function unmetYear(figure: Figure): string | null {
  const value = yearOf(figure);
  const fits = value === null || (value.gte(1) && value.lte(9999) && value.round(0, 0).eq(value));
  return fits ? unmetDate(figure) : "a year from 1 to 9999";
}

function yearFormat(print: (year: string, words: LanguageWords) => string): Formatter {
  return {
    accepts: ["year", "date"],
    unmet: unmetYear,
    printed: yearOf,
    print: (figure, { words }) => {
      const value = yearOf(figure);
      return value && print(value.toFixed(0), words);
    },
  };
}

/** A year with the language's word: `2021`, `2021年`. */
export const year = yearFormat((digits, words) => fill(words.year, digits));

/** The digits of a year. */
export const yearNumber = yearFormat((digits) => digits);

function fillDate(pattern: string, iso: string, months: readonly string[] | undefined): string {
  const [yearNumber, monthNumber, dayNumber] = dateParts(iso) ?? [];
  const slots: Record<string, string> = {
    year: String(yearNumber),
    month: months?.[(monthNumber ?? 0) - 1] ?? String(monthNumber),
    day: String(dayNumber),
  };
  return pattern.replace(/\{\{(year|month|day)\}\}/g, (_, slot: string) => slots[slot] ?? "");
}

function dateFormat(states: (iso: string) => string, pattern: (words: LanguageWords) => string): Formatter {
  return {
    accepts: ["date"],
    unmet: unmetDate,
    printed: ({ date }) => date && states(date),
    print: ({ date: iso }: Figure, { words }: FormatContext) =>
      iso && fillDate(pattern(words), iso, words.months),
  };
}

/** A day: `December 31, 2021`. */
export const date = dateFormat(
  (iso) => iso,
  (words) => words.date,
);

/** A month of a year: `December 2021`; states `2021-12`. */
export const month = dateFormat(
  (iso) => iso.slice(0, "yyyy-mm".length),
  (words) => words.month,
);
