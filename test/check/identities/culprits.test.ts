import { expect, test } from "vitest";
import { judged, tableOf } from "./sample.ts";

/** The hints of each failing check, by its id. */
function hints(
  checks: string,
  cells: readonly (readonly number[])[],
): Readonly<Record<string, readonly string[]>> {
  const failed = judged(`checks:\n${checks}`, tableOf(cells)).filter(({ outcome }) => outcome === "failed");
  return Object.fromEntries(failed.map(({ id, hints: told }) => [id, told]));
}

test.each([
  ["equality", "figure: t.r0.c0, equals: '7'", "figure: t.r0.c0, equals: t.r0.c1"],
  ["count", "figure: t.r0.c0, rows: t.r0|r1|r2|r3|r4|r5|r6", "figure: t.r0.c0, rows: t.*"],
])("%s: the figure that two checks want otherwise is named, with its right value", (kind, first, second) => {
  const cells = [[9, 7], ...Array.from({ length: 6 }, () => [1, 1])];
  const told = hints(`  a: { kind: ${kind}, ${first} }\n  b: { kind: ${kind}, ${second} }\n`, cells);
  expect(told).toEqual({
    a: ["look at t.r0.c0 (t.csv:2): 7 instead of 9 would mend a and b", "b is off by 2 too"],
    b: ["look at t.r0.c0 (t.csv:2): 7 instead of 9 would mend a and b", "a is off by 2 too"],
  });
});

test("difference: the base that two differences share is named, with its right value", () => {
  const told = hints(
    "  a: { kind: difference, difference: t.r0.c0, value: t.r0.c1, base: t.r1.c0 }\n" +
      "  b: { kind: difference, difference: t.r0.c2, value: t.r1.c1, base: t.r1.c0 }\n",
    [
      [3, 10, 13],
      [8, 20, 0],
    ],
  );
  expect(told.a).toEqual([
    "look at t.r1.c0 (t.csv:3): 7 instead of 8 would mend a and b",
    "b is off by 1 too",
  ]);
});

test("shares: the share that two sums have is named, with its right value", () => {
  const told = hints(
    "  a: { kind: shares, parts: [t.r0.c0, t.r0.c1] }\n  b: { kind: shares, parts: [t.r0.c0, t.r1.c1] }\n",
    [
      [44, 60],
      [0, 60],
    ],
  );
  expect(told.a?.[0]).toBe("look at t.r0.c0 (t.csv:2): 40 instead of 44 would mend a and b");
});

test("a quotient is suspected of a slip of the pen only, never of just the value that would do", () => {
  const check =
    "  a: { kind: ratio, ratio: t.r0.c0, of: t.r0.c1, to: '1' }\n  b: { kind: ratio, ratio: t.r0.c0, of: t.r0.c2, to: '1' }\n";
  expect(hints(check, [[12, 21, 21]]).a).toEqual([
    "look at t.r0.c0 (t.csv:2): 21 instead of 12, its digits transposed, would mend a and b",
  ]);
  expect(hints(check, [[12, 30, 30]]).a).toEqual([]);
});

test("the number of checks that are off as well is told, up to three by name", () => {
  const of = (count: number) =>
    hints(
      Array.from(
        { length: count },
        (_, i) => `  k${i}: { kind: equality, figure: t.r0.c${i}, equals: '5' }\n`,
      ).join(""),
      [Array.from({ length: count }, () => 8)],
    );
  expect(of(2).k0).toEqual(["k1 is off by 3 too"]);
  expect(of(3).k0).toEqual(["k1 and k2 are off by 3 too"]);
  expect(of(5).k0).toEqual(["k1, k2, k3 and k4 are off by 3 too"]);
  expect(of(6).k0).toEqual(["k1, k2, k3 and 2 more are off by 3 too"]);
});

test("checks that are off by the same in the other direction count; by another amount, or of a rate, not", () => {
  const told = hints(
    "  a: { kind: equality, figure: t.r0.c0, equals: '5' }\n" +
      "  b: { kind: equality, figure: t.r0.c1, equals: '5' }\n" +
      "  c: { kind: equality, figure: t.r0.c2, equals: '5' }\n" +
      "  d: { kind: ratio, ratio: t.r0.c3, of: '5', to: '1' }\n",
    [[8, 2, 9, 8]],
  );
  expect(told).toEqual({ a: ["b is off by 3 too"], b: ["a is off by 3 too"], c: [], d: [] });
});

