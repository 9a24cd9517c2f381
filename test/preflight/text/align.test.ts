import { expect, test } from "vitest";
import { align } from "../../../src/preflight/text/align.ts";

const likeness = {
  same: (a: string, b: string) => a === b,
  alike: (a: string, b: string) => a[0] === b[0],
};
const sideBySide = (expected: string, found: string) =>
  align(expected.split(" ").filter(Boolean), found.split(" ").filter(Boolean), likeness)
    .map((step) => `${step.expected ?? "–"}:${step.found ?? "–"}`)
    .join(" ");

test.each([
  ["the same lists", "a b c", "a b c", "a:a b:b c:c"],
  ["one changed", "a b1 c", "a b2 c", "a:a b1:b2 c:c"],
  ["one missing", "a b c d", "a c d", "a:a b:– c:c d:d"],
  ["one too many", "a c d", "a b c d", "a:a –:b c:c d:d"],
  ["one changed beside one missing", "a b x1 c d", "a x2 c d", "a:a b:– x1:x2 c:c d:d"],
  ["all missing", "a b", "", "a:– b:–"],
  ["all too many", "", "a b", "–:a –:b"],
  ["the last one changed", "a b1", "a b2", "a:a b1:b2"],
  ["an item that occurs often does not lead astray", "a 4 8 b 4 9", "a 8 b 4 9", "a:a 4:– 8:8 b:b 4:4 9:9"],
])("%s", (_, expected, found, steps) => {
  expect(sideBySide(expected, found)).toBe(steps);
});

test("long lists with a few differences are set side by side fast", () => {
  const long = Array.from({ length: 5000 }, (_, index) => `item${index}`);
  const changed = long.map((item, index) => (index % 500 === 7 ? `x${item}` : item));
  const start = process.hrtime.bigint();
  const steps = align(long, changed, likeness);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
  expect(steps).toHaveLength(5000);
});
