import { z } from "zod";

/**
 * A reference, as checks write it:
 * - a figure: `patents.granted`, `patents_valid.suzhou.enterprises`, `derived.southern_valid`;
 * - several cells: `table.rows.columns`, where rows are `*`, `kind=city`, `subregion=southern`, or codes (`invention|design`), and
 *   columns are `*`, `group=owner`, or ids; a choice between values is written with `|`: `kind=city|unclassified`;
 * - a number, written as digits;
 * - with `{name}` in it for a variable of `each`.
 */
const reference = z.string().min(1);
/** One reference, as a list. */
export const one = reference.transform((ref): readonly string[] => [ref]);
/** One reference or several, as a list. */
export const many = z.union([one, z.array(reference).min(1)], {
  error: "a reference or a list of references",
});

/** What a check or formula compares: references by role, in order. */
export type Roles = readonly (readonly [role: string, references: readonly string[]])[];

/** Picks the fields that hold references; the first is the stated side. */
export function roles<N extends string>(
  input: Readonly<Record<N, readonly string[]>>,
  names: readonly N[],
): Roles {
  return names.map((name) => [name, input[name]]);
}
