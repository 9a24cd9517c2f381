import type Big from "big.js";
import type { CheckResult } from "../../model/identity.ts";
import { type Memo, NO_MEMO } from "../../model/memo.ts";
import { type AcceptedDifferences, figuresOf, type Repair, settled } from "./culprits.ts";
import type { Instance } from "./instances.ts";
import { judge, statedTerm, type Verdict } from "./judge.ts";
import { keptCulprits } from "./kept-culprits.ts";
import type { Judgement } from "./kinds/judgement.ts";
import { RULES } from "./kinds/rules.ts";
import { figureText, othersHint, repairHint, roundingHint, sameDifferenceHint } from "./messages.ts";

const NOTHING_ACCEPTED: AcceptedDifferences = new Map();

/** Judges every identity; failing ones come with hints at the likely culprits. */
export function judgeAll(
  instances: readonly Instance[],
  accepted: AcceptedDifferences = NOTHING_ACCEPTED,
  memo: Memo = NO_MEMO,
): CheckResult[] {
  const verdicts = instances.map((instance) => ({ instance, verdict: judge(instance) }));
  const failures = verdicts.flatMap(({ instance, verdict }) =>
    verdict.computable && !verdict.judgement.holds
      ? [{ instance, judgement: verdict.judgement, settled: settled(instance, verdict, accepted) === true }]
      : [],
  );
  const culprits = culpritsOf(instances, { failures, accepted, memo });
  const alike = byDifference(failures);
  return verdicts.map(({ instance, verdict }) =>
    resultOf(instance, verdict, (judgement) =>
      hintsFor({ instance, judgement, repairs: culprits.get(instance.id) ?? [], alike }),
    ),
  );
}

/** What mends an accepted discrepancy is asked as if nothing were accepted; a new one is mended when what was accepted is all that is left. */
function culpritsOf(
  instances: readonly Instance[],
  { failures, accepted, memo }: Failures,
): ReadonlyMap<string, Repair[]> {
  const ids = (some: typeof failures) => new Set(some.map(({ instance }) => instance.id));
  const all = keptCulprits({ instances, failing: ids(failures), accepted: NOTHING_ACCEPTED }, memo);
  const failing = ids(failures.filter((failure) => !failure.settled));
  return new Map([...all, ...keptCulprits({ instances, failing, accepted }, memo)]);
}

interface Failures {
  readonly failures: readonly (Failure & { readonly settled: boolean })[];
  readonly accepted: AcceptedDifferences;
  readonly memo: Memo;
}

interface Failure {
  readonly instance: Instance;
  readonly judgement: Judgement;
}

interface Failed extends Failure {
  readonly repairs: readonly Repair[];
  readonly alike: FailuresByDifference;
}

/** Repairs that are equally likely are all named, up to so many. */
const MOST_REPAIRS = 3;

function hintsFor({ instance, judgement, repairs, alike }: Failed): string[] {
  const { otherRounding, difference } = judgement;
  const stated = statedTerm(instance)?.figure;
  const shared = alsoOffBy(difference, instance, alike);
  const certain = repairs.filter(({ breaks }) => breaks.length === 0);
  const costly = repairs.filter(({ breaks }) => breaks.length > 0);
  return [
    ...certain.slice(0, MOST_REPAIRS).map(repairHint),
    ...othersHint(certain.slice(MOST_REPAIRS)),
    ...(otherRounding && stated ? [roundingHint(figureText(stated), otherRounding)] : []),
    ...costly.slice(0, MOST_REPAIRS).map(repairHint),
    ...othersHint(costly.slice(MOST_REPAIRS)),
    ...(shared.length === 0 ? [] : [sameDifferenceHint(shared, difference)]),
  ];
}

/** Failing sums and differences by the amount, without its sign, that they are off by. */
type FailuresByDifference = ReadonlyMap<string, readonly Failure[]>;

const isExact = ({ kind }: Instance) => RULES[kind].culprits === "solved";
const amountOf = (difference: Big) => difference.abs().toFixed();

function byDifference(failures: readonly Failure[]): FailuresByDifference {
  const exact = failures.filter(({ instance }) => isExact(instance));
  return Map.groupBy(exact, ({ judgement }) => amountOf(judgement.difference));
}

/** Ids of the other sums and differences that fail by the same amount: one mistake may have travelled. */
function alsoOffBy(difference: Big, instance: Instance, alike: FailuresByDifference): string[] {
  if (!isExact(instance)) return [];
  const others = (alike.get(amountOf(difference)) ?? []).filter((other) => other.instance !== instance);
  return others.map((other) => other.instance.id);
}

function resultOf(
  instance: Instance,
  verdict: Verdict,
  hints: (judgement: Judgement) => string[],
): CheckResult {
  const { id, family, kind, says, place } = instance;
  const base = {
    id,
    family,
    kind,
    says,
    place,
    statedRef: statedTerm(instance)?.ref ?? id,
    figures: figuresOf(instance),
    acknowledgement: null,
  };
  if (!verdict.computable)
    return {
      ...base,
      outcome: "not-computable",
      stated: statedTerm(instance)?.value ?? null,
      computed: null,
      difference: null,
      claim: null,
      finding: verdict.reason,
      hints: [],
    };
  const { judgement } = verdict;
  return {
    ...base,
    outcome: judgement.holds ? "passed" : "failed",
    stated: judgement.stated,
    computed: judgement.computed,
    difference: judgement.difference,
    claim: judgement.claim,
    finding: judgement.finding,
    hints: judgement.holds ? [] : hints(judgement),
  };
}
