import { expect, test } from "vitest";
import { correctedRevisions } from "../../src/compose/corrections.ts";
import type { Language } from "../../src/model/language.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type Changes, changed, ENGINE } from "../support/report.ts";
import { released, reportIn } from "../support/revisions.ts";

const YEAR = 2021;

async function replaced(path: string, from: string, to: string): Promise<Changes> {
  const text = new TextDecoder().decode(await ENGINE.read(path));
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
  return { [path]: text.replace(from, () => to) };
}

const reason = "{ en: Typed wrongly, zh-CN: 录入有误, ja: 入力の誤り, ko: 입력 오류 }";

const entry = (figure: string, was: string, is: string, revision = 2) =>
  `  - { figure: ${figure}, was: ${was}, is: ${is}, reason: ${reason}, decided_by: editors, date: 2027-02-0${revision}, revision: ${revision} }\n`;

const CORRECTIONS: Changes = {
  "data/2021/corrections.yaml": `corrections:
${entry("patents_valid.suzhou.government_agencies", "218", "219")}${entry("trademarks.applications_yoy", "-3.51", "3.51")}${entry("ip_index.national_rank", "2", "3")}${entry("ip_finance.pledge_financing", "28645", "28655")}${entry("trademarks_by_region.nanjing.registrations", "missing", "10")}${entry("report.previous_year", "2020", "2019")}`,
};

async function viewsIn(languages: readonly Language[], changes: Changes) {
  const first = await released(ENGINE, { year: YEAR, date: "2026-12-01" });
  const report = await reportIn(changed(ENGINE, { ...first, ...changes }), YEAR);
  return languages.map((language) => correctedRevisions(report, resolve(report, language)));
}

test("place, was and is in each language, in the form of the sentence or the cell", async () => {
  const views = await viewsIn(["en", "zh-CN", "ja", "ko"], CORRECTIONS);
  const lines = views.map(([only]) =>
    only?.corrections.map(({ where, was, is, reason: why }) => `${where}: ${was} → ${is} (${why})`),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      [
        "Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021 – Suzhou – Government Agencies: 218 → 219 (Typed wrongly)",
        "Main IP Creation Indicators: Jiangsu Reaches a New Height – Trademark application and registration: down 3.51% YoY → up 3.51% YoY (Typed wrongly)",
        "Preface: second → third (Typed wrongly)",
        "New Progress in IP Application – Progress in IP financial innovation: RMB 28.645 billion → RMB 28.655 billion (Typed wrongly)",
        "Number of Trademark Applications and Registrations by Region in Jiangsu in 2021 – Nanjing – Number of Trademark Registrations: … → 10 (Typed wrongly)",
        "Main IP Creation Indicators: Jiangsu Reaches a New Height – Patent application, granting and ownership: 2020 → 2019 (Typed wrongly)",
      ],
      [
        "截至2021年底江苏省各地区万人发明专利拥有量　苏州市　机关团体: 218 → 219 (录入有误)",
        "知识产权创造主要指标迈上新高度　商标申请与注册: 同比下降3.51% → 同比增长3.51% (录入有误)",
        "前言: 第二 → 第三 (录入有误)",
        "知识产权运用取得新进展　知识产权金融创新取得进展: 286.45亿元 → 286.55亿元 (录入有误)",
        "2021年江苏省各地区商标申请量和注册量　南京市　商标注册量: … → 10 (录入有误)",
        "知识产权创造主要指标迈上新高度　专利申请、授权与拥有量: 2020年 → 2019年 (录入有误)",
      ],
      [
        "江蘇省の地域別人口1万人当たり発明特許保有件数（2021年末時点）　蘇州市　政府機関・団体: 218 → 219 (入力の誤り)",
        "知的財産権創造の主要指標：江蘇省、新たな高みへ　商標の出願及び登録: 前年比3.51%減 → 前年比3.51%増 (入力の誤り)",
        "まえがき: 第2位 → 第3位 (入力の誤り)",
        "知的財産権活用の新たな進展　知的財産権金融イノベーションの進展: 286億4,500万元 → 286億5,500万元 (入力の誤り)",
        "江蘇省の地域別商標出願・登録件数（2021年）　南京市　商標登録件数: … → 10 (入力の誤り)",
        "知的財産権創造の主要指標：江蘇省、新たな高みへ　専利の出願、登録及び保有: 2020年 → 2019年 (入力の誤り)",
      ],
      [
        "2021년 말 기준 장쑤성 지역별 인구 1만 명당 발명특허 보유건수 – 쑤저우시 – 정부기관·단체: 218 → 219 (입력 오류)",
        "지식재산권 창출 주요 지표의 새로운 도약 – 상표 출원 및 등록: 전년 대비 3.51% 감소 → 전년 대비 3.51% 증가 (입력 오류)",
        "머리말: 2위 → 3위 (입력 오류)",
        "지식재산권 활용의 새로운 진전 – 지식재산권 금융 혁신의 진전: 286억 4,500만 위안 → 286억 5,500만 위안 (입력 오류)",
        "2021년 장쑤성 지역별 상표 출원 및 등록 건수 – 난징시 – 상표 등록건수: … → 10 (입력 오류)",
        "지식재산권 창출 주요 지표의 새로운 도약 – 전리(특허·실용신안·디자인) 출원, 등록 및 보유: 2020년 → 2019년 (입력 오류)",
      ],
    ]
  `);
});

test("later revisions stand before earlier ones; a released one has the day of its release", async () => {
  const second = await replaced("data/2021/tables/patents_valid.csv", "7251,218,", "7251,219,");
  const corrections = {
    "data/2021/corrections.yaml": `corrections:\n${entry("patents_valid.suzhou.government_agencies", "218", "219")}`,
  };
  const now = { ...second, ...corrections };
  const twice = {
    ...now,
    ...(await released(changed(ENGINE, now), { year: YEAR, revision: 2, date: "2027-02-02" })),
  };
  const back = {
    "data/2021/corrections.yaml": `${corrections["data/2021/corrections.yaml"]}${entry("patents_valid.suzhou.government_agencies", "219", "218", 3)}`,
    "data/2021/tables/patents_valid.csv": null,
  };
  const { "data/2021/tables/patents_valid.csv": _, ...rest } = { ...twice, ...back };
  const [revisions] = await viewsIn(["en"], rest);
  expect(
    revisions?.map(({ revision, date, corrections: [only] }) => [revision, date, only?.was, only?.is]),
  ).toEqual([
    [3, "2027-02-03", "219", "218"],
    [2, "2027-02-02", "218", "219"],
  ]);
});

test("a report that was never corrected has no such page", async () => {
  expect(await viewsIn(["en"], {})).toEqual([[]]);
});
