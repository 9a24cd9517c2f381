import { z } from "zod";
import { decimalPlaces, identifier } from "../schemas/scalars.ts";
import { many, one, roles } from "./roles.ts";

/** A name in `checks.yaml`, of a check or a derived figure. */
export const checkName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: "a name of lower-case letters, digits and “_”" });

/**
 * A name of a derived figure: a plain one is referred to as `derived.<name>`; a dotted one is the reference itself, so that a figure
 * which was typed and is now computed keeps its name.
 */
export const derivedName = z
  .string()
  .regex(/^(?!(?:derived|previous)\.)[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_]*)*$/, {
    error: "a name of lower-case letters, digits and “_”, with dots where it is the figure’s whole reference",
  });

const derivedCommon = {
  /** Unit of the result, as declared in `report.yaml`. */
  unit: identifier,
  /** Source, when those of its figures differ. */
  source: identifier.optional(),
  /** How to round: to the nearest, halves away from zero; or `down`. */
  rounding: z.enum(["half-up", "down"]).default("half-up"),
};

/** A figure computed from others: a formula, and for quotients the decimal places to round to. */
export const derivedSchema = z.discriminatedUnion(
  "formula",
  [
    z
      .strictObject({ formula: z.literal("sum"), ...derivedCommon, parts: many })
      .transform((input) => ({ ...input, roles: roles(input, ["parts"]), places: null })),
    z
      .strictObject({ formula: z.literal("difference"), ...derivedCommon, value: one, base: one })
      .transform((input) => ({ ...input, roles: roles(input, ["value", "base"]), places: null })),
    z
      .strictObject({
        formula: z.literal("growth"),
        ...derivedCommon,
        value: one,
        base: one,
        places: decimalPlaces,
      })
      .transform((input) => ({ ...input, roles: roles(input, ["value", "base"]) })),
    z
      .strictObject({
        formula: z.literal("share"),
        ...derivedCommon,
        part: many,
        whole: one,
        places: decimalPlaces,
      })
      .transform((input) => ({ ...input, roles: roles(input, ["part", "whole"]) })),
    z
      .strictObject({
        formula: z.literal("rate"),
        ...derivedCommon,
        of: one,
        per: one,
        places: decimalPlaces,
      })
      .transform((input) => ({ ...input, roles: roles(input, ["of", "per"]) })),
    z
      .strictObject({
        formula: z.literal("ratio"),
        ...derivedCommon,
        of: one,
        to: one,
        places: decimalPlaces,
      })
      .transform((input) => ({ ...input, roles: roles(input, ["of", "to"]) })),
  ],
  { error: "a mapping with a formula: sum, difference, growth, share, rate or ratio" },
);

/** A declared derived figure. */
export type DerivedInput = z.output<typeof derivedSchema>;
