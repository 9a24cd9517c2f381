import Big from "big.js";
import { sumOf } from "../arithmetic.ts";
import { rounded } from "../rounding.ts";
import { counted, exactly, type Judgement, type Operands, type Rule } from "./judgement.ts";

function addUp({ all, one }: Operands): Judgement {
  const parts = all("parts");
  const computed = sumOf(parts);
  const verb = parts.length === 1 ? "is" : "add up to";
  return exactly(
    one("total"),
    computed,
    `the ${counted(parts.length, "part")} ${verb} ${computed.toFixed()}`,
  );
}

/** Each of n shares is at most half a unit of its last place off, so their sum at most n halves. */
function addUpTo100({ all, printed }: Operands): Judgement {
  const parts = all("parts");
  const { places } = printed("parts");
  const total = sumOf(parts);
  const whole = new Big(100);
  const slack = new Big(`1e-${places}`).div(2).times(parts.length);
  const finding = `they add up to ${total.toFixed(places)}`;
  const claim = `the ${counted(parts.length, "share")} should add up to 100 within ${slack.toFixed()}`;
  const judgement = exactly(total, whole, finding, claim);
  return total.minus(whole).abs().lte(slack)
    ? { ...judgement, holds: true, difference: new Big(0) }
    : judgement;
}

function subtract({ one, printed }: Operands): Judgement {
  const { value, places, rounding } = printed("difference");
  const computed = rounded(one("value").minus(one("base")), places, rounding);
  return exactly(
    value,
    computed,
    `${one("value").toFixed()} − ${one("base").toFixed()} = ${computed.toFixed()}`,
  );
}

function compare({ one, names }: Operands): Judgement {
  const other = one("equals");
  return exactly(one("figure"), other, `${names("equals").join()} is ${other.toFixed()}`);
}

function countRows({ one }: Operands): Judgement {
  return exactly(one("figure"), one("rows"), `there are ${one("rows").toFixed()}`);
}

/** `sum`: total = Σ parts. */
export const sum: Rule = { judge: addUp, many: ["parts"], alike: ["total", "parts"], culprits: "solved" };
/** `shares`: Σ parts = 100 within rounding. */
export const shares: Rule = { judge: addUpTo100, many: ["parts"], alike: ["parts"], culprits: "solved" };
/** `difference`: difference = value − base. */
export const difference: Rule = {
  judge: subtract,
  many: [],
  alike: ["difference", "value", "base"],
  culprits: "solved",
};
/** `equality`: figure = equals. */
export const equality: Rule = { judge: compare, many: [], alike: ["figure", "equals"], culprits: "solved" };
/** `count`: figure = number of rows. */
export const count: Rule = { judge: countRows, many: [], alike: [], culprits: "solved" };
