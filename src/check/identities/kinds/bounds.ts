import Big from "big.js";
import { sumOf } from "../arithmetic.ts";
import type { Relation } from "../checks-schema.ts";
import { exactly, type Judgement, type Operands, type Rule } from "./judgement.ts";

/** How far below the bound `nearly` may be, and how far off `about`: a tenth of the bound. */
const MARGIN = new Big("0.1");

const within = (value: Big, bound: Big) => value.minus(bound).abs().lte(bound.abs().times(MARGIN));

const KEEPS: Record<Relation, (value: Big, bound: Big) => boolean> = {
  "at-least": (value, bound) => value.gte(bound),
  "at-most": (value, bound) => value.lte(bound),
  over: (value, bound) => value.gt(bound),
  under: (value, bound) => value.lt(bound),
  nearly: (value, bound) => value.lt(bound) && within(value, bound),
  about: within,
};

const WORDS: Record<Relation, string> = {
  "at-least": "at least",
  "at-most": "at most",
  over: "over",
  under: "under",
  nearly: "nearly",
  about: "about",
};

function keepTo({ all, names, options }: Operands): Judgement {
  const [value, limit] = [sumOf(all("value")), sumOf(all("bound"))];
  const relation = options.relation ?? "at-least";
  const parts = all("value").map((part) => part.toFixed());
  const makes = parts.length > 1 ? `${parts.join(" + ")} = ${value.toFixed()}` : `it is ${value.toFixed()}`;
  const claim = `${names("value").join(" + ")} should be ${WORDS[relation]} ${limit.toFixed()}`;
  const judgement = exactly(value, limit, makes, claim);
  const holds = KEEPS[relation](value, limit);
  return { ...judgement, holds, difference: holds ? new Big(0) : judgement.difference };
}

/** Equal values share the better place: 1, 2, 2, 4. */
function placeAmong({ all, one, options }: Operands): Judgement {
  const value = one("of");
  const better = all("among").filter((other) =>
    options.order === "highest" ? other.gt(value) : other.lt(value),
  ).length;
  const finding = `${better} of ${all("among").length} are ${options.order === "highest" ? "higher" : "lower"}`;
  return exactly(one("rank"), new Big(better + 1), finding);
}

/** `bound`: value keeps to the bound. */
export const bound: Rule = {
  judge: keepTo,
  many: ["value", "bound"],
  alike: ["value", "bound"],
  culprits: "none",
};
/** `rank`: rank = 1 + number of better values. */
export const rank: Rule = { judge: placeAmong, many: ["among"], alike: ["of", "among"], culprits: "none" };
