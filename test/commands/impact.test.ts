import { expect, test } from "vitest";
import { runImpact } from "../../src/commands/impact.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Impact } from "../../src/model/impact.ts";
import type { Language } from "../../src/model/language.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";
import { released } from "../support/revisions.ts";

const PAGES = new Map<Language, Map<string, string>>([
  [
    "en",
    new Map([
      ["lending.branches.p1", "1"],
      ["exhibits.tables.loans.title", "2"],
      ["exhibits.charts.books_by_branch.title", "2"],
    ]),
  ],
]);

const FIRST = await released(libraries(), { year: YEAR, pages: PAGES });

async function impact(changes: Changes, json = false) {
  const told: Diagnostic[] = [];
  const world = {
    content: libraries(changes),
    engine: ENGINE,
    report: (diagnostics: readonly Diagnostic[]) => void told.push(...diagnostics),
  };
  const { lines, exitCode } = await runImpact({ year: YEAR, json }, world);
  return { lines, exitCode, told: told.map(({ code }) => code) };
}

test("before the first release, and when nothing has changed", async () => {
  expect(await impact({})).toEqual({
    lines: ["nothing is released yet: whitepaper release makes revision 1"],
    exitCode: 0,
    told: [],
  });
  expect(await impact(FIRST)).toEqual({
    lines: ["nothing has changed since revision 1"],
    exitCode: 0,
    told: [],
  });
});

test("an uncorrected change is told, and what it touches is shown all the same", async () => {
  const { lines, exitCode, told } = await impact({
    ...FIRST,
    ...(await edited("data/2030/tables/loans.csv", "120400", "12040")),
  });
  expect([exitCode, told]).toEqual([1, ["uncorrected-change"]]);
  expect(lines.slice(0, 3)).toEqual([
    "since revision 1: 1 figure, 0 texts, 0 layout files; editions to print: en, zh-CN, ja, ko",
    "",
    "loans.harbour.books: 120400 → 12040",
  ]);
  const text = lines.join("\n");
  expect(text).toContain(
    "\n  at data/2030/tables/loans.csv:2:9\n  en lending.branches.p1, page 1\n    - The",
  );
  expect(text).toMatch(/\n {4}- .* 120,400 loans at Harbour .*\n {4}\+ .* 12,040 loans at Harbour /);
  expect(text).toMatch(/\n {2}ko lending\.branches\.p1\n {4}- .*120,400건.*\n {4}\+ .*12,040건/);
  expect(text).toContain(
    "\n  en table loans, page 2: 120,400 → 12,040\n  en chart books_by_branch, page 2\n    - alt: ",
  );
});

test("as JSON", async () => {
  const change = await edited("data/2030/indicators.yaml", "-2.50", "2.50");
  const { lines } = await impact({ ...FIRST, ...change }, true);
  const read = JSON.parse(lines.join("\n")) as { impact: Impact; diagnostics: Diagnostic[] };
  expect(read.impact.figures.map(({ ref, attention }) => [ref, attention[0]])).toEqual([
    ["loans.yoy", "en preface.p1: “down … YoY” becomes “up … YoY”; read the sentence"],
  ]);
  expect(read.diagnostics.map(({ code }) => code)).toContain("uncorrected-change");
});

test("a report that cannot be read has no impact", async () => {
  const broken = { ...FIRST, "data/2030/report.yaml": "year: [" };
  expect(await impact(broken)).toEqual({ lines: [], exitCode: 1, told: ["broken-yaml"] });
});
