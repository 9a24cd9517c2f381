import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import { compare } from "../../src/model/diagnostic.ts";
import { ENGINE, edited, libraries, problems, shown, YEAR } from "../support/report.ts";

test("the made-up report passes, with warnings for what it lacks", async () => {
  expect(shown(await problems({}, true))).toMatchInlineSnapshot(`
    "warning missing-data
      data/2030/tables/loans.csv:4:12 (loans.park.films)
      loans.films: 2 of 5 values are missing (park, all)
      → fill in the CSV when the data is known; until then it is shown as not supplied
    warning missing-data
      data/2030/tables/visits.csv:2:9 (visits.harbour.visits)
      visits.visits: 4 of 4 values are missing (all rows)
      → fill in the CSV when the data is known; until then it is shown as not supplied"
  `);
});

test("problems in many files are all found in one run, in the order of files and places", async () => {
  const found = await problems({
    "data/2030/tables/loans.csv":
      "branch,books,films\nHarbour,12%,1\nHil,2,3\nPark,x,\nMill,9000,410\nAll,1,\n",
    "data/2030/indicators.yaml": "indicators:\n  report.year: { value: 2030, unit: yaer, source: survey }\n",
    ...(await edited("locales/en/2030/preface.json", "Made-up", "<b>Made-up</b>")),
    "locales/ja/2030/lending.json": "{",
    ...(await edited("templates/charts/films_by_branch.vl.json", '"official"', '"rising"')),
    ...(await edited("templates/chapters/lending.hbs", "{{/section}}", "")),
  });
  const files = found.map(({ file }) => file ?? "");
  expect(files).toEqual(
    expect.arrayContaining([
      "data/2030/indicators.yaml",
      "data/2030/tables/loans.csv",
      "locales/en/2030/preface.json",
      "locales/ja/2030/lending.json",
      "templates/chapters/lending.hbs",
      "templates/charts/films_by_branch.vl.json",
    ]),
  );
  expect(
    found.filter(({ file }) => file?.endsWith("loans.csv")).map(({ code, line }) => `${line} ${code}`),
  ).toEqual(["2 not-a-number", "3 unknown-branch", "4 not-a-number"]);
  const places = found.map(({ file = "", line = 0, column = 0 }) => [file, line, column] as const);
  const sorted = places.toSorted((a, b) => compare(a[0], b[0]) || a[1] - b[1] || a[2] - b[2]);
  expect(places).toEqual(sorted);
});

test("every diagnostic says what to do, and keeps to one line", async () => {
  const found = await problems({
    "data/2030/tables/loans.csv": 'branch,books,films\n"Har\nbour",12%,1\nPark,,\nPark,,\n',
    "data/2030/indicators.yaml": "indicators:\n  report.year: { value: 2030, unit: yaer, source: survey }\n",
    "locales/ja/2030/lending.json": "{",
  });
  expect(found.length).toBeGreaterThan(3);
  for (const { message, hints } of found) {
    expect(hints.length, message).toBeGreaterThan(0);
    expect(message).not.toMatch(/\n/);
  }
});

test("a report with errors is not built from", async () => {
  const content = libraries({ "locales/ja/2030/lending.json": "{" });
  expect(check(await gather({ year: YEAR, content, engine: ENGINE })).report).toBeNull();
});

test("a file of texts that cannot be read is one problem, not one for each of its texts in four languages", async () => {
  const codes = async (file: string) => (await problems({ [file]: "{" })).map(({ code }) => code);
  expect(await codes("locales/en/2030/lending.json")).toEqual(["broken-json"]);
  expect(await codes("locales/ko/2030/lending.json")).toEqual(["broken-json"]);
  expect(await codes("locales/ko/common.json")).toEqual(["broken-json"]);
});

const CHECKS = {
  "data/2030/checks.yaml": `checks:
  books: { kind: sum, total: loans.all.books, parts: loans.kind=branch.books }
  branches: { kind: count, figure: "4", rows: loans.kind=branch }
  park: { kind: bound, value: loans.park.books, relation: over, bound: "90000" }
  visits: { kind: bound, value: visits.*.visits, relation: over, bound: "0" }
`,
};

test("a table that cannot be read is one problem, not one for each check that names it", async () => {
  const codes = async (from: string, to: string) =>
    (await problems({ ...CHECKS, ...(await edited("data/2030/tables/loans.csv", from, to)) })).map(
      ({ code, message }) => `${code}: ${message}`,
    );
  const own = [
    "discrepancy: park: loans.park.books should be over 90000, but it is 45125 (difference −44875)",
  ];
  expect(await codes("branch,", "branch,")).toEqual(own);
  expect(await codes("branch,books,films", "branch;books;films")).toEqual([
    "wrong-separator: cells are separated by semicolons; commas are needed",
  ]);
  expect(await codes("Hill", "Hil")).toEqual(["unknown-branch: there is no branch “Hil”"]);
  expect(await codes("Hill", "Harbour")).toEqual([
    "duplicate-row: the row “harbour” is there twice, first in line 2",
  ]);
  expect(await codes("80250", "80251")).toHaveLength(2);
});
