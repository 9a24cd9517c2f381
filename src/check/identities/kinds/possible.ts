import Big from "big.js";
import { growthOf, quotientOf, shareOf, sumOf } from "../arithmetic.ts";
import {
  BASES,
  basesOfGrowth,
  basesOfRatio,
  closest,
  type Grid,
  type Outcome,
  PARTS,
  type Printed,
  partsOfShare,
  type Range,
  wholesOfShare,
} from "../feasible.ts";
import type { Judgement, Operands, Rule } from "./judgement.ts";

/** An unprinted number that a printed one must be able to come from. */
interface Riddle {
  readonly printed: Printed;
  /** What is sought: `base`. */
  readonly noun: string;
  readonly search: (printed: Printed) => Range | null;
  readonly outcome: Outcome;
  /** About where a solution would lie; asked for only where the search finds none. */
  readonly estimate: () => Big | null;
  /** Which numbers it may be; whole ones above zero unless said otherwise. */
  readonly grid?: Grid;
}

function solve({ printed, noun, search, outcome, estimate, grid = BASES }: Riddle): Judgement | null {
  const found = search(printed);
  if (found) return solved(printed, noun, found);
  const about = estimate();
  const near = about && closest(printed, outcome, about, grid);
  if (!near) return null;
  // The search is for values above zero, of fewer than 20 digits; what is found beside it fits as well.
  if (near.outcome.eq(printed.value)) return solved(printed, noun, onlyAt(near.unknown));
  const other = printed.rounding === "down" ? "half-up" : "down";
  const what = grid.step.eq(1) ? "whole number" : `multiple of ${grid.step.toFixed()}`;
  return {
    holds: false,
    stated: printed.value,
    computed: near.outcome,
    difference: printed.value.minus(near.outcome),
    claim: null,
    finding: `no ${what} as ${noun} gives it; the nearest, ${near.unknown.toFixed()}, gives ${near.outcome.toFixed(printed.places)}`,
    otherRounding: search({ ...printed, rounding: other }) ? other : null,
  };
}

function solved({ value }: Printed, noun: string, range: Range): Judgement {
  return {
    holds: true,
    stated: value,
    computed: value,
    difference: new Big(0),
    claim: null,
    finding: `${noun} ${rangeText(range)} would give it`,
    otherRounding: null,
  };
}

const onlyAt = (unknown: Big): Range => ({ first: unknown, last: unknown });

function rangeText({ first, last }: Range): string {
  return first.eq(last) ? first.toFixed() : `${first.toFixed()} to ${last.toFixed()}`;
}

function growthRiddle({ one, printed, options }: Operands): Judgement | null {
  const value = one("value");
  return solve({
    printed: printed("growth"),
    noun: "base",
    search: (growth) => basesOfGrowth(value, growth, new Big(options.nearest)),
    outcome: (base) => growthOf(value, base),
    estimate: () => quotientOf(value, one("growth").div(100).plus(1)),
  });
}

function shareRiddle({ all, one, printed }: Operands): Judgement | null {
  const share = one("share");
  if (all("part").length > 0) {
    const part = sumOf(all("part"));
    return solve({
      printed: printed("share"),
      noun: "whole",
      search: (text) => wholesOfShare(part, text),
      outcome: (whole) => shareOf(part, whole),
      estimate: () => quotientOf(part.times(100), share),
    });
  }
  const whole = one("whole");
  return solve({
    printed: printed("share"),
    noun: "part",
    search: (text) => partsOfShare(whole, text),
    outcome: (part) => shareOf(part, whole),
    estimate: () => whole.times(share).div(100),
    grid: PARTS,
  });
}

function ratioRiddle({ one, printed, options }: Operands): Judgement | null {
  const step = new Big(options.step);
  return solve({
    printed: printed("ratio"),
    noun: "base",
    search: (ratio) => basesOfRatio(one("of"), ratio, step),
    outcome: (base) => quotientOf(one("of"), base),
    estimate: () => quotientOf(one("of"), one("ratio")),
    grid: { step, least: step },
  });
}

/** The ranges of the parts' bases, added up, must meet the range of the total's base. */
function growthSumRiddle({ all, one, printed }: Operands): Judgement | null {
  const total = printed("growth");
  const { places } = printed("part_growths");
  const bases = all("part_values").map((value, index) => {
    const growth = all("part_growths")[index];
    return growth ? basesOfGrowth(value, { value: growth, places, rounding: total.rounding }) : null;
  });
  const known = bases.filter((range) => range !== null);
  if (known.length < bases.length) return null;
  const parts: Range = {
    first: sumOf(known.map(({ first }) => first)),
    last: sumOf(known.map(({ last }) => last)),
  };
  const whole = basesOfGrowth(one("value"), total);
  if (!whole) return null;
  return meeting(total, one("value"), { parts, whole });
}

function meeting(
  total: Printed,
  value: Big,
  { parts, whole }: { parts: Range; whole: Range },
): Judgement | null {
  const holds = parts.first.lte(whole.last) && parts.last.gte(whole.first);
  const nearestBase = parts.first.gt(whole.last) ? parts.first : parts.last;
  const growth = growthOf(value, nearestBase);
  const computed = holds ? total.value : growth?.round(total.places, Big.roundHalfUp);
  if (!computed) return null;
  return {
    holds,
    stated: total.value,
    computed,
    difference: total.value.minus(computed),
    claim: null,
    finding: `the parts need bases of ${rangeText(parts)} in all, the total one of ${rangeText(whole)}`,
    otherRounding: null,
  };
}

/** `growth-possible`: some whole-number base gives the growth. */
export const growthPossible: Rule = { judge: growthRiddle, many: [], alike: [], culprits: "none" };
/** `share-possible`: some whole-number part or whole gives the share. */
export const sharePossible: Rule = {
  judge: shareRiddle,
  many: ["part", "whole"],
  alike: ["part"],
  culprits: "none",
};
/** `ratio-possible`: some base at the given step gives the multiple. */
export const ratioPossible: Rule = { judge: ratioRiddle, many: [], alike: [], culprits: "none" };
/** `growth-sum`: the bases of the parts can add up to the base of the total. */
export const growthSum: Rule = {
  judge: growthSumRiddle,
  many: ["part_growths", "part_values"],
  alike: ["value", "part_values"],
  culprits: "none",
};
