import { expect, test } from "vitest";
import { staleBecause } from "../../../src/pipeline/cache/inputs.ts";

const before = { "figure loans.yoy": "-2.50 normal", "text lending.title": "a1", state: "released" };

test("nothing changed is no reason", () => {
  expect(staleBecause(before, { ...before })).toBeNull();
});

test("what changed, appeared or went is named; many are counted", () => {
  expect(staleBecause(before, { ...before, state: "draft" })).toBe("state changed");
  expect(staleBecause(before, { ...before, "text new": "b" })).toBe("text new changed");
  const { state: _, ...without } = before;
  expect(staleBecause(before, without)).toBe("state changed");
  expect(staleBecause(before, { x: "1", y: "2" })).toBe(
    "figure loans.yoy, text lending.title and 3 more changed",
  );
});

test("the first build has nothing to compare with", () => {
  expect(staleBecause(null, before)).toBe("it was not built here before");
});
