import fc from "fast-check";
import type { FormatName } from "../../src/language/formats/format.ts";
import type { Figure } from "../../src/model/figure.ts";
import { dated, WORDS, written } from "./sample.ts";

interface NumberRange {
  readonly negative?: boolean;
  readonly places?: number;
  readonly from?: number;
  readonly to?: number;
}

/** Sizes from nothing to 10^13, small and round ones often. */
function size(from: number, to: number): fc.Arbitrary<number> {
  const round = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }))
    .map(([digits, power]) => digits * 10 ** power)
    .filter((n) => n >= from && n <= to);
  const small = fc.integer({ min: from, max: Math.min(to, 10_001) });
  return to > 10_001 ? fc.oneof(small, round, fc.integer({ min: from, max: to })) : small;
}

/** A number as a source writes it: `-12.50`. */
function digits({ negative = true, places = 4, from = 0, to = 1e13 }: NumberRange): fc.Arbitrary<string> {
  const fraction = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: places });
  const sign = negative ? fc.constantFrom("", "-") : fc.constant("");
  return fc
    .tuple(sign, size(from, to), fraction)
    .map(([minus, whole, rest]) => minus + whole + (rest === "" ? "" : `.${rest}`));
}

const iso = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, "yyyy-mm-dd".length));

const counts = digits({}).map((text) => written(text, "count"));
const scaled = fc
  .tuple(digits({ to: 1e9 }), fc.constantFrom(1, 1e3, 1e4, 1e6))
  .map(([text, scale]) => ({ text, scale }));
const percents = digits({ to: 1e6 }).map((text) => written(text, "percent"));
const places = digits({ negative: false, places: 0, from: 1, to: 1e6 }).map((text) => written(text, "rank"));
const years = digits({ negative: false, places: 0, from: 1, to: 9999 }).map((text) => written(text, "year"));

const measured = fc
  .tuple(digits({}), fc.constantFrom(...Object.keys(WORDS.en.units)))
  .map(([text, id]) => written(text, "count", { id }));

/** Figures that a format takes, over all it may be given. */
export const FIGURES: Record<FormatName, fc.Arbitrary<Figure>> = {
  count: counts,
  myriad: fc.oneof(
    counts,
    scaled.map(({ text, scale }) => written(text, "count", { scale })),
  ),
  decimal: digits({}).map((text) => written(text, "decimal")),
  percent: percents,
  change: percents,
  yoy: percents,
  difference: fc.oneof(
    digits({}).map((text) => written(text, "decimal")),
    scaled.map(({ text, scale }) => written(text, "money", { scale })),
  ),
  points: percents,
  word: digits({ places: 1 }).map((text) => written(text, "count")),
  ordinal: places,
  ordinalWord: places,
  rank: places,
  money: scaled.map(({ text, scale }) => written(text, "money", { scale })),
  measure: measured,
  measuredDifference: measured,
  year: fc.oneof(years, iso.map(dated)),
  yearNumber: fc.oneof(years, iso.map(dated)),
  date: iso.map(dated),
  month: iso.map(dated),
};