test("a repair that would make a figure negative, or give it more places than it has, is not proposed", () => {
  const negative = hints(
    "  a: { kind: sum, total: '3', parts: [t.r0.c0, t.r0.c1] }\n  b: { kind: sum, total: '4', parts: [t.r0.c0, t.r0.c2] }\n",
    [[2, 5, 6]],
  );
  expect(negative.a?.filter((hint) => hint.startsWith("look at"))).toEqual([]);
  const places = hints(
    "  a: { kind: sum, total: '3.5', parts: [t.r0.c0, t.r0.c1] }\n  b: { kind: sum, total: '4.5', parts: [t.r0.c0, t.r0.c2] }\n",
    [[5, 1, 2]],
  );
  expect(places.a?.filter((hint) => hint.startsWith("look at"))).toEqual([]);
});

test("a figure that is twice in a check, and changes nothing there, is not suspected", () => {
  const told = hints("  a: { kind: difference, difference: t.r0.c1, value: t.r0.c0, base: t.r0.c0 }\n", [
    [7, 4],
  ]);
  expect(told.a).toEqual([]);
});

test("repairs that are equally likely are told, three of them in full", () => {
  const wrong = Array.from({ length: 5 }, () => 12);
  const told = hints(
    `  a: { kind: sum, total: '69', parts: [${wrong.map((_, i) => `t.r0.c${i}`).join(", ")}] }\n`,
    [wrong],
  );
  expect(told.a).toEqual([
    "look at t.r0.c0 (t.csv:2): 21 instead of 12, its digits transposed, would mend a",
    "look at t.r0.c1 (t.csv:2): 21 instead of 12, its digits transposed, would mend a",
    "look at t.r0.c2 (t.csv:2): 21 instead of 12, its digits transposed, would mend a",
    "as likely: t.r0.c3, t.r0.c4",
  ]);
});

test("a lost zero is suspected after exchanged digits, and before nothing", () => {
  const zero = hints("  a: { kind: sum, total: '123', parts: [t.r0.c0, t.r0.c1] }\n", [[12, 3]]);
  expect(zero.a).toEqual(["look at t.r0.c0 (t.csv:2): 120 instead of 12, a factor of 10, would mend a"]);
  const both = hints("  a: { kind: sum, total: '30', parts: [t.r0.c0, t.r0.c1] }\n", [[12, 9]]);
  expect(both.a).toEqual([
    "look at t.r0.c0 (t.csv:2): 21 instead of 12, its digits transposed, would mend a",
  ]);
  expect(hints("  a: { kind: sum, total: '17', parts: [t.r0.c0, t.r0.c1] }\n", [[12, 9]]).a).toEqual([]);
});

test("a repair that breaks as much as it mends is not proposed", () => {
  const told = hints(
    "  a: { kind: equality, figure: t.r0.c0, equals: '15' }\n" +
      "  b: { kind: equality, figure: t.r0.c0, equals: '15' }\n" +
      "  c: { kind: equality, figure: t.r0.c0, equals: '10' }\n" +
      "  d: { kind: equality, figure: t.r0.c0, equals: '10' }\n",
    [[10]],
  );
  expect(told.a).toEqual(["b is off by 5 too"]);
});

test("of two repairs the one that mends more is told alone", () => {
  const told = hints(
    "  a: { kind: sum, total: t.r0.c2, parts: t.r0.c0|c1 }\n" +
      "  b: { kind: equality, figure: t.r0.c0, equals: '4' }\n" +
      "  c: { kind: equality, figure: t.r0.c0, equals: t.r1.c0 }\n" +
      "  d: { kind: equality, figure: t.r1.c1, equals: t.r0.c1 }\n",
    [
      [3, 5, 9],
      [4, 5, 0],
    ],
  );
  expect(told.a?.[0]).toBe("look at t.r0.c0 (t.csv:2): 4 instead of 3 would mend a, b and c");
  expect(told.a?.filter((hint) => hint.startsWith("look at"))).toHaveLength(1);
});
