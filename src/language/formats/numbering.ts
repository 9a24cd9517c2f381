import type Big from "big.js";
import { numeral } from "../numerals.ts";
import { fill } from "../patterns.ts";
import { ordinalCategory } from "../plural.ts";
import { printNumber } from "../printNumber.ts";
import { type FormatContext, numeric, POSITIVE_INTEGER } from "./formatter.ts";
import { plainNumber } from "./plain.ts";

/** The entry of a list that begins with one; undefined for a fraction, zero, or beyond the list. */
function nth(list: readonly string[] | undefined, value: Big): string | undefined {
  return list?.[value.toNumber() - 1];
}

/** Places beyond are written in digits: 第22 is 第二十二, 第100 stays. */
const HIGHEST_SPELLED = 99;

function printOrdinal(value: Big, { language, words }: FormatContext): string {
  const { ordinal: patterns } = words;
  const spelled = patterns.numerals === "hanzi" && value.lte(HIGHEST_SPELLED);
  const digits = spelled ? numeral(value.toNumber(), "hanzi") : printNumber(value);
  const category = ordinalCategory(value, language);
  const own = category === "one" || category === "two" || category === "few" ? patterns[category] : undefined;
  return fill(own ?? patterns.other, digits);
}

function printOrdinalWord(value: Big, context: FormatContext): string {
  return nth(context.words.ordinalWords, value) ?? printOrdinal(value, context);
}

/** One to twelve in words (six, 六, 여섯), any other number as `count`; a figure with decimals (`6.0`) keeps its digits. */
export const word = numeric({
  accepts: ["count"],
  print: (amount, context) =>
    (amount.places === 0 ? nth(context.words.smallNumbers, amount.value) : undefined) ?? plainNumber(amount),
});

/** A place in a row, in digits where the language has them: `22nd`, `第二十二`, `第22`, `제22`. */
export const ordinal = numeric({
  accepts: ["count", "rank"],
  needs: POSITIVE_INTEGER,
  print: ({ value }, context) => printOrdinal(value, context),
});

/** First to twelfth in words, then as `ordinal`. */
export const ordinalWord = numeric({
  accepts: ["count", "rank"],
  needs: POSITIVE_INTEGER,
  print: ({ value }, context) => printOrdinalWord(value, context),
});

/** A place in a ranking: `first`, `第一`, `第1位`, `1위`. */
export const rank = numeric({
  accepts: ["rank", "count"],
  needs: POSITIVE_INTEGER,
  print: ({ value }, context) =>
    context.words.rank === undefined
      ? printOrdinalWord(value, context)
      : fill(context.words.rank, printNumber(value)),
});
