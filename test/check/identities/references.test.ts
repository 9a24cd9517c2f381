import { expect, test } from "vitest";
import { ferries, messages } from "./ferries.ts";

/** The first line that is said of a sum of what a reference stands for. */
const sumOf = (reference: string) =>
  ferries({ checks: `checks:\n  it: { kind: sum, total: '1', parts: "${reference}" }\n` });
const first = (reference: string) => messages(sumOf(reference))[0];

test.each([
  ["ferries", "there is no figure “ferries” [unknown-figure]"],
  ["ferries.all", "there is no figure “ferries.all” [unknown-figure]"],
  ["ferries.all.trips.x", "there is no figure “ferries.all.trips.x” [unknown-figure]"],
  ["boats.all.trips", "there is no figure “boats.all.trips” [unknown-figure]"],
  ["ferries..trips", "ferries has no row “” [unknown-row]"],
  ["ferries.all.", "ferries has no column “” [unknown-column]"],
  ["ferries.elm|pine.trips", "ferries has no row “pine” [unknown-row]"],
  ["ferries.all.trips|cars", "ferries has no column “cars” [unknown-column]"],
  ["ferries.kind=.trips", "kind= selects nothing [empty-selection]"],
  ["ferries.kind=town|village.trips", "kind=village selects nothing [empty-selection]"],
  ["ferries.side=west.trips", "side=west selects nothing [empty-selection]"],
  ["ferries.all.group=ships", "group=ships selects nothing [empty-selection]"],
  ["ferries.all.kind=means", "kind=means selects nothing [empty-selection]"],
])("%s stands for nothing", (reference, message) => {
  expect(first(reference)).toBe(`error: ${message}`);
});

test.each([
  ["ferries.*.trips", "the 6 parts add up to 585"],
  ["ferries.kind=town.foot|car", "the 6 parts add up to 195"],
  ["ferries.kind=town|side.trips", "the 5 parts add up to 390"],
  ["ferries.side=south.trips", "the 1 part is 45"],
  ["ferries.elm.group=means", "the 2 parts add up to 100"],
  ["ferries.elm|oak.trips", "the 2 parts add up to 150"],
  ["12.5", "the 1 part is 12.5"],
])("%s stands for figures", (reference, finding) => {
  expect(sumOf(reference).results).toEqual([`failed: it: ${finding}`]);
});

test.each([
  ["ferries", "6"],
  ["ferries.*", "6"],
  ["ferries.kind=town", "3"],
  ["ferries.elm|oak", "2"],
  ["town", "6"],
  ["town.side=north", "2"],
])("rows of %s are counted", (rows, count) => {
  const said = ferries({ checks: `checks:\n  it: { kind: count, figure: '${count}', rows: ${rows} }\n` });
  expect(said.results).toEqual([`passed: it: there are ${count}`]);
});

test.each([
  ["nothing.at.all", "there is no table or dimension “nothing” [unknown-table]"],
  ["ferries.kind=twon", "kind=twon selects nothing [empty-selection]"],
])("rows of %s are not", (rows, message) => {
  const said = ferries({ checks: `checks:\n  it: { kind: count, figure: '1', rows: ${rows} }\n` });
  expect(messages(said)).toEqual([`error: ${message}`]);
});

test("only a count's rows are counted; elsewhere “rows” of a table are no figure", () => {
  expect(first("ferries.kind=town")).toBe("error: there is no figure “ferries.kind=town” [unknown-figure]");
});

test("a table without members has no kinds", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: sum, total: '195', parts: ferries.kind=town.trips }\n",
    report: [["key: { column: town, dimension: town }", "key: { column: town }"]],
  });
  expect(messages(said)).toContain("error: kind=town selects nothing [empty-selection]");
});

test("a variable that “each” does not have, with and without others", () => {
  const none = ferries({
    checks: 'checks:\n  it: { kind: sum, total: "ferries.{town}.trips", parts: "1" }\n',
  });
  expect(none.talk).toEqual([
    "error: “ferries.{town}.trips”: “each” has no variable “town” [unknown-variable]\n" +
      "  at data/2030/checks.yaml:2:27 (checks.it.total)\n" +
      "  hint: add it to “each”",
  ]);
  const other = ferries({
    checks:
      'checks:\n  it: { kind: sum, each: { town: [elm] }, total: "ferries.{twon}.trips", parts: "ferries.{town}.foot" }\n',
  });
  expect(other.talk[0]).toContain("  hint: did you mean “town”?");
});

test("“each” over what is not there is told where it is written", () => {
  const said = ferries({
    checks:
      'checks:\n  it: { kind: sum, each: { town: ferries.kind=twon }, total: "ferries.{town}.trips", parts: "1" }\n',
  });
  expect(messages(said)).toEqual(["error: kind=twon selects nothing [empty-selection]"]);
});

test("checks without number are refused at once, not counted", () => {
  const letters = [..."abcdefghijkl"];
  const each = letters.map((letter) => `${letter}: ferries.*`).join(", ");
  const total = letters.map((letter) => `{${letter}}`).join("");
  const said = ferries({
    checks: `checks:\n  it: { kind: sum, each: { ${each} }, total: "${total}", parts: "1" }\n`,
  });
  expect(said.talk).toEqual([
    "error: “each” repeats the check 2176782336 times; a report may have 50000 checks in all [too-many-checks]\n" +
      "  at data/2030/checks.yaml:2:7 (checks.it)\n" +
      "  hint: give “each” fewer variables, or fewer values",
  ]);
});
