import type Big from "big.js";
import type { Figure, UnitKind } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";
import { date, month, year, yearNumber } from "./calendar.ts";
import { change, difference, measuredDifference, points, yoy } from "./direction.ts";
import type { Formatter } from "./formatter.ts";
import { money, myriad } from "./large.ts";
import { ordinal, ordinalWord, rank, word } from "./numbering.ts";
import { count, decimal, measure, percent } from "./plain.ts";

/** The formats that a placeholder `{{figure, format}}` may name; docs/architecture.md shows each in four languages. */
export const FORMAT_NAMES = [
  "count",
  "myriad",
  "decimal",
  "percent",
  "change",
  "yoy",
  "difference",
  "measuredDifference",
  "points",
  "word",
  "ordinal",
  "ordinalWord",
  "rank",
  "money",
  "measure",
  "year",
  "yearNumber",
  "date",
  "month",
] as const;

/** The name of a format. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Whether a string names a format. */
export function isFormatName(name: string): name is FormatName {
  return (FORMAT_NAMES as readonly string[]).includes(name);
}

const FORMATTERS: Record<FormatName, Formatter> = {
  count,
  myriad,
  decimal,
  percent,
  change,
  yoy,
  difference,
  measuredDifference,
  points,
  word,
  ordinal,
  ordinalWord,
  rank,
  money,
  measure,
  year,
  yearNumber,
  date,
  month,
};

/** The kinds of unit that a format takes. */
export function accepts(format: FormatName): readonly UnitKind[] {
  return FORMATTERS[format].accepts;
}

/** Formats that print the label of the unit. */
const LABELLED: ReadonlySet<FormatName> = new Set(["measure", "measuredDifference"]);

function listed(kinds: readonly string[]): string {
  return kinds.length === 1 ? kinds.join() : `${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`;
}

/**
 * Why a figure cannot be printed in a format, in plain words without an end mark; null when it can. With `words`, also says
 * when `measure` has no label for the unit. A figure without a value fits as soon as its unit does.
 */
export function formatProblem(figure: Figure, format: FormatName, words?: LanguageWords): string | null {
  const { accepts: kinds, unmet } = FORMATTERS[format];
  const { unit, ref } = figure;
  if (!kinds.includes(unit.kind))
    return `${format} needs a figure in a ${listed(kinds)} unit, but ${ref} is in ${unit.id}`;
  if (LABELLED.has(format) && words && !words.units[unit.id])
    return `${format} needs a label for the unit ${unit.id}, but format.units has none`;
  const needed = unmet(figure);
  if (needed === null) return null;
  return `${format} needs ${needed}, but ${ref} is ${figure.value?.toFixed() ?? figure.date}`;
}

/**
 * What the print of a figure says: the value that `parseAs` must read back from it. Base units (value × scale) for `myriad`,
 * `money` and a `difference` of money, `yyyy-mm` for `month`, the year for `year`, else the figure's own value or date. Null
 * when the figure has no value.
 */
export function printedValue(figure: Figure, format: FormatName): Big | string | null {
  return FORMATTERS[format].printed(figure);
}

/**
 * Prints a figure in a language, exactly: nothing is ever rounded, and a minus is U+2212. A figure without a value prints as
 * the language's words for "not supplied" or "not applicable".
 * @throws Error when `formatProblem` has something to say: callers ask it first and make a diagnostic.
 */
export function formatFigure(
  figure: Figure,
  format: FormatName,
  words: LanguageWords,
  language: Language,
): string {
  const problem = formatProblem(figure, format, words);
  if (problem !== null) throw new Error(problem);
  const printed = FORMATTERS[format].print(figure, { language, words });
  return printed ?? (figure.status === "not-applicable" ? words.notApplicable : words.missing);
}
