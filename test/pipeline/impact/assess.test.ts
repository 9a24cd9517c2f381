import { expect, test } from "vitest";
import { impactLines } from "../../../src/commands/impact.ts";
import type { Impact } from "../../../src/model/impact.ts";
import type { Language } from "../../../src/model/language.ts";
import { assessImpact } from "../../../src/pipeline/impact/assess.ts";
import { type Changes, changed, ENGINE } from "../../support/report.ts";
import { released, reportIn } from "../../support/revisions.ts";

const YEAR = 2021;
const INDICATORS = "data/2021/indicators.yaml";
const VALID = "data/2021/tables/patents_valid.csv";

const PAGES = new Map<Language, Map<string, string>>([
  [
    "en",
    new Map([
      ["creation.trademarks.p1", "7"],
      ["exhibits.tables.patents_valid.title", "12"],
      ["exhibits.charts.inventions_per_10k.title", "11"],
      ["exhibits.charts.valid_by_owner.title", "10"],
      ["exhibits.charts.trademark_applications.title", "8"],
    ]),
  ],
]);

const RELEASED = changed(ENGINE, await released(ENGINE, { year: YEAR, pages: PAGES }));

type Edit = readonly [path: string, from: string, to: string];

/** What has changed since the release, after some edits. */
async function impactOf(...edits: Edit[]): Promise<Impact> {
  const files: Record<string, string> = {};
  for (const [path, from, to] of edits) {
    const text = files[path] ?? new TextDecoder().decode(await ENGINE.read(path));
    if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
    files[path] = text.replace(from, () => to);
  }
  const impact = assessImpact(await reportIn(changed(RELEASED, files as Changes), YEAR));
  if (!impact) throw new Error("nothing is released");
  return impact;
}

const figure = ({ figures }: Impact, ref: string) => figures.find((found) => found.ref === ref);

test("nothing changed: nothing to print", async () => {
  const impact = await impactOf();
  expect(impact).toEqual({ since: 1, figures: [], texts: [], layout: [], editions: [] });
  expect(impactLines(impact)).toEqual(["nothing has changed since revision 1"]);
});

test("a decrease that becomes an increase turns the words in four languages", async () => {
  const impact = await impactOf([INDICATORS, "-3.51", "3.51"]);
  const own = figure(impact, "trademarks.applications_yoy");
  expect(
    own?.texts.map(({ language, page, printedBefore, printedAfter, flip }) => ({
      language,
      page,
      printedBefore,
      printedAfter,
      flip,
    })),
  ).toMatchInlineSnapshot(`
    [
      {
        "flip": {
          "after": "up … YoY",
          "before": "down … YoY",
        },
        "language": "en",
        "page": "7",
        "printedAfter": "up 3.51% YoY",
        "printedBefore": "down 3.51% YoY",
      },
      {
        "flip": {
          "after": "同比增长",
          "before": "同比下降",
        },
        "language": "zh-CN",
        "page": null,
        "printedAfter": "同比增长3.51%",
        "printedBefore": "同比下降3.51%",
      },
      {
        "flip": {
          "after": "前年比…増",
          "before": "前年比…減",
        },
        "language": "ja",
        "page": null,
        "printedAfter": "前年比3.51%増",
        "printedBefore": "前年比3.51%減",
      },
      {
        "flip": {
          "after": "전년 대비 … 증가",
          "before": "전년 대비 … 감소",
        },
        "language": "ko",
        "page": null,
        "printedAfter": "전년 대비 3.51% 증가",
        "printedBefore": "전년 대비 3.51% 감소",
      },
    ]
  `);
  expect(own?.texts[0]?.after).toContain("applications, up 3.51% YoY");
  expect(own?.texts[0]?.before).toContain("applications, down 3.51% YoY");
  expect(own?.attention.length).toBe(4);
  expect(impact.editions).toEqual(["en", "zh-CN", "ja", "ko"]);
});

