import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Memo } from "../../src/model/memo.ts";
import { countingMemo } from "../support/counting-memo.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";

async function found(changes: Changes, memo?: Memo) {
  const sources = await gather({ year: YEAR, content: libraries(changes), engine: ENGINE });
  return check(sources, { draft: true, ...(memo ? { memo } : {}) }).diagnostics;
}

test("another value leaves the wording as it was; another text, unit or state does not", async () => {
  const memo = countingMemo();
  await found({}, memo);
  await found(await edited("data/2030/indicators.yaml", "value: 28645", "value: 28646"), memo);
  expect(memo.made.wording).toBe(1);
  await found(await edited("locales/ko/2030/lending.json", "분관별", "지점별"), memo);
  expect(memo.made.wording).toBe(2);
});

test("what is said with a memo is what is said without", async () => {
  const memo = countingMemo();
  const typed = await edited("locales/en/2030/lending.json", "{{loans.harbour.books, count}}", "28,645");
  const other = {
    ...typed,
    ...(await edited("data/2030/indicators.yaml", "value: 28645", "value: 28646")),
  };
  for (const changes of [typed, other, typed])
    expect(await found(changes, memo)).toEqual(await found(changes));
});
