import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { runImpact } from "../../src/commands/impact.ts";
import { runRelease } from "../../src/commands/release.ts";
import { gather } from "../../src/gather/gather.ts";
import { type Diagnostic, hasErrors } from "../../src/model/diagnostic.ts";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import { readPdf } from "../../src/pdf/read.ts";
import { structureEntries } from "../../src/pdf/structure/text.ts";
import { build } from "../../src/pipeline/build.ts";
import { createCache } from "../../src/pipeline/cache/store.ts";
import type { Printer } from "../../src/print/printer.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { readFont } from "../../src/world/fonts.ts";
import { outputOnDisk } from "../../src/world/output.ts";
import { silentProgress } from "../../src/world/terminal.ts";
import { memoryOutput, sharedPrinter } from "../support/build.ts";
import { ENGINE } from "../support/report.ts";
import { type Decision, pasted } from "../support/revisions.ts";

// One story, told in order: each test begins where the one before it ended.

const YEAR = 2021;
const VALID = "data/2021/tables/patents_valid.csv";
const INDICATORS = "data/2021/indicators.yaml";
const CORRECTIONS = "data/2021/corrections.yaml";

const output = memoryOutput();
let root = "";
let shared: { printer: Printer; end: () => Promise<void> };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "correction-story-"));
  for (const folder of ["data", "locales", "templates"])
    await cp(join(import.meta.dirname, "../..", folder), join(root, folder), { recursive: true });
  shared = await sharedPrinter();
});

afterAll(async () => {
  await shared.end();
  await rm(root, { recursive: true, force: true });
});

const content = () => folderOnDisk(root);

function world() {
  return {
    content: content(),
    engine: ENGINE,
    output,
    readFont,
    cutFont,
    openPrinter: async () => shared.printer,
    versions: async () => ({ engine: "test" }),
    sourceDate: null,
    cache: createCache(output),
    tools: async () => "test",
    progress: silentProgress,
    now: () => 0,
    pause: async () => undefined,
    write: outputOnDisk(root).write,
  };
}

const release = (date: string) => runRelease({ year: YEAR, date, json: false }, world());

async function edit(
  path: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): Promise<void> {
  let text = await readFile(join(root, path), "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
    text = text.replace(from, () => to);
  }
  await writeFile(join(root, path), text);
}

async function errors(): Promise<readonly Diagnostic[]> {
  const { diagnostics } = check(await gather({ year: YEAR, content: content(), engine: ENGINE }));
  return diagnostics.filter(({ severity }) => severity === "error");
}

const codes = (diagnostics: readonly Diagnostic[]) =>
  Object.fromEntries(
    [...Map.groupBy(diagnostics, ({ code }) => code)].map(([code, all]) => [code, all.length]),
  );

async function impact(): Promise<string> {
  const world = { content: content(), engine: ENGINE, report: () => undefined };
  return (await runImpact({ year: YEAR, json: false }, world)).lines.join("\n");
}

/** What a reader sees of the revisions: the line on the imprint page, the bookmark, and the corrections page's captions and rows. */
function revisionsIn(language: Language, imprint: RegExp, title: string) {
  const pdf = output.files.get(`${YEAR}/white-paper-${YEAR}.${language}.pdf`);
  if (!pdf) throw new Error(`there is no edition in ${language}`);
  const reading = readPdf(pdf);
  const entries = structureEntries(reading.structure);
  const start = entries.findLastIndex(({ role, text }) => /^H\d$/.test(role) && text.trim() === title);
  const page = entries.slice(start);
  const clean = (role: string) => page.filter((entry) => entry.role === role).map(({ text }) => text.trim());
  return {
    imprint: entries.find(({ role, text }) => role === "P" && imprint.test(text))?.text.trim(),
    bookmarks: reading.outline
      .flatMap(({ items, ...own }) => [own, ...items])
      .filter((item) => item.title === title).length,
    captions: clean("Caption"),
    rows: clean("TR").slice(1, 3),
    count: clean("TR").length,
  };
}

const TITLES: Record<Language, string> = { en: "Corrections", "zh-CN": "勘误", ja: "訂正", ko: "정정" };

