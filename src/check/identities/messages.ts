import type Big from "big.js";
import { type Diagnostic, error, note, type Place } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Acknowledgement, CheckResult } from "../../model/identity.ts";
import type { Repair } from "./culprits.ts";
import type { Rounding } from "./rounding.ts";

const MINUS = "\u2212";

/** A number with a sign: `+64`, `−64`. */
export function signed(value: Big): string {
  return `${value.lt(0) ? MINUS : "+"}${value.abs().toFixed()}`;
}

/** `file:line:column` of a place. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** A figure as the source writes it. */
export function figureText({ value, date, places, status }: Figure): string {
  return value?.toFixed(places) ?? date ?? (status === "not-applicable" ? "not applicable" : "missing");
}

/** A likely culprit as a hint. */
export function repairHint({ figure, to, mends, breaks, transposed, tenfold }: Repair): string {
  const why = transposed ? ", its digits transposed," : tenfold ? ", a factor of 10," : "";
  const cost = breaks.length === 0 ? "" : `, but break ${listed(breaks)}`;
  const change = `${to.toFixed(figure.places)} instead of ${figureText(figure)}${why} would mend ${listed(mends)}${cost}`;
  return `look at ${figure.ref} (${placeText(figure.place)}): ${change}`;
}

/** The hint that names the figures whose repairs are as likely as those told in full. */
export function othersHint(repairs: readonly Repair[]): string[] {
  return repairs.length === 0 ? [] : [`as likely: ${repairs.map(({ figure }) => figure.ref).join(", ")}`];
}

/** The hint that a source rounds the other way. */
export function roundingHint(stated: string, rounding: Rounding): string {
  return rounding === "down"
    ? `${stated} is right if the source cuts off instead of rounding (rounding: down)`
    : `${stated} is right if the source rounds instead of cutting off (rounding: half-up)`;
}

/** The hint that other checks are off by the same amount: one mistake may have travelled. */
export function sameDifferenceHint(ids: readonly string[], difference: Big): string {
  return `${listed(ids)} ${ids.length === 1 ? "is" : "are"} off by ${difference.abs().toFixed()} too`;
}

function listed(ids: readonly string[]): string {
  if (ids.length > 4) return `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more`;
  return ids.length > 1 ? `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}` : (ids[0] ?? "nothing");
}

/** What a failing check says: which identity, both sides, the difference. */
export function discrepancyText({ id, statedRef, figures, claim, finding, difference }: CheckResult): string {
  const stated = figures.find(({ ref }) => ref === statedRef);
  // A number can stand in the check itself.
  const what = claim ?? (stated ? `${statedRef} is ${figureText(stated)}` : `the check says ${statedRef}`);
  return `${id}: ${what}, but ${finding} (difference ${difference ? signed(difference) : "unknown"})`;
}

/** A failing check that nobody has accepted; the place is that of the stated figure. */
export function discrepancy(result: CheckResult): Diagnostic {
  return error({
    code: "discrepancy",
    message: discrepancyText(result),
    place: result.figures[0]?.place ?? result.place,
    hints: [...result.hints, ...saysHint(result), ...figuresHints(result)],
  });
}

/** A failing check whose accepted difference is another one. */
export function changedDiscrepancy(result: CheckResult, accepted: Acknowledgement): Diagnostic {
  return error({
    code: "changed-discrepancy",
    message: discrepancyText(result),
    place: result.figures[0]?.place ?? result.place,
    hints: [
      `${signed(accepted.difference)} is acknowledged (${placeText(accepted.place)}), not ${result.difference ? signed(result.difference) : "this"}: a figure has changed since`,
      ...result.hints,
      ...figuresHints(result),
    ],
  });
}

/** A failing check that the editors have accepted with this very difference. */
export function acknowledged(result: CheckResult, { reason, decidedBy, date }: Acknowledgement): Diagnostic {
  return note({
    code: "acknowledged-discrepancy",
    message: discrepancyText(result),
    place: result.figures[0]?.place ?? result.place,
    hints: [`acknowledged by ${decidedBy} on ${date}: ${reason}`],
  });
}

/** A check over a cell that can have no value: the cell has lost it, or the check should not ask for it. */
export function neverComputable({ id, finding, figures, place }: CheckResult): Diagnostic {
  const empty = figures.find(({ status }) => status === "not-applicable");
  return error({
    code: "check-without-value",
    message: `${id}: the check can never be computed: ${finding}`,
    place: empty?.place ?? place,
    hints: ["fill in the cell, or leave its row out of the check"],
  });
}

/** Checks of one declaration that lack a figure. */
export function notComputable(results: readonly CheckResult[], of: number): Diagnostic[] {
  const [first] = results;
  if (!first) return [];
  const many = of > 1 ? `${results.length} of ${of} checks` : "the check";
  return [
    note({
      code: "check-not-computable",
      message: `${first.family}: ${many} cannot be computed: ${first.finding}`,
      place: first.place,
      hints: [lacks(first) ? "it will be when the data are there" : IMPOSSIBLE],
    }),
  ];
}

const IMPOSSIBLE =
  "no figure is missing, so it never will be: correct the figures, or leave them out of the check";

function lacks({ figures }: CheckResult): boolean {
  return figures.some(({ value }) => value === null);
}

function saysHint({ says }: CheckResult): string[] {
  return says === null ? [] : [`in the paper: ${says}`];
}

function figuresHints({ figures }: CheckResult): string[] {
  return figures.map((figure) => `${figure.ref} = ${figureText(figure)} (${placeText(figure.place)})`);
}
