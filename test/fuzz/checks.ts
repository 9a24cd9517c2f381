import type { CheckResult } from "../../src/model/identity.ts";
import { ferries } from "../check/identities/ferries.ts";
import type { Random } from "../faults/random.ts";
import { mutated } from "./mutate.ts";
import type { Target } from "./target.ts";

const NUMBERS = ["0", "1", "-1", "7", "100", "0.00", "-0.5", "33.3", "-100", "99999999999999999999"];
const ODD_NUMBERS = ["1e3", "１２", "1.", "-", "0x10", "21", "2000000"];
/** In one unit, so that they may be added and compared. */
const TRIPS = [
  "ferries.all.trips",
  "ferries.elm.foot",
  "ferries.oak.car",
  "some.figure",
  "some.none",
  "derived.x",
];
const SELECTIONS = [
  "ferries.kind=town.trips",
  "ferries.*.group=means",
  "ferries.kind=side|total.foot",
  "ferries.elm|oak.*",
];
const ODD_REFERENCES = [
  "ferries.all.people",
  "ferries.*.*",
  "ferries.{a}.trips",
  "{a}{b}",
  "derived.y",
  "some.share",
  "nothing.at.all",
  "ferries",
  "ferries.",
  "constructor",
  "__proto__.x",
];
/** Roles that take several figures. */
const SEVERAL = new Set(["parts", "part", "part_growths", "part_values", "among"]);
const EACH = [
  "{ a: [elm, oak] }",
  "{ a: ferries.*, b: ferries.kind=town }",
  "{ a: town.*, b: ferries.* }",
  "{ b: ferries.kind=twon }",
];
const ROLES: Readonly<Record<string, readonly string[]>> = {
  sum: ["total", "parts"],
  shares: ["parts"],
  share: ["share", "part", "whole"],
  "share-possible": ["share", "part"],
  rate: ["rate", "of", "per"],
  ratio: ["ratio", "of", "to"],
  "ratio-possible": ["ratio", "of"],
  growth: ["growth", "value", "base"],
  "growth-possible": ["growth", "value"],
  "growth-sum": ["growth", "value", "part_growths", "part_values"],
  difference: ["difference", "value", "base"],
  equality: ["figure", "equals"],
  count: ["figure", "rows"],
  bound: ["value", "bound"],
  rank: ["rank", "of", "among"],
};
const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  sum: ["parts"],
  difference: ["value", "base"],
  growth: ["value", "base"],
  share: ["part", "whole"],
  rate: ["of", "per"],
  ratio: ["of", "to"],
};
const INDICATORS = [
  "some.figure: { value: 195, unit: trip, source: survey }",
  "some.none: { value: 0, unit: trip, source: survey }",
  "some.share: { value: -100.0, unit: percent, source: survey, status: provisional }",
];

/** A number or a reference; one in twelve is odd. */
function operand(random: Random, several: boolean): string {
  const odd = random.below(12) === 0;
  const pools = odd ? [ODD_NUMBERS, ODD_REFERENCES] : [NUMBERS, TRIPS, several ? SELECTIONS : TRIPS];
  return `"${random.pick(random.pick(pools) ?? [])}"`;
}
const given = (random: Random, roles: readonly string[]): string[] =>
  roles.map((role) => {
    const several = SEVERAL.has(role);
    const one = operand(random, several);
    return `${role}: ${several && random.below(2) === 0 ? `[${one}, ${operand(random, several)}]` : one}`;
  });
const number = (random: Random): string =>
  random.pick(random.below(6) === 0 ? ODD_NUMBERS : ["1", "2", "7", "0.5", "100"]) ?? "1";
const maybe = (random: Random, text: string): string[] => (random.below(3) === 0 ? [text] : []);

function checkLine(random: Random, name: string): string {
  const kind = random.pick(Object.keys(ROLES)) ?? "sum";
  const each = random.below(8) === 0 ? (random.pick(EACH) ?? "") : "";
  const fields = [
    `kind: ${kind}`,
    ...given(random, ROLES[kind] ?? []),
    ...(each === "" ? [] : [`each: ${each}`]),
    ...maybe(random, "rounding: down"),
    ...(kind === "bound" ? [`relation: ${random.pick(["over", "nearly", "about", "at-most"])}`] : []),
    ...(kind === "ratio-possible" ? [`step: "${number(random)}"`] : []),
    ...(kind === "growth-possible" ? [`nearest: "${number(random)}"`] : []),
  ];
  return `  ${name}: { ${fields.join(", ")} }`;
}

function derivedLine(random: Random, name: string): string {
  const formula = random.pick(Object.keys(FORMULAS)) ?? "sum";
  const places =
    formula === "sum" || formula === "difference"
      ? []
      : [`places: ${random.pick(random.below(12) === 0 ? ODD_NUMBERS : ["0", "2", "20"])}`];
  const unit =
    random.below(8) === 0
      ? "ten-thousand-people"
      : formula === "sum" || formula === "difference"
        ? "trip"
        : "multiple";
  const fields = [
    `formula: ${formula}`,
    ...given(random, FORMULAS[formula] ?? []),
    `unit: ${unit}`,
    ...places,
  ];
  return `  ${name}: { ${[...fields, "source: survey"].join(", ")} }`;
}

function checksFile(random: Random): string {
  const checks = Array.from({ length: 1 + random.below(2) }, (_, i) => checkLine(random, `c${i}`));
  const derived = ["x", "y"].slice(random.below(3)).map((name) => derivedLine(random, name));
  const above = derived.length === 0 ? "" : `derived:\n${derived.join("\n")}\n`;
  return `${above}checks:\n${checks.join("\n")}\n`;
}

/** Checks and formulas of a small report: well-formed ones over anything, a quarter of them changed. */
export function checkTargets(): Target[] {
  return [
    {
      name: "checks of figures",
      share: 4_000,
      next: (random) => {
        const file = checksFile(random);
        return random.below(5) === 0 ? mutated(file, random) : file;
      },
      read: (input) => judgeChecks(String(input)),
    },
  ];
}

/** Words that no sentence of ours has; changes of a file put them in. */
const ODD = /undefined|NaN|\[object/;

/** What fails must fail by something; but for a bound, where what should be over it may be just there. */
const failsByNothing = ({ kind, outcome, difference }: CheckResult): boolean =>
  outcome === "failed" && kind !== "bound" && difference?.eq(0) !== false;

function judgeChecks(checks: string): void {
  const { report, talk } = ferries({ checks, indicators: INDICATORS });
  if (report?.checks.some(failsByNothing)) throw new Error("a check fails by nothing");
  const odd = talk.find((text) => ODD.test(text));
  if (odd !== undefined && !ODD.test(checks)) throw new Error(odd);
}
