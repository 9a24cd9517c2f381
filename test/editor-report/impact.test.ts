import { expect, test } from "vitest";
import { page } from "../../src/editor-report/page.ts";
import { edited } from "../support/report.ts";
import { CHECKS, released, reportOn, wordsOf } from "./sample.ts";

const first = await released(CHECKS);

test("nothing has changed since the release", async () => {
  const { html, facts } = await reportOn({ ...CHECKS, ...first });
  expect(facts.impact).toMatchObject({ since: 1, figures: [], texts: [], layout: [] });
  expect(wordsOf(html)).toContain("Nothing has changed since revision 1.");
});

test("a corrected cell: old and new in its table, sentence and chart, and the check that turns", async () => {
  const { html, facts } = await reportOn({
    ...CHECKS,
    ...first,
    ...(await edited("data/2030/tables/loans.csv", "Harbour,120400", "Harbour,120450")),
    "data/2030/corrections.yaml": `corrections:
  - figure: loans.harbour.books
    was: "120400"
    is: "120450"
    reason: { en: Counted anew., zh-CN: 重新统计。, ja: 数え直した。, ko: 다시 세었다. }
    decided_by: Library office
    date: 2031-05-02
    revision: 2
`,
  });
  const words = wordsOf(html);
  expect(facts.revision).toBe(2);
  expect(facts.impact?.figures.map(({ ref, was, is }) => [ref, was, is])).toEqual([
    ["loans.harbour.books", "120400", "120450"],
  ]);
  expect(words).toContain("Counted anew. — Library office, 2031-05-02");
  expect(html).toContain("counts <del>120,400</del><ins>120,450</ins> loans at Harbour");
  expect(html).toContain("<del>120,400</del> <ins>120,450</ins></td>");
  for (const language of ["zh-CN", "ja", "ko"])
    expect(html).toMatch(new RegExp(`<span lang="${language}">[^\\n]*<ins>`));
  expect(html.match(/<figure><figcaption>(?:As released|Now)<\/figcaption><svg/g)).toHaveLength(2);
  expect(words).toContain("all_books");
  expect(facts.impact?.figures[0]?.checks).toContainEqual(
    expect.objectContaining({ id: "all_books", before: "passed", after: "failed" }),
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a change without a correction is said to have none, and a sign that turns wants a human eye", async () => {
  const { html } = await reportOn({
    ...CHECKS,
    ...first,
    ...(await edited("data/2030/indicators.yaml", "value: -2.50", "value: 2.50")),
  });
  const words = wordsOf(html);
  expect(words).toContain("no correction is entered");
  expect(words).toContain("Needs a human eye");
  expect(html).toContain("<del>down</del><ins>up</ins>");
  expect(words).toMatch(/words turn “down[^”]*” → “up/);
});

test("a changed English text: its words marked, its translations named", async () => {
  const { html, facts } = await reportOn({
    ...CHECKS,
    ...first,
    ...(await edited("locales/en/2030/lending.json", "counts {{", "reports {{")),
  });
  expect(html).toContain("<del>counts</del><ins>reports</ins>");
  expect(facts.impact?.stale).toEqual(["lending.branches.p1"]);
  expect(
    facts.translations.find(({ language, chapter }) => language === "ko" && chapter === "lending"),
  ).toMatchObject({ stale: 1 });
});

test("two drawings of one chart keep their ids apart", async () => {
  const { facts } = await reportOn({
    ...CHECKS,
    ...first,
    ...(await edited("data/2030/tables/loans.csv", "Harbour,120400", "Harbour,120450")),
  });
  const svg = `<svg><clipPath id="chart-books-a"/><g clip-path="url(#chart-books-a)"/></svg>`;
  const html = page({ facts, charts: [{ id: "books_by_branch", before: svg, after: svg }], style: "" });
  for (const side of ["before", "after"]) {
    expect(html.match(new RegExp(` id="${side}-chart-books-a"`, "g"))).toHaveLength(1);
    expect(html).toContain(`url(#${side}-chart-books-a)`);
  }
});
