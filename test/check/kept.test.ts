import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Memo } from "../../src/model/memo.ts";
import { countingMemo } from "../support/counting-memo.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";

async function checked(changes: Changes, memo?: Memo) {
  const sources = await gather({ year: YEAR, content: libraries(changes), engine: ENGINE });
  return check(sources, { draft: true, ...(memo ? { memo } : {}) });
}

/** What is made anew after a change, by step. */
async function madeBy(changes: Changes): Promise<Record<string, number>> {
  const memo = countingMemo();
  await checked({}, memo);
  const before = { ...memo.made };
  await checked(changes, memo);
  const steps = Object.entries(memo.made).map(
    ([step, count]) => [step, count - (before[step] ?? 0)] as const,
  );
  return Object.fromEntries(steps.filter(([, count]) => count > 0));
}

const CHECKS = "data/2030/checks.yaml";
const INDICATORS = "data/2030/indicators.yaml";
const LENDING = "locales/ko/2030/lending.json";
const FINGERPRINTS = "locales/ko/2030/translated-from.json";

test("after another value nothing else is made anew", async () => {
  expect(await madeBy(await edited(INDICATORS, "value: 28645", "value: 28646"))).toEqual({});
});

test("each step is made anew by what it hangs on", async () => {
  const text = await madeBy(await edited(LENDING, "분관별", "지점별"));
  expect(text).toEqual({ "parsed texts": 1, texts: 1, wording: 1 });
  const template = await madeBy(await edited("templates/chapters/lending.hbs", "{{", "\n{{"));
  expect(template).toEqual({ templates: 1, wording: 1 });
  expect(await madeBy(await edited("data/2030/report.yaml", "year: 2030", "year:  2030"))).toEqual({
    "parsed report": 1,
    yaml: 1,
  });
});

/** A sum that fails, and what may be wrong with it. */
const SUM = `checks:
  total: { kind: sum, total: loans.harbour.books, parts: ["120000", "390"] }
  twice: { kind: equality, figure: loans.harbour.books, equals: "120390" }
`;

test("what is said with a memo is what is said without, whatever was checked before", async () => {
  const states: Changes[] = [
    {},
    await edited(LENDING, "분관별", "{{no.figure, count}}"),
    await edited(LENDING, "분관별", "<em>분관별"),
    await edited(LENDING, "{", "\n\n{"),
    await edited(LENDING, "{", ""),
    { [LENDING]: '{ "title": "a", "title": "a" }' },
    { [LENDING]: '{ "title": 5 }' },
    { [LENDING]: "" },
    { [FINGERPRINTS]: "{}" },
    { [FINGERPRINTS]: '{ "lending.title": "12" }' },
    { [FINGERPRINTS]: "{" },
    { [LENDING]: new Uint8Array([0xff]) },
    { [CHECKS]: "" },
    { [CHECKS]: `${SUM}  twice: {}` },
    await edited(INDICATORS, "unit: thousand-yuan", "unit: loan"),
    await edited(INDICATORS, "value: 28645", "value: -28645"),
    { "templates/chapters/lending.hbs": "{{#if}}" },
    { [CHECKS]: SUM },
    { [CHECKS]: SUM.replace("120390", "120391") },
    { [CHECKS]: `\n\n${SUM}` },
    { [CHECKS]: SUM, ...(await edited("data/2030/tables/loans.csv", "120400", "102390")) },
    { [CHECKS]: SUM.replace("sum,", "sums,") },
    { ...(await edited("data/2030/report.yaml", "year: 2030", "year: two")) },
  ];
  const memo = countingMemo();
  for (const state of [...states, ...states.toReversed(), ...states]) {
    const kept = await checked(state, memo);
    const clean = await checked(state);
    expect(kept.diagnostics).toEqual(clean.diagnostics);
    expect(kept.report === null).toBe(clean.report === null);
    expect(kept.report?.checks).toEqual(clean.report?.checks);
    expect(kept.report?.locales).toEqual(clean.report?.locales);
  }
});

test("a discrepancy is searched again when a figure beside it has changed, and not when another has", async () => {
  const state = { [CHECKS]: SUM };
  const memo = countingMemo();
  await checked(state, memo);
  const first = memo.made.culprits ?? 0;
  expect(first).toBeGreaterThan(0);
  await checked(state, memo);
  expect(memo.made.culprits).toBe(first);
  await checked({ [CHECKS]: SUM.replace('"390"', '"391"') }, memo);
  expect(memo.made.culprits).toBeGreaterThan(first);
});
