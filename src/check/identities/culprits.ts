import Big from "big.js";
import { compare } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { tenfold, transpositions } from "./digits.ts";
import type { Instance } from "./instances.ts";
import { judge, type Verdict } from "./judge.ts";
import { RULES } from "./kinds/rules.ts";

/** A change of one figure that mends a failing check, and what else it would do. */
export interface Repair {
  readonly figure: Figure;
  readonly to: Big;
  /** Ids of failing checks that would pass. */
  readonly mends: readonly string[];
  /** Ids of passing checks that would fail. */
  readonly breaks: readonly string[];
  /** The figure's digits, two neighbours exchanged. */
  readonly transposed: boolean;
  /** Ten times or a tenth of the figure. */
  readonly tenfold: boolean;
}

/** Differences that the editors accept, by the id of the check. */
export type AcceptedDifferences = ReadonlyMap<string, Big>;

/** All identities of a report, and which of them are to be mended. */
export interface Judged {
  readonly instances: readonly Instance[];
  readonly failing: ReadonlySet<string>;
  /** With its accepted difference an identity counts as mended. */
  readonly accepted: AcceptedDifferences;
}

/** Whether an identity holds, or fails by exactly what is accepted; null where it cannot be computed. */
export function settled({ id }: Instance, verdict: Verdict, accepted: AcceptedDifferences): boolean | null {
  if (!verdict.computable) return null;
  const { holds, difference } = verdict.judgement;
  return holds || accepted.get(id)?.eq(difference) === true;
}

/** For so many failing checks culprits are sought: each suspected figure is tried in all its checks, which takes minutes where thousands fail at once. */
const MOST_SOUGHT = 100;

/** The failing identities whose culprits are sought. */
export function soughtIn({ instances, failing }: Judged): Instance[] {
  return instances.filter(({ id }) => failing.has(id)).slice(0, MOST_SOUGHT);
}

/**
 * The most likely repairs of each failing check, by its id: first one figure that mends several checks and breaks none, then
 * transposed digits, then a factor of ten, then one that mends more than it breaks. Only the repairs of the best sort are named, as they are
 * equally likely.
 */
export function findCulprits(judged: Judged): Map<string, Repair[]> {
  const users = usersOf(judged.instances);
  const own = new Map(
    soughtIn(judged).map((instance) => {
      const repairs = figuresOf(instance)
        .filter(({ value }) => value !== null)
        .flatMap((figure) => repairsBy(instance, figure, { judged, users: users.get(figure.ref) ?? [] }));
      return [instance.id, mostLikely(repairs)];
    }),
  );
  return new Map(
    [...own].map(([id, repairs]) => [id, repairs.length > 0 ? repairs : foundElsewhere(id, own)]),
  );
}

/** A rate seldom says what would mend it; a sum that fails with it may. */
function foundElsewhere(id: string, found: ReadonlyMap<string, readonly Repair[]>): Repair[] {
  const mending = [...found.values()].flat().filter(({ mends }) => mends.includes(id));
  return mostLikely([
    ...new Map(mending.map((repair) => [`${repair.figure.ref} ${repair.to}`, repair])).values(),
  ]);
}

/** The distinct figures that take part in an identity, the stated side first. */
export function figuresOf({ roles }: Instance): Figure[] {
  const figures = [...roles.values()].flat().flatMap(({ figure }) => figure ?? []);
  return [...new Map(figures.map((figure) => [figure.ref, figure])).values()];
}

/** The identities in which each figure takes part, by its reference. */
function usersOf(instances: readonly Instance[]): Map<string, Instance[]> {
  const users = new Map<string, Instance[]>();
  for (const instance of instances)
    for (const { ref } of figuresOf(instance)) {
      const own = users.get(ref);
      if (own) own.push(instance);
      else users.set(ref, [instance]);
    }
  return users;
}

interface Surroundings {
  readonly judged: Judged;
  /** The identities in which the figure takes part. */
  readonly users: readonly Instance[];
}

