import { expect, test } from "vitest";
import { ferries } from "./ferries.ts";

/** What is said of one declaration, without its place's path. */
const said = (section: "checks" | "derived", line: string): readonly string[] =>
  ferries({ checks: `${section}:\n  ${line}\n` }).talk.map((text) => text.split("\n")[0] ?? "");

const NAME = "a name of lower-case letters, digits and “_”";
const DOTTED = `${NAME}, with dots where it is the figure’s whole reference`;

test.each([
  ["it: 5", "checks.it: expected a mapping with a kind of check, found “5” [wrong-value]"],
  [
    "it: { kind: sum, total: '1', parts: { a: 1 } }",
    "checks.it.parts: expected a reference or a list of references, found a mapping [wrong-value]",
  ],
  [
    "it: { kind: sum, total: '1', parts: [] }",
    "checks.it.parts: expected a list of at least 1 entry, found an empty list [wrong-value]",
  ],
  ...["x1", "1x", "-1", "0", "0.00", "1.", "1e3", "1234567890123456"].map((step) => [
    `it: { kind: ratio-possible, ratio: '1.5', of: '3', step: ${step} }`,
    `checks.it.step: expected a number above zero, found “${step}” [wrong-value]`,
  ]),
  ...["0", "ten"].map((nearest) => [
    `it: { kind: growth-possible, growth: '1.5', value: '3', nearest: ${nearest} }`,
    `checks.it.nearest: expected a number above zero, found “${nearest}” [wrong-value]`,
  ]),
  ...["it-is", "It", "1st", "a.b"].map((name) => [
    `${name}: { kind: equality, figure: '1', equals: '1' }`,
    `checks.${name}: expected ${NAME}, found “${name}” [wrong-key]`,
  ]),
])("checks: %s", (line, message) => {
  expect(said("checks", line)).toEqual([`error: ${message}`]);
});

test.each([
  [
    "it: 5",
    "derived.it: expected a mapping with a formula: sum, difference, growth, share, rate or ratio, found “5” [wrong-value]",
  ],
  [
    "it: { formula: growths }",
    "derived.it.formula: expected a mapping with a formula: sum, difference, growth, share, rate or ratio, found “growths” [wrong-value]",
  ],
  [
    "it: { formula: sum, parts: '1', unit: trip, rounding: up }",
    "derived.it.rounding: expected “half-up” or “down”, found “up” [wrong-value]",
  ],
  ...["21", "100", "2000000", "-1", "many"].map((places) => [
    `it: { formula: ratio, of: '1', to: '2', unit: multiple, places: ${places} }`,
    `derived.it.places: expected a number of decimal places up to 20, found “${places}” [wrong-value]`,
  ]),
  ...["It", "a-b", "previous.it", "derived.it", "a..b", "a.b.", "a.B", "a.b-c", "1.a"].map((name) => [
    `${name}: { formula: sum, parts: ferries.all.trips, unit: trip }`,
    `derived.${name}: expected ${DOTTED}, found “${name}” [wrong-key]`,
  ]),
])("derived: %s", (line, message) => {
  expect(said("derived", line)).toEqual([`error: ${message}`]);
});

test.each(["it", "it_2", "a.b", "a.2", "a.b_c.d"])("a derived figure may be called %s", (name) => {
  expect(said("derived", `${name}: { formula: sum, parts: ferries.all.trips, unit: trip }`)).toEqual([]);
});

test.each(["0.5", "0.25", "10"])("a multiple may be of %s", (step) => {
  const [line] = said("checks", `it: { kind: ratio-possible, ratio: '2', of: '20', step: ${step} }`);
  expect(line).toBeUndefined();
});

test("20 places are kept, as many as a quotient is exact to", () => {
  const { report } = ferries({
    checks:
      "derived:\n  it: { formula: ratio, of: ferries.all.car, to: ferries.all.foot, unit: multiple, places: 20 }\n",
  });
  expect(report?.figures.get("derived.it")?.value?.toFixed(20)).toBe("0.44444444444444444444");
});
