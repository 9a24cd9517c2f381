import { expect, test } from "vitest";
import { typographyOf } from "../../../src/check/lint/typography.ts";
import type { Language } from "../../../src/model/language.ts";
import type { Locale } from "../../../src/model/report.ts";
import { WORDS } from "../../language/sample.ts";
import { found, sample, told } from "./sample.ts";

function slips(language: Language, template: string): [string, string | undefined][] {
  const locale: Locale = {
    language,
    words: WORDS[language],
    texts: new Map(),
    names: [],
    phrases: [],
    translatedFrom: new Map(),
  };
  const text = { key: "notes.p1", template, place: { file: "notes.json" } };
  const findings = typographyOf(text, { locale, state: "released", locate: ({ place }) => place });
  return findings.map(({ diagnostic }) => [
    diagnostic.code,
    diagnostic.hints[0]?.replace(/^write “|”$/g, ""),
  ]);
}

test.each<[Language, string, string, string | undefined]>([
  ["en", 'the "best" one', "straight-quote", 'the “best" on'],
  ["en", "Jiangsu's", "straight-quote", "Jiangsu’s"],
  ["zh-CN", '所谓"五区', "straight-quote", "所谓“五区"],
  ["ja", '所謂"五区', "straight-quote", "所謂「五区"],
  ["ko", "이른바 '오구", "straight-quote", "이른바 ‘오구"],
  ["zh-CN", "《「计划」》", "foreign-quote", "《“计划」》"],
  ["ja", "計画“五区”", "foreign-quote", "計画「五区”"],
  ["ko", "「계획」", "foreign-quote", "‘계획」"],
  ["en", "the 《Plan》", "foreign-quote", "the “Plan》"],
  ["zh-CN", "“五区", "unbalanced-mark", undefined],
  ["ja", "五区」", "unbalanced-mark", undefined],
  ["ko", "《계획》, (강성", "unbalanced-mark", undefined],
  ["en", "the “zones (five”)", "unbalanced-mark", undefined],
  ["ja", "「五区「五高」」", "nested-quote", "「五区『五高」」"],
  ["zh-CN", "申请,注册", "half-width-punctuation", "申请，注册"],
  ["zh-CN", "条约(PCT）", "half-width-punctuation", "条约（PCT）"],
  ["zh-CN", "{{a, count}}件,", "half-width-punctuation", "{{…}}件，"],
  ["zh-CN", "占{{a, percent}}; 其中", "half-width-punctuation", "占{{…}}； 其中"],
  ["ja", "出願.", "half-width-punctuation", "出願。"],
  ["ja", "出願,登録", "half-width-punctuation", "出願、登録"],
  ["ja", "出願，登録", "foreign-punctuation", "出願、登録"],
  ["ja", "出願·登録", "foreign-punctuation", "出願・登録"],
  ["zh-CN", "巴登・符腾堡", "foreign-punctuation", "巴登·符腾堡"],
  ["ko", "출원ㆍ등록", "foreign-punctuation", "출원·등록"],
  ["ko", "출원，등록", "full-width-punctuation", "출원,등록"],
  ["en", "awards （PCT)", "full-width-punctuation", "awards (PCT)"],
  ["zh-CN", "等…", "ellipsis", "等……"],
  ["ja", "等...", "ellipsis", "等……"],
  ["en", "and so on...", "ellipsis", "nd so on…"],
  ["zh-CN", "江苏—中国", "dash", "江苏——中国"],
  ["ko", "장쑤 -- 중국", "dash", "장쑤 — 중국"],
  ["en", "Jiangsu - China", "dash", "Jiangsu—China"],
  ["en", "two  spaces", "double-space", "two spaces"],
  ["ko", "출원 .", "space-before-punctuation", "출원."],
  ["en", "one,two", "no-space-after-punctuation", "one, two"],
  ["ko", "했다.그", "no-space-after-punctuation", "했다. 그"],
  ["en", "awards(PCT)", "bracket-space", "awards (PCT)"],
  ["ko", "조약 (PCT)", "bracket-space", "조약(PCT)"],
  ["ko", "조약( PCT)", "bracket-space", "조약(PCT)"],
  ["ko", "{{a, count}}건 ({{b, yoy}})", "bracket-space", "{{…}}건({{…}})"],
  ["ko", "조약(PCT) 은 좋다", "particle-space", "조약(PCT)은 좋다"],
  ["zh-CN", "PCT 申请", "hand-spacing", "PCT申请"],
  ["ja", "合計 {{a, myriad}}件", "hand-spacing", "合計{{…}}件"],
  ["ja", "特許出願 。", "hand-spacing", "特許出願。"],
  ["ko", " 출원", "edge-space", "출원"],
  ["ja", "ＰＣＴ出願", "full-width-character", "PCT出願"],
  ["zh-CN", "占三成％", "full-width-character", "占三成%"],
  ["zh-CN", "特許の権利", "foreign-script", undefined],
  ["zh-CN", "知識产权", "foreign-script", undefined],
  ["ja", "知识財産", "foreign-script", undefined],
  ["ja", "减税", "foreign-script", undefined],
  ["ko", "지식産權", "foreign-script", undefined],
  ["en", "the 专利 office", "foreign-script", undefined],
  ["en", "patents in Россия", "foreign-script", undefined],
  ["zh-CN", "专利สิทธิบัตร", "foreign-script", undefined],
  ["en", "a good year \u{1f389}", "foreign-script", undefined],
  ["ja", "目標\u{1f600}", "foreign-script", undefined],
  ["ko", "특허 \u1112\u1161\u11ab", "decomposed-character", "특허 한"],
  ["en", "a cafe\u0301", "decomposed-character", "a café"],
  ["zh-CN", "\uf9b4导", "decomposed-character", "領导"],
])("%s “%s”: %s", (language, text, code, mended) => {
  expect(slips(language, text)).toContainEqual([code, mended]);
});