const WRONG: Decision = {
  reason: {
    en: "Enterprises of Suzhou were counted too low",
    "zh-CN": "苏州市企业专利数统计偏低",
    ja: "蘇州市の企業の件数が過少であったため",
    ko: "쑤저우시 기업의 건수가 과소 집계됨",
  },
  date: "2026-12-10",
};

const BACK: Decision = {
  reason: {
    en: "The first count was right",
    "zh-CN": "原统计数据无误",
    ja: "当初の件数が正しかったため",
    ko: "최초 건수가 옳았음",
  },
  date: "2026-12-20",
};

/** Suzhou's row, the sums and rates that follow from it, and the share that the prose quotes. */
const CONSISTENT = {
  [VALID]: [
    ["1274.96,86057,67.42,4995,2171,77251", "1274.96,86057,67.50,4995,2171,77351"],
    ["251326,66.10,61431,10981,172142", "251426,66.12,61431,10981,172242"],
    ["349035,41.17,72711,12233,251626", "349135,41.18,72711,12233,251726"],
  ],
  [INDICATORS]: [
    ["owned_by_enterprises_share: { value: 72.09", "owned_by_enterprises_share: { value: 72.10"],
  ],
} as const;

test("the first release freezes values, texts and pages", async () => {
  expect(await release("2026-12-01")).toEqual({
    lines: ["revision 1 of 2021 is released: data/2021/revisions/1.json"],
    exitCode: 0,
  });
  expect(await errors()).toEqual([]);
  expect(await impact()).toBe("nothing has changed since revision 1");
  expect((await release("2026-12-02")).exitCode).toBe(1);
});

test("one corrected cell: its row, sums and rate fail, and impact says what it touches, with pages", async () => {
  await edit(VALID, ["1274.96,85957,", "1274.96,86057,"]);
  const found = await errors();
  expect(codes(found)).toMatchInlineSnapshot(`
    {
      "changed-discrepancy": 2,
      "discrepancy": 2,
      "uncorrected-change": 1,
    }
  `);
  const report = await impact();
  const lines = report.split("\n");
  expect(lines[0]).toBe(
    "since revision 1: 3 figures, 0 texts, 0 layout files; editions to print: en, zh-CN, ja, ko",
  );
  expect(lines).toContain("patents_valid.suzhou.valid_invention_patents: 85957 → 86057");
  expect(lines).toContain("derived.southern_valid: 251390 → 251490 (derived)");
  for (const language of LANGUAGES)
    expect(report).toMatch(
      new RegExp(`\\n {2}${language} table patents_valid, page \\d+: 85,957 → 86,057\\n`),
    );
  expect(lines.filter((line) => line.startsWith("  ! "))).toMatchInlineSnapshot(`
    [
      "  ! subregion_totals.southern.valid_invention_patents (II.2, table of valid invention patents): the accepted difference of -64 becomes -164",
      "  ! province_totals.valid_invention_patents (II.2, table of valid invention patents): the accepted difference of -64 becomes -164",
      "  ! owners.suzhou (II.2, table of valid invention patents) no longer holds: the 5 parts add up to 85957",
      "  ! patents_per_10k.suzhou (II.2, table of valid invention patents) no longer holds: 86057 ÷ 1274.96 = 67.4978…",
    ]
  `);
});

test("corrected consistently, with an entry for each figure, the report is right again", async () => {
  for (const [path, changes] of Object.entries(CONSISTENT)) await edit(path, ...changes);
  const found = await errors();
  expect(codes(found)).toEqual({ "uncorrected-change": 10 });
  await writeFile(join(root, CORRECTIONS), `corrections:\n${pasted(found, WRONG)}`);
  expect(await errors()).toEqual([]);
  const report = await impact();
  expect(report).toMatch(/\n {2}en creation\.patents\.ownership\.p1, page \d+\n/);
  expect(report).toMatch(
    /\n {2}ko chart inventions_per_10k, page \d+\n {4}- alt: .*41\.17.*\n {4}\+ alt: .*41\.18/,
  );
  expect(report).not.toContain("\n  ! ");
});

