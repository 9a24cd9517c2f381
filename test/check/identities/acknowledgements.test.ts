import { expect, test } from "vitest";
import { ferries, messages } from "./ferries.ts";

const CHECKS = "checks:\n  it: { kind: equality, figure: boats.now, equals: '40' }\n";
const boats = (value: string) => [`boats.now: { value: ${value}, unit: trip, source: survey }`];
const entry = (difference: string, rest = "print: false") =>
  `acknowledgements:\n  it: { difference: ${difference}, reason: as printed, decided_by: the editors, date: 2031-02-01, ${rest} }\n`;

test.each([
  ["38", "-2", "−2"],
  ["38", "−2", "−2"],
  ["42", "2", "+2"],
])("boats of %s with %s accepted are a note", (value, difference, signed) => {
  const said = ferries({ checks: CHECKS, indicators: boats(value), acknowledgements: entry(difference) });
  expect(messages(said)).toEqual([
    `note: it: boats.now is ${value}, but 40 is 40 (difference ${signed}) [acknowledged-discrepancy]`,
  ]);
  expect(said.report?.checks[0]?.acknowledgement?.reason).toBe("as printed");
});

test("with another difference accepted they are an error, and nothing counts as accepted", () => {
  const said = ferries({ checks: CHECKS, indicators: boats("38"), acknowledgements: entry("2") });
  expect(messages(said)).toEqual([
    "error: it: boats.now is 38, but 40 is 40 (difference −2) [changed-discrepancy]",
  ]);
  expect(said.report?.checks[0]?.acknowledgement).toBeNull();
});

test.each(["two", "2x", "x2", "+2", "1e2", "2."])(
  "“%s” is no difference, and what it accepts is not told as an error too",
  (difference) => {
    const said = ferries({ checks: CHECKS, indicators: boats("38"), acknowledgements: entry(difference) });
    expect(messages(said)).toEqual([
      `error: acknowledgements.it.difference: expected a number, found “${difference}” [wrong-value]`,
    ]);
  },
);

test.each([
  "notes.n1",
  "exhibits.tables.ferries.notes",
  "exhibits.tables.ferries.notes.n1.x",
  "my.exhibits.tables.ferries.notes.n1",
])("“%s” is no key of a note", (key) => {
  const said = ferries({
    checks: CHECKS,
    indicators: boats("38"),
    acknowledgements: entry("-2", `print: true, note: ${key}`),
  });
  expect(messages(said)).toEqual([
    `error: acknowledgements.it.note: expected a key such as exhibits.tables.patents_valid.notes.n3, found “${key}” [wrong-value]`,
  ]);
});

test.each([
  ["acknowledgements: [", "a file that is no YAML"],
  ["acknowledgements: 5\n", "a file without entries"],
])("where nothing of the acknowledgements can be read (%s), no discrepancy is told beside that", (text) => {
  const said = ferries({ checks: CHECKS, indicators: boats("38"), acknowledgements: text });
  expect(messages(said).filter((line) => line.includes("discrepancy"))).toEqual([]);
  expect(messages(said).filter((line) => line.startsWith("error"))).not.toEqual([]);
});

test("an empty file accepts nothing", () => {
  const said = ferries({
    checks: CHECKS,
    indicators: boats("38"),
    acknowledgements: "acknowledgements: {}\n",
  });
  expect(messages(said)).toEqual(["error: it: boats.now is 38, but 40 is 40 (difference −2) [discrepancy]"]);
});

test("an acknowledgement waits while its check cannot be set up", () => {
  const said = ferries({
    checks: "checks:\n  it: { kind: equality, figure: boatz.now, equals: '40' }\n",
    indicators: boats("38"),
    acknowledgements: entry("-2"),
  });
  expect(messages(said)).toEqual(["error: there is no figure “boatz.now” [unknown-figure]"]);
});
