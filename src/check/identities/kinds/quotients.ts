import type Big from "big.js";
import { growthOf, quotientOf, shareOf, sumOf } from "../arithmetic.ts";
import { asPrinted, type Operands, type Rule } from "./judgement.ts";

function quotientRule(
  stated: string,
  exact: (operands: Operands) => Computed,
  roles: Pick<Rule, "many" | "alike"> = { many: [], alike: [] },
): Rule {
  return {
    ...roles,
    culprits: "digits",
    judge: (operands) => {
      const { value, formula } = exact(operands);
      return value && asPrinted(operands.printed(stated), value, formula);
    },
  };
}

interface Computed {
  readonly value: Big | null;
  readonly formula: string;
}

/** `share`: share = 100 × part ÷ whole. */
export const share = quotientRule(
  "share",
  ({ all, one }) => {
    const [part, whole] = [sumOf(all("part")), one("whole")];
    return { value: shareOf(part, whole), formula: `100 × ${part.toFixed()} ÷ ${whole.toFixed()}` };
  },
  { many: ["part"], alike: ["part", "whole"] },
);

/** `rate`: rate = of ÷ per. */
export const rate = quotientRule("rate", ({ one }) => ({
  value: quotientOf(one("of"), one("per")),
  formula: `${one("of").toFixed()} ÷ ${one("per").toFixed()}`,
}));

/** `ratio`: ratio = of ÷ to. */
export const ratio = quotientRule("ratio", ({ one }) => ({
  value: quotientOf(one("of"), one("to")),
  formula: `${one("of").toFixed()} ÷ ${one("to").toFixed()}`,
}));

/** `growth`: growth = 100 × (value − base) ÷ base. */
export const growth = quotientRule(
  "growth",
  ({ one }) => {
    const [value, base] = [one("value").toFixed(), one("base").toFixed()];
    return {
      value: growthOf(one("value"), one("base")),
      formula: `100 × (${value} − ${base}) ÷ ${base}`,
    };
  },
  { many: [], alike: ["value", "base"] },
);
