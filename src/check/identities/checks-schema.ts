import { z } from "zod";
import { CHECK_KINDS, type CheckKind } from "../../model/identity.ts";
import { identifier } from "../schemas/scalars.ts";
import { checkName, derivedName, derivedSchema } from "./derived-schema.ts";
import { many, one, type Roles, roles } from "./roles.ts";

const decimal = z.string().regex(/^(?=.*[1-9])\d{1,15}(\.\d{1,15})?$/, { error: "a number above zero" });

const common = {
  /**
   * Repeats the check for every combination of values: a variable's name, and words or a selection of rows
   * (`patents_valid.kind=city`, `patents_valid.*`). Each repetition's id is the check's id and its values: `totals.southern.enterprises`.
   */
  each: z.record(identifier, z.union([z.string(), z.array(z.string()).min(1)])).default({}),
  /** The sentence or place of the paper that claims it. */
  says: z.string().min(1).optional(),
  /** How the source rounds: to the nearest, halves away from zero; or `down`, cutting the rest off. */
  rounding: z.enum(["half-up", "down"]).default("half-up"),
};

/** How the claimed and the found value of a bound relate. */
export const RELATIONS = ["at-least", "at-most", "over", "under", "nearly", "about"] as const;

/** A relation that a `bound` can claim. */
export type Relation = (typeof RELATIONS)[number];

/** Settings that only some kinds of check take. */
export interface CheckOptions {
  readonly relation: Relation | null;
  readonly order: "highest" | "lowest";
  /** The unknown base is a multiple of this. */
  readonly step: string;
  /** The value is itself rounded to a multiple of this. */
  readonly nearest: string;
}

const NO_OPTIONS: CheckOptions = { relation: null, order: "highest", step: "1", nearest: "1" };

interface Common {
  readonly kind: CheckKind;
  readonly each: Readonly<Record<string, string | readonly string[]>>;
  readonly says?: string | undefined;
  readonly rounding: "half-up" | "down";
}

/** A declared check: what it compares, by role; the first role is the stated side. */
export interface CheckInput extends Common {
  readonly roles: Roles;
  readonly options: CheckOptions;
}

function toCheck({ kind, each, says, rounding }: Common, inputs: Roles, options = NO_OPTIONS): CheckInput {
  return { kind, each, says, rounding, roles: inputs, options };
}

/** The parts add up to the total. */
const sum = z
  .strictObject({ kind: z.literal("sum"), ...common, total: one, parts: many })
  .transform((input) => toCheck(input, roles(input, ["total", "parts"])));

/** Percentages add up to 100, as nearly as their rounding lets them. */
const shares = z
  .strictObject({ kind: z.literal("shares"), ...common, parts: many })
  .transform((input) => toCheck(input, roles(input, ["parts"])));

/** `share` = 100 × part ÷ whole. */
const share = z
  .strictObject({ kind: z.literal("share"), ...common, share: one, part: many, whole: one })
  .transform((input) => toCheck(input, roles(input, ["share", "part", "whole"])));

/** Only a part or only a whole is printed: some whole number for the other must give the share. */
const sharePossible = z
  .strictObject({
    kind: z.literal("share-possible"),
    ...common,
    share: one,
    part: many.default([]),
    whole: one.default([]),
  })
  .refine(({ part, whole }) => (part.length === 0) !== (whole.length === 0), {
    error: "either a part or a whole; with both, the kind is “share”",
  })
  .transform((input) => toCheck(input, roles(input, ["share", "part", "whole"])));

/** `rate` = of ÷ per, each in its own unit: patents ÷ population in 10,000 = patents per 10,000 people. */
const rate = z
  .strictObject({ kind: z.literal("rate"), ...common, rate: one, of: one, per: one })
  .transform((input) => toCheck(input, roles(input, ["rate", "of", "per"])));

/** `ratio` = of ÷ to, a multiple: “1.87 times”. */
const ratio = z
  .strictObject({ kind: z.literal("ratio"), ...common, ratio: one, of: one, to: one })
  .transform((input) => toCheck(input, roles(input, ["ratio", "of", "to"])));

