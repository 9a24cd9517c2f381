import { fill } from "../patterns.ts";
import { pluralCategory } from "../plural.ts";
import { printNumber } from "../printNumber.ts";
import { type Amount, type FormatContext, numeric } from "./formatter.ts";

/** The number in its own unit, grouped, with the places of the source. */
export function plainNumber({ value, places }: Amount): string {
  return printNumber(value, { places });
}

/** A grouped number: `582,891`. */
export const count = numeric({ accepts: ["count", "rank"], print: plainNumber });

/** A number with the places of the source: `41.17`. The text around it names the unit. */
export const decimal = numeric({ accepts: ["decimal", "count", "percent", "money"], print: plainNumber });

/** A number and the percent sign, closed up in all four languages. */
export function percentage(amount: Amount, _context: FormatContext): string {
  return `${plainNumber(amount)}%`;
}

/** A percentage: `20.83%`. */
export const percent = numeric({ accepts: ["percent"], print: percentage });

/** A number with the label of its unit. */
export function measuredAmount(amount: Amount, context: FormatContext): string {
  const { words, language } = context;
  const label = words.units[amount.unit.id];
  if (!label) throw new Error(`No label for the unit ${amount.unit.id} in ${language}; see formatProblem.`);
  const one = pluralCategory(amount.value, language, amount.places) === "one";
  const unit = one ? (label.one ?? label.other) : label.other;
  return fill(words.measure, plainNumber(amount)).replace("{{unit}}", () => unit);
}

/** A number and the label of its unit: `378 pieces`, `1 piece`, `378件`. */
export const measure = numeric({ accepts: ["count", "decimal"], print: measuredAmount });
