import { expect, test } from "vitest";
import { edited, libraries, problems, shown, YEAR } from "../support/report.ts";
import { reportIn } from "../support/revisions.ts";

const withPrevious = (year: number) =>
  edited("data/2030/report.yaml", "year: 2030\n", `year: 2030\nprevious: ${year}\n`);

const LAST_YEAR = {
  "data/2029/report.yaml": `year: 2029
date: 2030-03-01
languages: { en: { state: released } }
chapters: [preface]
sources: { survey: { title: Library Survey 2029 (made up) } }
units: { loan: { kind: count }, percent: { kind: percent } }
`,
  "data/2029/indicators.yaml": `indicators:
  loans.books: { value: 250000, unit: loan, source: survey }
`,
};

test("formulas and texts may name the previous year's figures", async () => {
  const files = {
    ...LAST_YEAR,
    ...(await withPrevious(2029)),
    "data/2030/checks.yaml": `derived:
  loans.growth: { formula: growth, value: loans.all.books, base: previous.loans.books, unit: percent, places: 1, source: survey }
checks:
  growth: { kind: equality, figure: loans.growth, equals: "1.9" }
`,
  };
  expect(shown(await problems(files))).toBe("");
  const wrong = {
    ...files,
    "data/2029/indicators.yaml": files["data/2029/indicators.yaml"].replace("250000", "260000"),
  };
  expect(shown(await problems(wrong))).toContain("loans.growth is -2.0");
});

test("what names figures of a year that is not there is not reported as well", async () => {
  const text = await edited(
    "locales/en/2030/preface.json",
    "{{loans.yoy, yoy}}",
    "{{previous.loans.books, count}}",
  );
  const codes = (await problems({ ...text, ...(await withPrevious(2029)) })).map(({ code }) => code);
  expect(codes).toContain("wrong-previous");
  expect(codes).not.toContain("unknown-figure");
});

test("a previous year that is not there, not earlier, or broken", async () => {
  const reports = [
    await problems(await withPrevious(2029)),
    await problems(await withPrevious(2030)),
    await problems({
      ...LAST_YEAR,
      ...(await withPrevious(2029)),
      "data/2029/indicators.yaml": "indicators: { loans.books: { value: 25O, unit: loan, source: survey } }",
    }),
    await problems({
      ...LAST_YEAR,
      ...(await withPrevious(2029)),
      ...(await edited(
        "data/2030/indicators.yaml",
        "  loans.budget:",
        "  previous.budget: { value: 1, unit: loan, source: survey }\n  loans.budget:",
      )),
    }),
  ];
  expect(reports.map(shown).join("\n\n")).toMatchInlineSnapshot(`
    "error wrong-previous
      data/2030/report.yaml:2:11 (previous)
      previous: there is no report for 2029
      → restore data/2029, or take the line out and the figures that begin with previous.

    error wrong-previous
      data/2030/report.yaml:2:11 (previous)
      previous: expected a year before 2030, found 2030
      → write previous: 2029, or take it out

    error not-a-number
      data/2029/indicators.yaml:1:37 (indicators.loans.books.value)
      expected a number, found “25O”
      → digits, at most one decimal point, a minus sign for a decrease

    error reserved-name
      data/2030/indicators.yaml:5:3 (indicators.previous.budget)
      “previous.budget” would be a figure of the previous year
      → rename it: names of that kind belong to the year that report.yaml names as previous"
  `);
});

test("growth compares two figures in one unit, and there is none from zero", async () => {
  const growth = (base: string) => ({
    "data/2030/checks.yaml": `derived: { more: { formula: growth, value: loans.all.books, base: ${base}, unit: percent, places: 1 } }`,
  });
  expect(shown(await problems(growth("loans.budget")))).toMatchInlineSnapshot(`
    "error mixed-units
      data/2030/checks.yaml:1:18 (derived.more)
      derived.more: loans.all.books is in loan, loans.budget in thousand-yuan: they cannot be compared"
  `);
  expect(shown(await problems(growth('"0"')))).toBe("");
});

test("there is no growth to what is not applicable", async () => {
  const { figures } = await reportIn(
    libraries({
      ...(await edited("data/2030/report.yaml", "loans:\n", "loans:\n    blank: not-applicable\n")),
      "data/2030/checks.yaml":
        "derived: { films: { formula: growth, value: loans.park.films, base: loans.hill.films, unit: percent, places: 1 } }",
    }),
    YEAR,
  );
  const { value, status } = figures.get("derived.films") ?? {};
  expect([value, status]).toEqual([null, "missing"]);
});
