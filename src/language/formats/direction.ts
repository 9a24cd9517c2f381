import type Big from "big.js";
import type { DirectionWords } from "../../model/words.ts";
import { fill } from "../patterns.ts";
import { pluralCategory } from "../plural.ts";
import { type Amount, baseValue, type FormatContext, numeric } from "./formatter.ts";
import { moneyAmount } from "./large.ts";
import { measuredAmount, percentage, plainNumber } from "./plain.ts";

/** The sign picks the words; the number inside them has none. */
function directed(
  amount: Amount,
  words: DirectionWords,
  print: (size: Amount, context: FormatContext) => string,
  context: FormatContext,
): string {
  if (amount.value.eq(0)) return words.same;
  const size = { ...amount, value: amount.value.abs() };
  return fill(amount.value.gt(0) ? words.up : words.down, print(size, context));
}

/** A relative change: `down 3.51%`. */
export const change = numeric({
  accepts: ["percent"],
  print: (amount, context) => directed(amount, context.words.change, percentage, context),
});

/** A relative change against the year before: `down 3.51% YoY`. */
export const yoy = numeric({
  accepts: ["percent"],
  print: (amount, context) => directed(amount, context.words.yoy, percentage, context),
});

function pointsAmount(amount: Amount, context: FormatContext): string {
  const { unit } = context.words.points;
  const one = pluralCategory(amount.value, context.language, amount.places) === "one";
  return fill(one ? (unit.one ?? unit.other) : unit.other, plainNumber(amount));
}

/** A difference of two percentages: `up 1.18 percentage points`. */
export const points = numeric({
  accepts: ["percent"],
  print: (amount, context) => directed(amount, context.words.points, pointsAmount, context),
});

const statedDifference = (amount: Amount): Big =>
  amount.unit.kind === "money" ? baseValue(amount) : amount.value;

/** A change in the figure's own unit: `an increase of 107.39`; money as `money` prints it. */
export const difference = numeric({
  accepts: ["count", "decimal", "money"],
  states: statedDifference,
  print: (amount, context) =>
    directed(
      amount,
      context.words.difference,
      amount.unit.kind === "money" ? moneyAmount : plainNumber,
      context,
    ),
});

/** A change with the label of its unit, for languages that count with one: `an increase of 125 people`, `125人増`. */
export const measuredDifference = numeric({
  accepts: ["count", "decimal"],
  print: (amount, context) => directed(amount, context.words.difference, measuredAmount, context),
});
