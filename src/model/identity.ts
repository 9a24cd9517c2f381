import type Big from "big.js";
import type { Place } from "./diagnostic.ts";
import type { Figure } from "./figure.ts";

/** The kinds of identity that a check can state; `src/check/identities/checks-schema.ts` says what each means. */
export const CHECK_KINDS = [
  "sum",
  "shares",
  "share",
  "share-possible",
  "rate",
  "ratio",
  "ratio-possible",
  "growth",
  "growth-possible",
  "growth-sum",
  "difference",
  "equality",
  "count",
  "bound",
  "rank",
] as const;

/** The kind of a check. */
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What came of a check. It is `not-computable` when a figure that it needs is missing. */
export type CheckOutcome = "passed" | "failed" | "not-computable";

/** An editor's reasoned acceptance of one discrepancy (`data/<year>/acknowledgements.yaml`). */
export interface Acknowledgement {
  /** Id of the check. */
  readonly check: string;
  /** The accepted difference: stated less computed, exact. */
  readonly difference: Big;
  readonly reason: string;
  /** The office that decided. */
  readonly decidedBy: string;
  /** Day of the decision, ISO 8601. */
  readonly date: string;
  /** Key of the note printed under the table; null when none is printed. */
  readonly note: string | null;
  readonly place: Place;
}

/** A check and what came of it. */
export interface CheckResult {
  /** Id of this check: the declared id, and the values that it was repeated for: `subregion_totals.southern.enterprises`. */
  readonly id: string;
  /** The id as declared in `checks.yaml`; several results share it when the check is a family. */
  readonly family: string;
  readonly kind: CheckKind;
  /** The sentence or place of the paper that claims it; null if not given. */
  readonly says: string | null;
  readonly outcome: CheckOutcome;
  /** What the paper states, exact; null when it is missing. */
  readonly stated: Big | null;
  /** What the other figures give, at the precision of the stated side; null when not computable. */
  readonly computed: Big | null;
  /** Stated less computed; zero when passed, null when not computable. */
  readonly difference: Big | null;
  /** What should hold, in words, when it is more than that the stated figure is the computed one: `agencies.patent_total should be over 600`; else null. */
  readonly claim: string | null;
  /** The computed side in words, or why there is none: `the 5 parts add up to 251390`. */
  readonly finding: string;
  /** The figure on the stated side. */
  readonly statedRef: string;
  /** Every figure that takes part, the stated side first. */
  readonly figures: readonly Figure[];
  /** The most likely culprits, most likely first; empty unless failed. */
  readonly hints: readonly string[];
  /** The acknowledgement of this very difference, if there is one. */
  readonly acknowledgement: Acknowledgement | null;
  /** Where the check is declared. */
  readonly place: Place;
}
