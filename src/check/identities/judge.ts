import type Big from "big.js";
import type { Instance } from "./instances.ts";
import type { Judgement, Operands } from "./kinds/judgement.ts";
import { RULES } from "./kinds/rules.ts";
import type { Term } from "./references.ts";

/** Values to judge with in place of the report's, by reference. */
export type Supposed = ReadonlyMap<string, Big>;

/** A judgement, or why there can be none. */
export type Verdict =
  | { readonly computable: true; readonly judgement: Judgement }
  | { readonly computable: false; readonly reason: string };

const NOTHING_SUPPOSED: Supposed = new Map();

/** Judges one identity, with the report's figures or with some of them supposed to be different. */
export function judge(instance: Instance, supposed: Supposed = NOTHING_SUPPOSED): Verdict {
  const { many, judge: settle } = RULES[instance.kind];
  const roles = new Map(
    [...instance.roles].map(([role, terms]) => [
      role,
      many.includes(role) ? terms.filter(isApplicable) : terms,
    ]),
  );
  const lacking = [...roles.values()].flat().filter(({ value }) => value === null);
  if (lacking.length > 0) return { computable: false, reason: lackingText(lacking) };
  const empty = [...roles].find(
    ([role, terms]) => terms.length === 0 && instance.roles.get(role)?.length !== 0,
  );
  if (empty) return { computable: false, reason: `${empty[0]}: none of them can have a value` };
  const judgement = settle(operandsOf(instance, roles, supposed));
  return judgement
    ? { computable: true, judgement }
    : { computable: false, reason: "it would divide by zero, or no base can be found" };
}

function isApplicable({ figure }: Term): boolean {
  return figure?.status !== "not-applicable";
}

function lackingText(terms: readonly Term[]): string {
  const [first] = terms;
  if (terms.length === 1 && first) return `${first.ref} ${whyLacking(first)}`;
  const what = terms.some(isUnread) ? "missing or could not be read" : "missing";
  return `${terms.length} figures are ${what}, first ${first?.ref}`;
}

function whyLacking(term: Term): string {
  if (!isApplicable(term)) return "has no value by its nature";
  if (term.figure?.date) return "is a day, not a number";
  return isUnread(term) ? "could not be read" : "is missing";
}

/** A cell or an indicator with something in it that is no number: its own error has been told. */
function isUnread({ figure }: Term): boolean {
  return figure?.date === null && figure.status !== "missing" && figure.status !== "not-applicable";
}

function operandsOf({ rounding, options }: Instance, roles: Instance["roles"], supposed: Supposed): Operands {
  const terms = (role: string) => roles.get(role) ?? [];
  const all = (role: string) => terms(role).flatMap(({ ref, value }) => supposed.get(ref) ?? value ?? []);
  const one = (role: string) => {
    const [value] = all(role);
    if (!value) throw new Error(`The role ${role} has no operand.`);
    return value;
  };
  return {
    all,
    one,
    printed: (role) => ({ value: one(role), places: mostPlaces(terms(role)), rounding }),
    names: (role) => terms(role).map(({ ref }) => ref),
    options,
  };
}

function mostPlaces(terms: readonly Term[]): number {
  return Math.max(0, ...terms.map(({ figure, value }) => figure?.places ?? places(value)));
}

function places(value: Big | null): number {
  return value?.toFixed().split(".")[1]?.length ?? 0;
}

/** The operand on the stated side. */
export function statedTerm({ roles }: Instance): Term | null {
  const [first] = roles.values();
  return first?.[0] ?? null;
}
