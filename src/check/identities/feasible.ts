import Big from "big.js";
import { growthOf, quotientOf, shareOf } from "./arithmetic.ts";
import { beforeRounding, type Rounding, rounded } from "./rounding.ts";

/** A printed number with the places and the rounding it is printed with. */
export interface Printed {
  readonly value: Big;
  readonly places: number;
  readonly rounding: Rounding;
}

/** The unprinted numbers that fit: every multiple of the step from the first to the last. */
export interface Range {
  readonly first: Big;
  readonly last: Big;
}

/** What an unprinted number would make of the printed one; null when it cannot be computed. */
export type Outcome = (unknown: Big) => Big | null;

const floor = (value: Big) => value.round(0, Big.roundDown).minus(value.lt(0) && !value.mod(1).eq(0) ? 1 : 0);

/** Which numbers an unprinted one may be: the multiples of `step` from `least` on. */
export interface Grid {
  readonly step: Big;
  readonly least: Big;
}

/** What may be divided by. */
const fromStep = (step: Big): Grid => ({ step, least: step });
/** Wholes and bases: whole numbers above zero. */
export const BASES: Grid = fromStep(new Big(1));
/** Parts: there may be none. */
export const PARTS: Grid = { step: new Big(1), least: new Big(0) };

/**
 * The numbers of the grid whose outcome rounds to the printed number, given real bounds of where they lie. Outcomes must rise
 * or fall throughout, so that those that fit are neighbours.
 */
function fitting(
  printed: Printed,
  outcome: Outcome,
  { first, last }: Range,
  { step, least }: Grid = BASES,
): Range | null {
  const fits = (candidate: Big) => {
    const found = candidate.gte(least) ? outcome(candidate) : null;
    return found !== null && rounded(found, printed.places, printed.rounding).eq(printed.value);
  };
  const begin = first.gt(least) ? first : least;
  const [low, high] = [floor(begin.div(step)), floor(last.div(step)).plus(1)];
  const near = [0, 1, 2];
  const lowest = near.map((offset) => low.plus(offset).times(step)).find(fits);
  const highest = near.map((offset) => high.minus(offset).times(step)).find(fits);
  return lowest && highest ? { first: lowest, last: highest } : null;
}

/**
 * The whole-number bases from which a whole-number value is a growth of so many percent, as printed: all b with
 * round(100 × (value ÷ b − 1)) = growth. Null when there is none.
 */
export function basesOfGrowth(value: Big, growth: Printed, nearest = new Big(1)): Range | null {
  const { low, high } = beforeRounding(growth.value, growth.places, growth.rounding);
  // The value in percent of its base.
  const [least, most] = [low.plus(100), high.plus(100)];
  if (least.lte(0)) return null;
  if (nearest.lte(1))
    return fitting(growth, (base) => growthOf(value, base), {
      first: value.times(100).div(most),
      last: value.times(100).div(least),
    });
  const slack = nearest.div(2);
  const first = floor(value.minus(slack).times(100).div(most)).plus(1);
  const last = floor(value.plus(slack).times(100).div(least));
  return first.lte(last) ? { first, last } : null;
}

/** The whole-number wholes of which a part is so many percent. */
export function wholesOfShare(part: Big, share: Printed): Range | null {
  const { low, high } = beforeRounding(share.value, share.places, share.rounding);
  if (low.lte(0)) return null;
  return fitting(share, (whole) => shareOf(part, whole), {
    first: part.times(100).div(high),
    last: part.times(100).div(low),
  });
}

/** The whole-number parts that are so many percent of a whole. */
export function partsOfShare(whole: Big, share: Printed): Range | null {
  const { low, high } = beforeRounding(share.value, share.places, share.rounding);
  const range = { first: whole.times(low).div(100), last: whole.times(high).div(100) };
  return fitting(share, (part) => shareOf(part, whole), range, PARTS);
}

/** The multiples of `step` of which a value is a printed multiple: “1.87 times the national average”. */
export function basesOfRatio(value: Big, ratio: Printed, step: Big): Range | null {
  const { low, high } = beforeRounding(ratio.value, ratio.places, ratio.rounding);
  if (low.lte(0)) return null;
  return fitting(
    ratio,
    (base) => quotientOf(value, base),
    { first: value.div(high), last: value.div(low) },
    fromStep(step),
  );
}

/** The number of the grid nearest to an estimate whose outcome comes closest to the printed number, and that outcome as it would be printed. */
export function closest(
  printed: Printed,
  outcome: Outcome,
  estimate: Big,
  { step, least }: Grid = BASES,
): { unknown: Big; outcome: Big } | null {
  const below = floor(estimate.div(step)).times(step);
  const candidates = [below, below.plus(step)].flatMap((unknown) => {
    const exact = unknown.gte(least) ? outcome(unknown) : null;
    return exact ? [{ unknown, outcome: rounded(exact, printed.places, printed.rounding) }] : [];
  });
  const distance = (candidate: { outcome: Big }) => candidate.outcome.minus(printed.value).abs();
  const [a, b] = candidates;
  if (!a || !b) return a ?? b ?? null;
  return distance(b).lt(distance(a)) ? b : a;
}
