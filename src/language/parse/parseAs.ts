import Big from "big.js";
import type { Language } from "../../model/language.ts";
import type { DirectionWords, LanguageWords } from "../../model/words.ts";
import type { FormatName } from "../formats/format.ts";
import { unfill } from "../patterns.ts";
import { isoDate } from "./dates.ts";
import { toHalfWidth } from "./halfWidth.ts";
import { readNumber } from "./scanNumber.ts";
import { readHanzi } from "./spelled.ts";

interface Context {
  readonly language: Language;
  readonly words: LanguageWords;
}

type Read<Value> = (text: string, context: Context) => Value | null;

/** Chinese and Japanese have no spaces of their own: any is the typesetter's. */
function normalized(text: string, language: Language): string {
  const spaced = language === "en" || language === "ko";
  return toHalfWidth(text).replace(/\s+/g, spaced ? " " : "");
}

function within(pattern: string | undefined, text: string, { language }: Context): string | null {
  return pattern === undefined ? null : unfill(normalized(pattern, language), text);
}

const readPlain: Read<Big> = (text, { language }) => readNumber(text, language);

const readPercent: Read<Big> = (text, context) =>
  text.endsWith("%") ? readPlain(text.slice(0, -1), context) : null;

const readMoney: Read<Big> = (text, context) => {
  const amount = within(context.words.money, text, context);
  return amount === null ? null : readPlain(amount, context);
};

const readPoints: Read<Big> = (text, context) => {
  const { one, other } = context.words.points.unit;
  const amount = within(one, text, context) ?? within(other, text, context);
  return amount === null ? null : readPlain(amount, context);
};

function directed(pick: (words: LanguageWords) => DirectionWords, read: Read<Big>): Read<Big> {
  return (text, context) => {
    const { up, down, same } = pick(context.words);
    if (text === normalized(same, context.language)) return Big(0);
    const rise = within(up, text, context);
    const risen = rise === null ? null : read(rise, context);
    if (risen) return risen;
    const fall = within(down, text, context);
    return (fall === null ? null : read(fall, context))?.neg() ?? null;
  };
}

/** A word of a list that begins with one; at the beginning of an English sentence it has a capital. */
function indexed(list: readonly string[] | undefined, text: string): Big | null {
  const at = list?.indexOf(text.toLowerCase()) ?? -1;
  return at < 0 ? null : Big(at + 1);
}

const readOrdinal: Read<Big> = (text, context) => {
  const { one, two, few, other, numerals } = context.words.ordinal;
  for (const pattern of [one, two, few, other]) {
    const digits = within(pattern, text, context);
    const hanzi = digits !== null && numerals === "hanzi" ? readHanzi(digits) : null;
    const value = hanzi !== null ? Big(hanzi) : digits === null ? null : readPlain(digits, context);
    if (value) return value;
  }
  return null;
};

const readOrdinalWord: Read<Big> = (text, context) =>
  indexed(context.words.ordinalWords, text) ?? readOrdinal(text, context);

const readRank: Read<Big> = (text, context) => {
  if (context.words.rank === undefined) return readOrdinalWord(text, context);
  const digits = within(context.words.rank, text, context);
  return digits === null ? null : readPlain(digits, context);
};

const readMeasure: Read<Big> = (text, context) => {
  const labels = Object.values(context.words.units).flatMap(({ one, other }) =>
    one ? [one, other] : [other],
  );
  for (const label of labels) {
    const number = within(context.words.measure.replace("{{unit}}", label), text, context);
    const value = number === null ? null : readPlain(number, context);
    if (value) return value;
  }
  return null;
};

const readYearNumber: Read<Big> = (text) => (/^\d{1,4}$/.test(text) ? Big(text) : null);

const readYear: Read<Big> = (text, context) => {
  const digits = within(context.words.year, text, context);
  return digits === null ? null : readYearNumber(digits, context);
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function readDateBy(pick: (words: LanguageWords) => string): Read<string> {
  return (text, { words, language }) => {
    const { months } = words;
    const slots: Record<string, string> = {
      year: "(?<year>\\d{1,4})",
      month: `(?<month>${months?.map(escaped).join("|") ?? "\\d{1,2}"})`,
      day: "(?<day>\\d{1,2})",
    };
    const source = normalized(pick(words), language)
      .split(/\{\{(year|month|day)\}\}/)
      .map((part, i) => (i % 2 === 1 ? slots[part] : escaped(part)))
      .join("");
    const { year, month = "", day } = new RegExp(`^${source}$`).exec(text)?.groups ?? {};
    return year === undefined
      ? null
      : isoDate({ year, month: months ? months.indexOf(month) + 1 : month, day });
  };
}

const READERS: Record<FormatName, Read<Big | string>> = {
  count: readPlain,
  myriad: readPlain,
  decimal: readPlain,
  percent: readPercent,
  change: directed(({ change }) => change, readPercent),
  yoy: directed(({ yoy }) => yoy, readPercent),
  measuredDifference: directed((words) => words.difference, readMeasure),
  difference: directed(
    ({ difference }) => difference,
    (text, context) => readPlain(text, context) ?? readMoney(text, context),
  ),
  points: directed(({ points }) => points, readPoints),
  word: (text, context) => indexed(context.words.smallNumbers, text) ?? readPlain(text, context),
  ordinal: readOrdinal,
  ordinalWord: readOrdinalWord,
  rank: readRank,
  money: readMoney,
  measure: readMeasure,
  year: readYear,
  yearNumber: readYearNumber,
  date: readDateBy(({ date }) => date),
  month: readDateBy(({ month }) => month),
};

/**
 * Reads back one printed figure, whole: the reverse of `formatFigure`, equal to `printedValue` of the figure that was printed.
 * Amounts of `myriad` and `money` come in base units; `date` and `month` give ISO 8601. Null for a text that the format cannot
 * have printed, and so for the words that stand for a missing value. Full-width forms are read as ASCII, any run of white space as
 * one space, in Chinese and Japanese as none.
 */
export function parseAs(
  text: string,
  format: FormatName,
  language: Language,
  words: LanguageWords,
): Big | string | null {
  return READERS[format](normalized(text, language).trim(), { language, words });
}