test.each<[Language, string]>([
  [
    "en",
    "The “<cite>14th Five-Year Plan</cite>” of Huai’an, enterprises’ IPR (PCT), {{a, count}} ({{b, yoy}}); plants—{{c, count}} award(s).",
  ],
  [
    "zh-CN",
    "《江苏省“十四五”知识产权规划》（试行）提出：U.S. Inc.公司与PCT、Co., Ltd.申请{{a, count}}件，{{b, yoy}}；占{{c, percent}}。邳州、盱眙〇……——完。",
  ],
  [
    "ja",
    "『「十四五」計画』（PCT）では、{{a, myriad}}件（{{b, yoy}}）で、邳州市・盱眙県の人々が参加した。本当か？　そうだ。",
  ],
  [
    "ko",
    "《‘14차 5개년 계획’ 지식재산권 계획》(시행)은 강성(强省) 건설을 {{a, count}}건({{b, yoy}}), “좋다”라고 했다. 그(PCT)의 특허·상표…",
  ],
])("well-set %s passes", (language, text) => {
  expect(slips(language, text)).toEqual([]);
});

test("an error in a released edition, a warning in a draft, at the very character", () => {
  const texts = {
    en: { p1: "A “b”." },
    "zh-CN": { p1: "<em>申请</em>{{trademarks.applications, count}}件,注册。" },
  };
  expect(told(found(sample({ texts }), "half-width-punctuation"))).toMatchInlineSnapshot(`
    [
      "locales/zh-CN/2021/notes.json:2:56 warning: half-width “,” in Chinese text: “申请{{…}}件,注册。” [half-width-punctuation]
      hint: write “申请{{…}}件，注册。”",
    ]
  `);
  const [released] = found(sample({ texts, state: "released" }), "half-width-punctuation");
  expect(released?.severity).toBe("error");
});
