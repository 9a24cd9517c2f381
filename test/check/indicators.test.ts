import { expect, test } from "vitest";
import { problems, shown } from "../support/report.ts";

const FILE = "data/2030/indicators.yaml";

const good = `indicators:
  report.year: { value: 2030, unit: year, source: survey }
  report.end: { value: 2030-12-31, unit: date, source: survey }
  loans.yoy: { value: -2.50, unit: percent, source: survey }
  loans.budget: { value: 28645, unit: thousand-yuan, source: survey }
`;

const yaml = async (text: string) => shown(await problems({ [FILE]: text }));
const added = (lines: string) => yaml(good + lines.replace(/^/gm, "  "));

test("a number, a date and a decrease are read as written", async () => {
  expect(await yaml(good)).toBe("");
  expect(await added("a.b: { value: −2.50, unit: percent, source: survey }")).toBe("");
});

test("every wrong field of every indicator at once; the others are still read", async () => {
  expect(
    await added(`a.type: { value: [1], unit: percent, source: survey }
a.field: { value: 1, unit: percent, source: survey, note: x }
a.nounit: { value: 1, source: survey }
a.unit: { value: 1, unit: percnt, source: survey }
a.source: { value: 1, unit: percent, source: surveys }
a.status: { value: 1, unit: percent, source: survey, status: provisionl }
a.text: plain
a.number: { value: "1,234", unit: percent, source: survey }
a.date: { value: 2030-02-30, unit: date, source: survey }
a.whole: { value: 12.5, unit: loan, source: survey }
a.true: { value: true, unit: loan, source: survey }`),
  ).toMatchInlineSnapshot(`
    "error wrong-value
      data/2030/indicators.yaml:6:20 (indicators.a.type.value)
      indicators.a.type.value: expected a text, found a list of 1
    error unknown-field
      data/2030/indicators.yaml:7:55 (indicators.a.field.note)
      indicators.a.field.note: there is no such field
      → remove it, or look for a misspelling
    error missing-field
      data/2030/indicators.yaml:8:3 (indicators.a.nounit.unit)
      indicators.a.nounit.unit: expected a text, found nothing
      → add it
    error unknown-unit
      data/2030/indicators.yaml:9:29 (indicators.a.unit.unit)
      the unit “percnt” is not declared in report.yaml
      → did you mean “percent”?
    error unknown-source
      data/2030/indicators.yaml:10:48 (indicators.a.source.source)
      the source “surveys” is not declared in report.yaml
      → did you mean “survey”?
    error wrong-value
      data/2030/indicators.yaml:11:64 (indicators.a.status.status)
      indicators.a.status.status: expected “normal” or “provisional” or “estimated” or “missing”, found “provisionl”
      → did you mean “provisional”?
    error wrong-value
      data/2030/indicators.yaml:12:11 (indicators.a.text)
      indicators.a.text: expected a mapping, found “plain”
    error not-a-number
      data/2030/indicators.yaml:13:22 (indicators.a.number.value)
      expected a number, found “1,234”
      → remove the thousands separators: 1234
    error not-a-date
      data/2030/indicators.yaml:14:20 (indicators.a.date.value)
      expected a date, found “2030-02-30”
      → write it as 2021-12-31
    error not-whole
      data/2030/indicators.yaml:15:21 (indicators.a.whole.value)
      a figure in “loan” is a whole number, found “12.5”
      → give the whole number, or a unit of kind decimal
    error wrong-value
      data/2030/indicators.yaml:16:20 (indicators.a.true.value)
      indicators.a.true.value: expected a text, found true"
  `);
});

test("a value with the status missing, and no value without it", async () => {
  expect(
    await added(`a.one: { value: 1, unit: percent, source: survey, status: missing }
a.two: { unit: percent, source: survey }`),
  ).toMatchInlineSnapshot(`
    "error value-of-missing
      data/2030/indicators.yaml:6:19 (indicators.a.one.value)
      the status is “missing”, but there is a value, “1”
      → remove the value or the status
    error no-value
      data/2030/indicators.yaml:7:10 (indicators.a.two.value)
      there is no value
      → give one, or set the status to “missing”"
  `);
});

test("a missing value is a warning", async () => {
  const text = `${good}  a.one: { unit: percent, source: survey, status: missing }\n`;
  const found = await problems({ [FILE]: text }, true);
  expect(shown(found.filter(({ file }) => file === FILE))).toMatchInlineSnapshot(`
    "warning missing-data
      data/2030/indicators.yaml:6:3 (indicators.a.one)
      a.one: the value is missing
      → give the value when it is known"
  `);
});

