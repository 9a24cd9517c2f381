import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/compose/compose.ts";
import { cssString } from "../../src/compose/styles.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Composition } from "../../src/model/composition.ts";
import type { Language } from "../../src/model/language.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";

async function composed(language: Language, changes: Changes = {}): Promise<Composition> {
  const { report, diagnostics } = check(
    await gather({ year: YEAR, content: libraries(changes), engine: ENGINE }),
  );
  if (!report) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const edition = resolve(report, language);
  const drawn = [...edition.charts.keys()].map(
    (id) => [id, { id, svg: `<svg id="drawn-${id}" aria-label="${id}"/>`, width: 1, height: 1 }] as const,
  );
  const { chapters, templates, styles } = report;
  const request = {
    edition,
    chapters,
    charts: new Map(drawn),
    templates,
    styles,
    revision: null,
    corrections: [],
  };
  const { composition, diagnostics: problems } = compose(request);
  if (!composition) throw new Error(problems.map(({ message }) => message).join("\n"));
  return composition;
}

test("chapters, sections, tables and charts are numbered in the edition's form and listed in order", async () => {
  const listed = (await composed("zh-CN")).entries.map(({ kind, id, number }) => `${kind} ${id} ${number}`);
  expect(listed).toMatchInlineSnapshot(`
    [
      "chapter preface ",
      "chapter lending 一、",
      "section lending-branches （一）",
      "chart chart-books-by-branch 图1",
      "table table-loans 表1",
      "chart chart-films-by-branch 图2",
      "chart chart-visits-by-branch 图3",
    ]
  `);
});

test("every page number of the contents list has its slot in the document", async () => {
  const { html, slots } = await composed("en");
  expect(slots.size).toBeGreaterThanOrEqual(3);
  for (const [id, slot] of slots) {
    expect(html).toContain(`id="${id}"`);
    expect(html.split(`id="${slot}"`)).toHaveLength(2);
  }
});

test("ids are there once each", async () => {
  const ids = [...(await composed("en")).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test("texts are escaped once: in prose, titles, labels, units and style sheets", async () => {
  const unit = await edited("locales/en/2030/exhibits.json", '"unit": "loan"', '"unit": "loan & return"');
  const title = await edited("locales/en/2030/lending.json", '"title": "Lending"', '"title": "R&D “\\\\”"');
  const { html } = await composed("en", await drafts({ ...unit, ...title }));
  expect(html).toContain("loan &amp; return");
  expect(html).toContain("R&amp;D “\\”");
  expect(html).not.toContain("&amp;amp;");
  expect(html).toContain('content:"I. R&D “\\5c ”"');
});

test("a draft is marked, and its English text says its language", async () => {
  const { html } = await composed(
    "ko",
    await drafts(await edited("locales/ko/2030/lending.json", '"title": "대출",', "")),
  );
  expect(html).toContain('<html lang="ko" class="draft">');
  expect(html).toMatch(/<h2 lang="en">.*Lending/);
  expect((await composed("ko")).html).toContain('class="released"');
});

test("nothing in the document comes from elsewhere", async () => {
  const { html } = await composed("ja");
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<(?:script|link|iframe|img)\b|url\((?!data:)|@import/);
});

/** The changes, with the other editions as drafts: their texts may then differ from the English. */
async function drafts(changes: Changes): Promise<Changes> {
  const released = "zh-CN: { state: released }\n  ja: { state: released }\n  ko: { state: released }";
  return {
    ...changes,
    ...(await edited("data/2030/report.yaml", released, released.replaceAll("released", "draft"))),
  };
}

test("a CSS string ends where it should, whatever is in it", () => {
  expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style\\3e \\a "');
});