function repairsBy(instance: Instance, figure: Figure, surroundings: Surroundings): Repair[] {
  const { value, places } = figure;
  if (!value) return [];
  const { culprits } = RULES[instance.kind];
  const { accepted } = surroundings.judged;
  const targets = [ZERO, accepted.get(instance.id) ?? ZERO];
  const solved =
    culprits === "solved" ? targets.flatMap((target) => solve(instance, figure, target) ?? []) : [];
  const swapped = culprits === "none" ? [] : transpositions({ value, places });
  const scaled = culprits === "none" ? [] : tenfold({ value, places });
  const candidates = new Map([...solved, ...swapped, ...scaled].map((to) => [to.toFixed(), to]));
  return [...candidates.values()]
    .filter((to) => holds(instance, figure, { to, accepted }) === true)
    .map((to) => ({
      figure,
      to,
      ...effect(figure, to, surroundings),
      transposed: swapped.some((other) => other.eq(to)) && !scaled.some((other) => other.eq(to)),
      tenfold: scaled.some((other) => other.eq(to)),
    }));
}

const ZERO = new Big(0);

/** The value with which an identity whose difference changes evenly would have the difference `target`. */
function solve(instance: Instance, { ref, places, value }: Figure, target: Big): Big | null {
  if (!value) return null;
  const differenceAt = (supposed: Big) => {
    const verdict = judge(instance, new Map([[ref, supposed]]));
    return verdict.computable ? verdict.judgement.difference : null;
  };
  const [here, next] = [differenceAt(value), differenceAt(value.plus(1))];
  const slope = here && next?.minus(here);
  if (!here || !slope || slope.eq(0)) return null;
  const to = value.minus(here.minus(target).div(slope));
  return to.round(places).eq(to) && (value.lt(0) || to.gte(0)) ? to : null;
}

interface Supposition {
  readonly to: Big;
  readonly accepted: AcceptedDifferences;
}

function holds(instance: Instance, { ref }: Figure, { to, accepted }: Supposition): boolean | null {
  return settled(instance, judge(instance, new Map([[ref, to]])), accepted);
}

function effect(figure: Figure, to: Big, { judged, users }: Surroundings): Pick<Repair, "mends" | "breaks"> {
  const { accepted } = judged;
  const after = users.map((user) => ({ id: user.id, holds: holds(user, figure, { to, accepted }) }));
  return {
    mends: after.filter((user) => user.holds === true && judged.failing.has(user.id)).map(({ id }) => id),
    breaks: after.filter((user) => user.holds === false && !judged.failing.has(user.id)).map(({ id }) => id),
  };
}

const UNLIKELY = 4;

/** Sorts of repair, most convincing first. */
function sortOf({ mends, breaks, transposed, tenfold: scaled }: Repair): number {
  if (breaks.length === 0) {
    if (mends.length >= 2) return 0;
    if (transposed) return 1;
    return scaled ? 2 : UNLIKELY;
  }
  return mends.length >= 2 && mends.length > breaks.length ? 3 : UNLIKELY;
}

function mostLikely(repairs: readonly Repair[]): Repair[] {
  const ranked = repairs
    .filter((repair) => sortOf(repair) < UNLIKELY)
    .sort(
      (a, b) =>
        sortOf(a) - sortOf(b) ||
        b.mends.length - a.mends.length ||
        a.breaks.length - b.breaks.length ||
        Number(b.transposed) - Number(a.transposed) ||
        compare(a.figure.ref, b.figure.ref),
    );
  const [best] = ranked;
  return best ? ranked.filter((repair) => sameLikelihood(repair, best)) : [];
}

function sameLikelihood(a: Repair, b: Repair): boolean {
  return (
    sortOf(a) === sortOf(b) &&
    a.mends.length === b.mends.length &&
    a.breaks.length === b.breaks.length &&
    a.transposed === b.transposed
  );
}
