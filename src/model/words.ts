import { z } from "zod";

const word = z.string().min(1);
const pattern = z.string().refine((text) => text.includes("{{n}}"), "needs {{n}}, the place of the number");
const holding = (...slots: readonly string[]) =>
  z
    .string()
    .refine((text) => slots.every((slot) => text.includes(slot)), `needs each of ${slots.join(", ")}`);
const twelve = z.array(word).length(12);

const directionSchema = z.strictObject({
  up: pattern.describe("The figure is above zero; {{n}} is its size without a sign."),
  down: pattern.describe("The figure is below zero; {{n}} is its size without a sign."),
  same: word.describe("The figure is zero."),
});

const unitLabelSchema = z.strictObject({
  one: word.optional().describe("The label after a one, in a language that has a singular."),
  other: word,
});

/**
 * The words a language puts around figures: the `format` object of `locales/<lang>/common.json`. A pattern marks the place
 * of the number by `{{n}}`. Spaces are part of a pattern. What belongs to the number system and not to wording (万, 億,
 * billion, grouping) is in `magnitudes.ts`.
 */
export const languageWordsSchema = z.strictObject({
  missing: word.describe("Stands in prose for a figure that the source does not supply."),
  notApplicable: word.describe("Stands in prose for a figure that can have no value."),
  cell: z
    .strictObject({ missing: word, notApplicable: word })
    .describe("Signs in a table's cell; never empty, since an empty cell vanishes from a tagged PDF."),
  change: directionSchema.describe("{{n}} is a percentage: 3.51%."),
  yoy: directionSchema.describe("{{n}} is a percentage; compared with the year before."),
  difference: directionSchema.describe("{{n}} is a number, or an amount of money."),
  points: directionSchema
    .extend({
      unit: z.strictObject({ one: pattern.optional(), other: pattern }).describe("Percentage points."),
    })
    .describe("{{n}} is what `unit` makes of the number."),
  smallNumbers: twelve.describe("One to twelve, as before the word that is counted."),
  ordinal: z
    .strictObject({
      numerals: z.enum(["decimal", "hanzi"]).describe("`hanzi`: Chinese numerals up to 99, digits above."),
      one: pattern.optional(),
      two: pattern.optional(),
      few: pattern.optional(),
      other: pattern,
    })
    .describe("Patterns by CLDR ordinal plural category: 1st, 2nd, 3rd, 4th."),
  ordinalWords: twelve.optional().describe("First to twelfth; absent where the language writes `ordinal`."),
  rank: pattern.optional().describe("A place in a ranking; absent where it is written as `ordinalWord`."),
  money: pattern.describe("An amount in yuan."),
  measure: holding("{{n}}", "{{unit}}").describe("A number and the label of its unit."),
  units: z.record(z.string(), unitLabelSchema).describe("Labels by unit id."),
  year: pattern,
  month: holding("{{year}}", "{{month}}"),
  date: holding("{{year}}", "{{month}}", "{{day}}"),
  months: twelve.optional().describe("Names of the months; absent where months are numbers."),
});

/** The validated words of one language. */
export type LanguageWords = z.infer<typeof languageWordsSchema>;
/** The three wordings of a change; the figure's sign picks one. */
export type DirectionWords = z.infer<typeof directionSchema>;
