import { expect, test } from "vitest";
import { type Ferries, ferries, messages } from "./ferries.ts";

const NO_VALUES: Pick<Ferries, "report"> = {
  report: [
    ["    source: survey\n    columns:", "    source: survey\n    blank: not-applicable\n    columns:"],
  ],
};
const sumOfTrips = "checks:\n  it: { kind: sum, total: ferries.all.trips, parts: ferries.kind=town.trips }\n";
const without = (...towns: readonly ("Elm" | "Oak" | "Ash")[]) => {
  const cells = { Elm: "Elm,12.50,100", Oak: "Oak,8.00,50", Ash: "Ash,4.50,45" };
  return towns.map((town) => [cells[town], cells[town].replace(/\d+$/, "")] as const);
};

test("one figure that is missing is named", () => {
  const said = ferries({ checks: sumOfTrips, cells: without("Oak") });
  expect(said.results).toEqual(["not-computable: it: ferries.oak.trips is missing"]);
  expect(said.report?.checks[0]).toMatchObject({ computed: null, difference: null, claim: null, hints: [] });
  expect(said.report?.checks[0]?.stated?.toFixed()).toBe("195");
});

test("of several that are missing, how many and the first", () => {
  const said = ferries({ checks: sumOfTrips, cells: without("Elm", "Oak") });
  expect(said.results).toEqual(["not-computable: it: 2 figures are missing, first ferries.elm.trips"]);
});

test("a cell that cannot be read is not called missing", () => {
  const unread: Ferries = { checks: sumOfTrips, cells: [["Elm,12.50,100", "Elm,12.50,1x0"]] };
  expect(messages(ferries(unread))).toContain(
    "note: it: the check cannot be computed: ferries.elm.trips could not be read [check-not-computable]",
  );
  const both = ferries({ ...unread, cells: [...(unread.cells ?? []), ...without("Oak")] });
  expect(messages(both)).toContain(
    "note: it: the check cannot be computed: 2 figures are missing or could not be read, first ferries.elm.trips [check-not-computable]",
  );
});

test("a day is no number, and is called neither missing nor unreadable", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: equality, figure: ferries.opened, equals: '2030' }\n",
    report: [["  year: { kind: year }", "  year: { kind: year }\n  day: { kind: date }"]],
    indicators: ["ferries.opened: { value: 2030-04-01, unit: day, source: survey }"],
  });
  expect(said.results).toEqual(["not-computable: it: ferries.opened is a day, not a number"]);
});

test("parts that have no value by their nature are left out of a sum", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: sum, total: '145', parts: ferries.kind=town.trips }\n",
    ...NO_VALUES,
    cells: without("Oak"),
  });
  expect(said.results).toEqual(["passed: it: the 2 parts add up to 145"]);
});

test("a sum none of whose parts can have a value is told", () => {
  const said = ferries({ checks: sumOfTrips, ...NO_VALUES, cells: without("Elm", "Oak", "Ash") });
  expect(said.results).toEqual(["not-computable: it: parts: none of them can have a value"]);
  expect(said.talk).toEqual([
    "error: it: the check can never be computed: parts: none of them can have a value [check-without-value]\n" +
      "  at data/2030/tables/ferries.csv:2:11 (ferries.elm.trips)\n" +
      "  hint: fill in the cell, or leave its row out of the check",
  ]);
});

test("what is missing comes before what can have no value: more data will tell", () => {
  const said = ferries({
    checks:
      "checks:\n  it: { kind: share, share: trips.share, part: ferries.elm.trips, whole: ferries.oak.trips }\n",
    ...NO_VALUES,
    cells: without("Oak"),
    indicators: ["trips.share: { unit: percent, source: survey, status: missing }"],
  });
  expect(messages(said)).toContain(
    "note: it: the check cannot be computed: 2 figures are missing, first trips.share [check-not-computable]",
  );
});

test("a figure that has no value by its nature is said so in the list of figures", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: sum, total: ferries.all.trips, parts: ferries.kind=town.trips }\n",
    ...NO_VALUES,
    cells: without("Oak"),
  });
  expect(said.talk[0]?.split("\n")).toContain(
    "  hint: ferries.oak.trips = not applicable (data/2030/tables/ferries.csv:3:10)",
  );
});

test("two checks of one declaration that wait are one note; a single one is “the check”", () => {
  const said = ferries({
    checks: `checks:
  all: { kind: sum, each: { column: [trips, foot, car] }, total: "ferries.all.{column}", parts: "ferries.kind=town.{column}" }
  one: { kind: equality, figure: ferries.oak.trips, equals: '50' }
`,
    cells: [["Oak,8.00,50,30", "Oak,8.00,,"]],
  });
  expect(messages(said).filter((text) => text.startsWith("note"))).toEqual([
    "note: all: 2 of 3 checks cannot be computed: ferries.oak.trips is missing [check-not-computable]",
    "note: one: the check cannot be computed: ferries.oak.trips is missing [check-not-computable]",
  ]);
});

test("a number that stands in the check has the places that it is written with", () => {
  const said = ferries({
    checks: `checks:
  two: { kind: rate, rate: '7.80', of: ferries.all.trips, per: ferries.all.people }
  none: { kind: rate, rate: '8', of: ferries.all.trips, per: ferries.all.people }
  wrong: { kind: rate, rate: '7.9', of: ferries.all.trips, per: ferries.all.people }
`,
  });
  expect(said.results).toEqual([
    "passed: two: 195 ÷ 25 = 7.8",
    "passed: none: 195 ÷ 25 = 7.8",
    "failed: wrong: 195 ÷ 25 = 7.8",
  ]);
  expect(messages(said)).toEqual([
    "error: wrong: the check says 7.9, but 195 ÷ 25 = 7.8 (difference +0.1) [discrepancy]",
  ]);
});

test("a number that stands in the check is not taken for the figure that it is compared with", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: equality, figure: '200', equals: ferries.all.trips }\n",
  });
  expect(messages(said)).toEqual([
    "error: it: the check says 200, but ferries.all.trips is 195 (difference +5) [discrepancy]",
  ]);
});

test("a check of numbers alone fails where it is written", () => {
  const said = ferries({ checks: "checks:\n  it: { kind: equality, figure: '1', equals: '2' }\n" });
  expect(said.talk).toEqual([
    "error: it: the check says 1, but 2 is 2 (difference −1) [discrepancy]\n  at data/2030/checks.yaml:2:7 (checks.it)",
  ]);
});