test("ids that are none, and ids that begin with another", async () => {
  expect(
    await added(`Total: { value: 1, unit: percent, source: survey }
loans.yoy.books: { value: 1, unit: percent, source: survey }
loans.hill: { value: 1, unit: percent, source: survey }
loans.hill.books: { value: 1, unit: percent, source: survey }
loans.hill.books.new: { value: 1, unit: percent, source: survey }`),
  ).toMatchInlineSnapshot(`
    "error wrong-key
      data/2030/indicators.yaml:6:3 (indicators.Total)
      indicators.Total: expected a dotted id of lower-case letters, digits and “_”, such as trademarks.applications, found “Total”
    error ambiguous-id
      data/2030/indicators.yaml:7:3 (indicators.loans.yoy.books)
      “loans.yoy” and “loans.yoy.books” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.yoy_total
    error ambiguous-id
      data/2030/indicators.yaml:8:3 (indicators.loans.hill)
      “loans.hill” and “loans.hill.films” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill_total
    error ambiguous-id
      data/2030/indicators.yaml:9:3 (indicators.loans.hill.books)
      “loans.hill” and “loans.hill.books” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill_total
    error duplicate-figure
      data/2030/indicators.yaml:9:3 (indicators.loans.hill.books)
      “loans.hill.books” is an indicator and a cell of data/2030/tables/loans.csv
      → a figure lives once: remove the indicator
    error ambiguous-id
      data/2030/indicators.yaml:10:3 (indicators.loans.hill.books.new)
      “loans.hill.books” and “loans.hill.books.new” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill.books_total
    error ambiguous-id
      data/2030/indicators.yaml:10:3 (indicators.loans.hill.books.new)
      “loans.hill” and “loans.hill.books.new” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill_total"
  `);
  expect(
    await added(`loans.yoy.books: { value: 1, unit: percent, source: survey }
loans.hill: { value: 1, unit: percent, source: survey }
loans.hill.books: { value: 1, unit: percent, source: survey }
loans.mill.books.new: { value: 1, unit: percent, source: survey }`),
  ).toMatchInlineSnapshot(`
    "error ambiguous-id
      data/2030/indicators.yaml:6:3 (indicators.loans.yoy.books)
      “loans.yoy” and “loans.yoy.books” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.yoy_total
    error ambiguous-id
      data/2030/indicators.yaml:7:3 (indicators.loans.hill)
      “loans.hill” and “loans.hill.films” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill_total
    error ambiguous-id
      data/2030/indicators.yaml:8:3 (indicators.loans.hill.books)
      “loans.hill” and “loans.hill.books” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.hill_total
    error duplicate-figure
      data/2030/indicators.yaml:8:3 (indicators.loans.hill.books)
      “loans.hill.books” is an indicator and a cell of data/2030/tables/loans.csv
      → a figure lives once: remove the indicator
    error ambiguous-id
      data/2030/indicators.yaml:9:3 (indicators.loans.mill.books.new)
      “loans.mill.books” and “loans.mill.books.new” cannot both be figures: one is the beginning of the other
      → rename one of them, such as loans.mill.books_total"
  `);
});

test("an id twice", async () => {
  expect(await added("loans.yoy: { value: 1, unit: percent, source: survey }")).toMatchInlineSnapshot(`
    "error duplicate-key
      data/2030/indicators.yaml:6:3
      the key “loans.yoy” is given twice
      → keep one of the two"
  `);
});

test("broken YAML: what refers to its figures is not reported as well", async () => {
  expect(await yaml(`${good}  a.b: { value: 1, unit: [percent }\n`)).toMatchInlineSnapshot(`
    "error broken-yaml
      data/2030/indicators.yaml:6:35
      not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]
      → check indentation, colons and quotes here and just before"
  `);
  expect(await yaml(good.replace("  report.end", "\treport.end"))).toMatchInlineSnapshot(`
    "error broken-yaml
      data/2030/indicators.yaml:3:1
      not valid YAML: Tabs are not allowed as indentation
      → check indentation, colons and quotes here and just before"
  `);
  expect(await yaml("just words")).toMatchInlineSnapshot(`
    "error wrong-value
      data/2030/indicators.yaml:1:1
      the file: expected a mapping, found “just words”"
  `);
  expect(await yaml("")).toMatchInlineSnapshot(`
    "error empty-file
      data/2030/indicators.yaml
      the file is empty
      → fill it, or bring back an older copy"
  `);
});

test("aliases that multiply, an alias of itself, a key with a meaning of its own", async () => {
  const levels = [..."bcdefghi"].map((name, index) => {
    const before = "abcdefgh"[index];
    return `x${name}: &${name} [${Array(9).fill(`*${before}`).join(",")}]`;
  });
  expect(await yaml(`xa: &a [x,x,x,x,x,x,x,x,x]\n${levels.join("\n")}\n${good}`)).toMatchInlineSnapshot(`
    "error broken-yaml
      data/2030/indicators.yaml
      aliases (*name) repeat too much
      → write the values out"
  `);
  expect(await yaml(`${good}x: &x [*x]\n`)).toMatchInlineSnapshot(`
    "error unknown-field
      data/2030/indicators.yaml:6:1 (x)
      x: there is no such field
      → remove it, or look for a misspelling"
  `);
  expect(
    await yaml(`${good}  __proto__: { value: 1, unit: percent, source: survey }\n`),
  ).toMatchInlineSnapshot(`
    "error forbidden-key
      data/2030/indicators.yaml:6:3
      the key “__proto__” is not allowed
      → rename it"
  `);
  expect(await added("constructor.prototype: { value: 1, unit: percent, source: survey }")).toBe("");
});
