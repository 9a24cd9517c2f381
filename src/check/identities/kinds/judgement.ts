import Big from "big.js";
import type { CheckOptions } from "../checks-schema.ts";
import type { Printed } from "../feasible.ts";
import { type Rounding, rounded } from "../rounding.ts";

/** The operands of one check, by role, with their values put in. */
export interface Operands {
  readonly all: (role: string) => readonly Big[];
  /** The value of a role that has exactly one operand. */
  readonly one: (role: string) => Big;
  /** A role's first value, with the most places that any of its values is printed with, and the check's rounding. */
  readonly printed: (role: string) => Printed;
  /** References of a role's operands. */
  readonly names: (role: string) => readonly string[];
  readonly options: CheckOptions;
}

/** What the two sides of a check are, and whether they agree. */
export interface Judgement {
  readonly holds: boolean;
  readonly stated: Big;
  /** At the precision of the stated side. */
  readonly computed: Big;
  /** Stated less computed. */
  readonly difference: Big;
  /** What should hold, when it is more than “stated is computed”: `agencies.patent_total should be over 600`. */
  readonly claim: string | null;
  /** The computed side in words. */
  readonly finding: string;
  /** The rounding under which the stated side would be right, when it is not the check's own. */
  readonly otherRounding: Rounding | null;
}

/** How one kind of check is judged. */
export interface Rule {
  /** Null when a divisor is zero. */
  readonly judge: (operands: Operands) => Judgement | null;
  /** Roles that take several operands; those that cannot have a value are left out of them. */
  readonly many: readonly string[];
  /** Roles whose operands must be in units that can be added and compared. */
  readonly alike: readonly string[];
  /**
   * How a culprit is found: `solved` where the difference changes evenly with every operand, so that the right value follows from it;
   * `digits` where a likely slip of the pen can be tried; `none` where so many values would do that a fit proves nothing.
   */
  readonly culprits: "solved" | "digits" | "none";
}

/** A judgement that compares two exact values. */
export function exactly(stated: Big, computed: Big, finding: string, claim: string | null = null): Judgement {
  const difference = stated.minus(computed);
  return { holds: difference.eq(0), stated, computed, difference, claim, finding, otherRounding: null };
}

/** A judgement at the printed precision of the stated side; the other way of rounding is tried when the own one fails. */
export function asPrinted({ value, places, rounding }: Printed, exact: Big, finding: string): Judgement {
  const computed = rounded(exact, places, rounding);
  const other = rounding === "down" ? "half-up" : "down";
  const holds = computed.eq(value);
  return {
    holds,
    stated: value,
    computed,
    difference: value.minus(computed),
    claim: null,
    finding: `${finding} = ${exactText(exact, places)}`,
    otherRounding: !holds && rounded(exact, places, other).eq(value) ? other : null,
  };
}

/** An exact value with two places more than printed, and an ellipsis where it goes on: `72.0919…`. */
export function exactText(value: Big, places: number): string {
  const cut = value.round(places + 2, Big.roundDown);
  return cut.eq(value) ? value.toFixed() : `${cut.toFixed(places + 2)}…`;
}

/** A noun with its number: `1 part`, `5 parts`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