test("a rank is a claim in every language, a larger number of the same direction is none", async () => {
  const impact = await impactOf(
    [INDICATORS, "patents.per_10k_rank: { value: 1", "patents.per_10k_rank: { value: 2"],
    [INDICATORS, "value: 36.60", "value: 36.61"],
  );
  expect(figure(impact, "patents.per_10k_rank")?.texts.map(({ flip }) => flip)).toMatchInlineSnapshot(`
    [
      {
        "after": "second",
        "before": "first",
      },
      {
        "after": "第二",
        "before": "第一",
      },
      {
        "after": "第2位",
        "before": "第1位",
      },
      {
        "after": "2위",
        "before": "1위",
      },
    ]
  `);
  expect(figure(impact, "trademarks.registrations_yoy")?.texts.map(({ flip }) => flip)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("a cell touches its table, the charts that read it and their alternative texts, its sums and its rate", async () => {
  const impact = await impactOf([
    VALID,
    "Suzhou,city,Southern Jiangsu,1274.96",
    "Suzhou,city,Southern Jiangsu,1294.96",
  ]);
  expect(impact.figures.map(({ ref }) => ref)).toEqual(["patents_valid.suzhou.population_10k"]);
  const own = impact.figures[0];
  expect(own?.exhibits.filter(({ language }) => language === "en")).toMatchInlineSnapshot(`
    [
      {
        "alt": null,
        "id": "patents_valid",
        "kind": "table",
        "language": "en",
        "page": "12",
        "printedAfter": "1,294.96",
        "printedBefore": "1,274.96",
        "title": "Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021",
      },
    ]
  `);
  expect(own?.attention).toMatchInlineSnapshot(`
    [
      "subregion_totals.southern.population_10k (II.2, table of valid invention patents) no longer holds: the 5 parts add up to 3822.39",
      "province_totals.population_10k (II.2, table of valid invention patents) no longer holds: the 13 parts add up to 8497.26",
      "patents_per_10k.suzhou (II.2, table of valid invention patents) no longer holds: 85957 ÷ 1294.96 = 66.3781…",
    ]
  `);
});

test("a chart's alternative text before and after", async () => {
  const impact = await impactOf([VALID, "95.42", "35.42"]);
  const alts = impact.figures[0]?.exhibits.filter(
    ({ kind, language }) => kind === "chart" && language === "en",
  );
  expect(alts?.map(({ id, page, alt }) => ({ id, page, alt }))).toMatchInlineSnapshot(`
    [
      {
        "alt": {
          "after": "Chart: Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021. Highest: Suzhou (67.42); lowest: Suqian (5.17). Entire province: 41.17.",
          "before": "Chart: Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021. Highest: Nanjing (95.42); lowest: Suqian (5.17). Entire province: 41.17.",
        },
        "id": "inventions_per_10k",
        "page": "11",
      },
    ]
  `);
});

test("derived figures follow and are told apart; an accepted difference that changes is shown", async () => {
  const impact = await impactOf([VALID, "Southern Jiangsu,931.97,88932", "Southern Jiangsu,931.97,88942"]);
  expect(impact.figures.map(({ ref, was, is, derived }) => [ref, was, is, derived])).toMatchInlineSnapshot(`
    [
      [
        "patents_valid.nanjing.valid_invention_patents",
        "88932",
        "88942",
        false,
      ],
      [
        "derived.southern_valid",
        "251390",
        "251400",
        true,
      ],
      [
        "derived.province_valid",
        "349099",
        "349109",
        true,
      ],
    ]
  `);
  expect(impact.figures[0]?.attention).toMatchInlineSnapshot(`
    [
      "subregion_totals.southern.valid_invention_patents (II.2, table of valid invention patents): the accepted difference of -64 becomes -74",
      "province_totals.valid_invention_patents (II.2, table of valid invention patents): the accepted difference of -64 becomes -74",
      "owners.nanjing (II.2, table of valid invention patents) no longer holds: the 5 parts add up to 88932",
      "patents_per_10k.nanjing (II.2, table of valid invention patents) no longer holds: 88942 ÷ 931.97 = 95.4344…",
    ]
  `);
});

test("a changed text prints its edition only; a changed English text leaves translations to look at", async () => {
  const korean = await impactOf(["locales/ko/2021/creation.json", "상표", "상표권"]);
  expect([korean.editions, korean.texts.map(({ key, language }) => `${language} ${key}`)]).toEqual([
    ["ko"],
    [expect.stringMatching(/^ko creation\./)],
  ]);
  const english = await impactOf(["locales/en/2021/publicity.json", "IP", "IPR"]);
  expect(english.editions).toEqual(["en"]);
  expect(impactLines(english).at(-1)).toMatch(/^translations to look at: publicity\./);
});

test("a changed style, template or chart touches every edition", async () => {
  const impact = await impactOf(
    ["templates/styles/1-page.css", "{", "{ "],
    ["templates/chapters/preface.hbs", "{{", "\n{{"],
    ["templates/charts/gi_by_region.vl.json", "{", '{ "background": "white",'],
  );
  expect(impact.layout).toEqual([
    "templates/chapters/preface.hbs",
    "templates/charts/gi_by_region.vl.json",
    "templates/styles/1-page.css",
  ]);
  expect(impact.editions).toEqual(["en", "zh-CN", "ja", "ko"]);
});

test("figures and texts that are gone or renamed can still be shown", async () => {
  const impact = await impactOf(
    [INDICATORS, "ip_index.national_rank: { value: 2, unit: rank", "ip_index.rank: { value: 2, unit: rank"],
    ...(["en", "zh-CN", "ja", "ko"] as const).map(
      (language): Edit => [
        `locales/${language}/2021/preface.json`,
        "ip_index.national_rank",
        "ip_index.rank",
      ],
    ),
  );
  expect(impact.figures.map(({ ref, was, is }) => [ref, was, is])).toEqual([
    ["ip_index.rank", null, "2"],
    ["ip_index.national_rank", "2", null],
  ]);
  expect(
    impact.texts.map(({ language, before }) => [language, before?.match(/ranked \w+ nationwide/)?.[0]]),
  ).toContainEqual(["en", "ranked second nationwide"]);
});

test("a value that was missing appears; a table that stood on no page is not named", async () => {
  const impact = await impactOf(["data/2021/tables/trademarks_by_region.csv", "Nanjing,,", "Nanjing,10,"]);
  const own = figure(impact, "trademarks_by_region.nanjing.applications");
  expect([own?.was, own?.is]).toEqual([null, "10"]);
  const named = (language: Language) =>
    own?.exhibits.filter((found) => found.language === language).map(({ kind, id }) => `${kind} ${id}`);
  expect(named("en")).toEqual(["chart trademark_applications"]);
  expect(own?.checks.map(({ id, before, after }) => [id, before, after])).toEqual([
    ["trademark_cities.applications", "not-computable", "not-computable"],
  ]);
});