test("the rebuilt editions tell their readers, each in its language", async () => {
  const { diagnostics } = await build(
    { year: YEAR, languages: null, draft: false, conformance: null },
    world(),
  );
  expect(hasErrors(diagnostics)).toBe(false);
  const seen = LANGUAGES.map((language) => revisionsIn(language, /2026/, TITLES[language]));
  expect(seen.map(({ bookmarks, count }) => [bookmarks, count])).toEqual(LANGUAGES.map(() => [1, 11]));
  expect(seen.map(({ imprint, captions, rows }) => ({ imprint, captions, rows }))).toMatchInlineSnapshot(`
    [
      {
        "captions": [
          "Revision 2, December 10, 2026",
        ],
        "imprint": "Revision 2, December 10, 2026",
        "rows": [
          "Main IP Creation Indicators: Jiangsu Reaches a New Height – Patent application, granting and ownership – Invention patent ownership72.09%72.10%Enterprises of Suzhou were counted too low",
          "Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021 – Suzhou – Number of Valid Invention Patents85,95786,057Enterprises of Suzhou were counted too low",
        ],
      },
      {
        "captions": [
          "第2版，2026年12月10日",
        ],
        "imprint": "第2版，2026年12月10日",
        "rows": [
          "知识产权创造主要指标迈上新高度　专利申请、授权与拥有量　发明专利拥有量72.09%72.10%苏州市企业专利数统计偏低",
          "截至2021年底江苏省各地区万人发明专利拥有量　苏州市　有效发明专利拥有量85,95786,057苏州市企业专利数统计偏低",
        ],
      },
      {
        "captions": [
          "第2版、2026年12月10日",
        ],
        "imprint": "第2版、2026年12月10日",
        "rows": [
          "知的財産権創造の主要指標：江蘇省、新たな高みへ　専利の出願、登録及び保有　発明特許の保有72.09%72.10%蘇州市の企業の件数が過少であったため",
          "江蘇省の地域別人口1万人当たり発明特許保有件数（2021年末時点）　蘇州市　有効発明特許件数85,95786,057蘇州市の企業の件数が過少であったため",
        ],
      },
      {
        "captions": [
          "제2판, 2026년 12월 10일",
        ],
        "imprint": "제2판, 2026년 12월 10일",
        "rows": [
          "지식재산권 창출 주요 지표의 새로운 도약 – 전리(특허·실용신안·디자인) 출원, 등록 및 보유 – 발명특허 보유72.09%72.10%쑤저우시 기업의 건수가 과소 집계됨",
          "2021년 말 기준 장쑤성 지역별 인구 1만 명당 발명특허 보유건수 – 쑤저우시 – 유효 발명특허 건수85,95786,057쑤저우시 기업의 건수가 과소 집계됨",
        ],
      },
    ]
  `);
});

test("the second release, a correction back, and the third: earlier revisions stay listed", async () => {
  expect((await release("2026-12-10")).lines).toEqual([
    "revision 2 of 2021 is released: data/2021/revisions/2.json",
  ]);
  expect(await errors()).toEqual([]);
  const back = (changes: readonly (readonly [string, string])[]) =>
    changes.map(([from, to]) => [to, from] as const);
  await edit(VALID, ...back(CONSISTENT[VALID]), ["1274.96,86057,", "1274.96,85957,"]);
  await edit(INDICATORS, ...back(CONSISTENT[INDICATORS]));
  const found = await errors();
  expect(codes(found)).toEqual({ "uncorrected-change": 10 });
  const before = await readFile(join(root, CORRECTIONS), "utf8");
  await writeFile(join(root, CORRECTIONS), before + pasted(found, BACK));
  expect(await errors()).toEqual([]);
  expect((await release("2026-12-21")).exitCode).toBe(0);
  const { imprint, captions, count } = revisionsIn("en", /^Revision \d/, TITLES.en);
  expect({ imprint, captions, count }).toEqual({
    imprint: "Revision 3, December 21, 2026",
    captions: ["Revision 3, December 21, 2026", "Revision 2, December 10, 2026"],
    count: 22,
  });
  expect(await impact()).toBe("nothing has changed since revision 3");
});
