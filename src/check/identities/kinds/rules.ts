import type { CheckKind } from "../../../model/identity.ts";
import { bound, rank } from "./bounds.ts";
import type { Rule } from "./judgement.ts";
import { growthPossible, growthSum, ratioPossible, sharePossible } from "./possible.ts";
import { growth, rate, ratio, share } from "./quotients.ts";
import { count, difference, equality, shares, sum } from "./sums.ts";

/** How each kind of check is judged. */
export const RULES: Record<CheckKind, Rule> = {
  sum,
  shares,
  share,
  "share-possible": sharePossible,
  rate,
  ratio,
  "ratio-possible": ratioPossible,
  growth,
  "growth-possible": growthPossible,
  "growth-sum": growthSum,
  difference,
  equality,
  count,
  bound,
  rank,
};