/** The paper does not print what the multiple is of: some multiple of `step` must give it. */
const ratioPossible = z
  .strictObject({
    kind: z.literal("ratio-possible"),
    ...common,
    ratio: one,
    of: one,
    step: decimal.default("1"),
  })
  .transform((input) => toCheck(input, roles(input, ["ratio", "of"]), { ...NO_OPTIONS, step: input.step }));

/** `growth` = 100 × (value ÷ base − 1), in percent. */
const growth = z
  .strictObject({ kind: z.literal("growth"), ...common, growth: one, value: one, base: one })
  .transform((input) => toCheck(input, roles(input, ["growth", "value", "base"])));

/** The paper does not print the year before: some whole number must give the growth at its printed places. */
const growthPossible = z
  .strictObject({
    kind: z.literal("growth-possible"),
    ...common,
    growth: one,
    value: one,
    /** The value is printed rounded: 617,800 to the nearest 100. */
    nearest: decimal.default("1"),
  })
  .transform((input) =>
    toCheck(input, roles(input, ["growth", "value"]), { ...NO_OPTIONS, nearest: input.nearest }),
  );

/** The years before of the parts must be able to add up to the year before of the total; parts in the same order. */
const growthSum = z
  .strictObject({
    kind: z.literal("growth-sum"),
    ...common,
    growth: one,
    value: one,
    part_growths: many,
    part_values: many,
  })
  .transform((input) => toCheck(input, roles(input, ["growth", "value", "part_growths", "part_values"])));

/** `difference` = value − base. */
const difference = z
  .strictObject({ kind: z.literal("difference"), ...common, difference: one, value: one, base: one })
  .transform((input) => toCheck(input, roles(input, ["difference", "value", "base"])));

/** The two are the same number. */
const equality = z
  .strictObject({ kind: z.literal("equality"), ...common, figure: one, equals: one })
  .transform((input) => toCheck(input, roles(input, ["figure", "equals"])));

/** The figure is the number of selected rows of a table, or members of a dimension: `region.kind=city`. */
const count = z
  .strictObject({ kind: z.literal("count"), ...common, figure: one, rows: one })
  .transform((input) => toCheck(input, roles(input, ["figure", "rows"])));

/**
 * The value (or the sum of several) keeps to a bound: `over` and `under` are strict; `nearly` is below the bound by at most a
 * tenth of it; `about` is at most a tenth away.
 */
const bound = z
  .strictObject({
    kind: z.literal("bound"),
    ...common,
    value: many,
    relation: z.enum(RELATIONS),
    bound: many,
  })
  .transform((input) =>
    toCheck(input, roles(input, ["value", "bound"]), { ...NO_OPTIONS, relation: input.relation }),
  );

/** `of` takes the place `rank` among the others (it may be one of them); equal values share a place. */
const rank = z
  .strictObject({
    kind: z.literal("rank"),
    ...common,
    rank: one,
    of: one,
    among: many,
    order: z.enum(["highest", "lowest"]).default("highest"),
  })
  .transform((input) =>
    toCheck(input, roles(input, ["rank", "of", "among"]), { ...NO_OPTIONS, order: input.order }),
  );

const check = z.discriminatedUnion(
  "kind",
  [
    sum,
    shares,
    share,
    sharePossible,
    rate,
    ratio,
    ratioPossible,
    growth,
    growthPossible,
    growthSum,
    difference,
    equality,
    count,
    bound,
    rank,
  ],
  {
    error: ({ code }) =>
      code === "invalid_union" ? `one of ${CHECK_KINDS.join(", ")}` : "a mapping with a kind of check",
  },
);

/** `data/<year>/checks.yaml`: what must hold between the figures, and figures computed from others. */
export const checksSchema = z.strictObject({
  /** Figures computed from others, by id; texts, tables and checks use them as `derived.<id>`, or as the id where it has a dot. */
  derived: z.record(derivedName, derivedSchema).default({}),
  /** The identities, by id. */
  checks: z.record(checkName, check).default({}),
});

/** A checks file that fits the schema. */
export type ChecksFile = z.output<typeof checksSchema>;
