import { expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { visibleText } from "../../../src/check/lint/visible.ts";
import { englishIn } from "../../../src/check/translation/english.ts";
import { translationTable } from "../../../src/check/translation/table.ts";
import { confirmationStamp } from "../../../src/model/translation-state.ts";
import { confirmed, found, sample, told } from "../lint/sample.ts";

const CODES = [
  "missing-translation",
  "stale-translation",
  "unconfirmed-translation",
  "still-english",
  "different-placeholders",
  "different-markup",
  "lost-direction",
  "extra-text",
];
const english = {
  title: "Trademarks",
  p1: "Jiangsu recorded {{trademarks.applications, count}} <em>applications</em>, {{trademarks.yoy, yoy}}.",
};
const good = {
  "zh-CN": {
    title: "商标",
    p1: "江苏<em>申请</em>{{trademarks.applications, count}}件，{{trademarks.yoy, yoy}}。",
  },
  ja: {
    title: "商標",
    p1: "<em>出願</em>件数は{{trademarks.applications, myriad}}件（{{trademarks.yoy, change}}）であった。",
  },
  ko: {
    title: "상표",
    p1: "<em>출원</em>은 {{trademarks.applications, count}}건({{trademarks.yoy, yoy}})이다.",
  },
};
const stamps = { ...confirmed("zh-CN", english), ...confirmed("ja", english), ...confirmed("ko", english) };

test("confirmed translations of one's English pass, whatever their order and formats", () => {
  const sources = sample({ texts: { en: english, ...good }, files: stamps, state: "released" });
  expect(found(sources, ...CODES)).toEqual([]);
});

test("in a draft: missing texts by chapter, unconfirmed ones by chapter, all as warnings", () => {
  const texts = { en: english, "zh-CN": { title: "商标" }, ja: good.ja };
  expect(
    told(found(sample({ texts, files: confirmed("ja", english) }), ...CODES)).join("\n"),
  ).toMatchInlineSnapshot(`
    "locales/ko/2021/notes.json warning: 2 of 2 texts of “notes” are not translated: notes.title, notes.p1 [missing-translation]
      hint: they are printed in English and marked
    locales/zh-CN/2021/notes.json warning: 1 of 2 texts of “notes” are not translated: notes.p1 [missing-translation]
      hint: they are printed in English and marked
    locales/zh-CN/2021/notes.json warning: 1 of the texts of “notes” not yet confirmed to fit the English: notes.title [unconfirmed-translation]
      hint: read them beside the English, then: whitepaper confirm --lang zh-CN"
  `);
});

test("in a released edition: each missing text and whatever is stale, as errors", () => {
  const later = { ...english, title: "Trademarks of the year" };
  const texts = { en: later, ...good, ko: { p1: good.ko.p1 } };
  const errors = found(sample({ texts, files: stamps, state: "released" }), ...CODES);
  expect(told(errors).join("\n")).toMatchInlineSnapshot(`
    "locales/ja/2021/notes.json:2:12 error: notes.title was translated from an earlier English text [stale-translation]
      hint: compare with locales/en/2021/notes.json:2:12
      hint: when it fits: whitepaper confirm --lang ja --key notes.title
    locales/ko/2021/notes.json error: notes.title is not translated [missing-translation]
      hint: translate locales/en/2021/notes.json:2:12
    locales/zh-CN/2021/notes.json:2:12 error: notes.title was translated from an earlier English text [stale-translation]
      hint: compare with locales/en/2021/notes.json:2:12
      hint: when it fits: whitepaper confirm --lang zh-CN --key notes.title"
  `);
});

test("a translation that was changed after it was confirmed must be confirmed anew", () => {
  const files = {
    ...stamps,
    "locales/ko/2021/translated-from.json": JSON.stringify({
      "notes.title": confirmationStamp(english.title, good.ko.title),
      "notes.p1": confirmationStamp(english.p1, good.ko.p1),
    }),
  };
  const unconfirmed = (ko: Record<string, string>) => {
    const sources = sample({ texts: { en: english, ...good, ko }, files, state: "released" });
    return told(found(sources, "unconfirmed-translation")).join("\n");
  };
  expect(unconfirmed(good.ko)).toBe("");
  expect(unconfirmed({ ...good.ko, p1: `${good.ko.p1} ` })).toMatchInlineSnapshot(`
    "locales/ko/2021/notes.json error: 1 of the texts of “notes” not yet confirmed to fit the English: notes.p1 [unconfirmed-translation]
      hint: read them beside the English, then: whitepaper confirm --lang ko"
  `);
});

test("figures, directions, markup and keys that differ", () => {
  const texts = {
    en: english,
    ...good,
    ja: {
      ...good.ja,
      p1: "出願は{{trademarks.applications, myriad}}件、{{trademarks.applications, myriad}}件。",
    },
    ko: {
      ...good.ko,
      p1: "<em>출원</em> {{trademarks.applications, count}}건, {{trademarks.yoy, percent}} 감소.",
      p2: "덤",
    },
  };
  expect(told(found(sample({ texts, files: stamps }), ...CODES)).join("\n")).toMatchInlineSnapshot(`
    "locales/ja/2021/notes.json:3:9 warning: notes.p1 is not marked up as the English text is: <em> missing [different-markup]
      hint: compare with locales/en/2021/notes.json:3:9
    locales/ja/2021/notes.json:3:9 warning: notes.p1 does not print the figures of the English text: trademarks.yoy missing; trademarks.applications too many [different-placeholders]
      hint: compare with locales/en/2021/notes.json:3:9; formats and order may differ, figures may not
    locales/ko/2021/notes.json:3:9 warning: notes.p1 prints trademarks.yoy without its direction; the English text follows its sign [lost-direction]
      hint: print it as yoy, change, difference or points, and take out the words of direction
    locales/ko/2021/notes.json:4:9 warning: notes.p2 has no English text; nothing prints it [extra-text]
      hint: take it out, or mend its key"
  `);
});

test("English left in a translation", () => {
  const texts = {
    en: english,
    "zh-CN": { ...good["zh-CN"], title: "Trademarks" },
    ja: good.ja,
    ko: { ...good.ko, p1: `${good.ko.p1} It has also strengthened the analysis for key industries.` },
  };
  expect(told(found(sample({ texts, files: stamps }), "still-english")).join("\n")).toMatchInlineSnapshot(`
    "locales/ko/2021/notes.json:3:87 warning: notes.p1 is still English in the Korean locale: “It has also strengthened the analysis for key industries” [still-english]
      hint: translate locales/en/2021/notes.json:3:9
    locales/zh-CN/2021/notes.json:2:13 warning: notes.title is still English in the Chinese locale: “Trademarks” [still-english]
      hint: translate locales/en/2021/notes.json:2:12"
  `);
});

test.each([
  "{{label}} {{value}}",
  "PCT",
  "J-TOP创新挑战季",
  "江苏担保机构（Jiangsu Guarantee and its many partner companies）",
  "중국 업체인 Bank of China와 협력했다.",
])("no English sentence: %s", (text) => {
  expect(englishIn(visibleText(text).plain)).toBeNull();
});

test("a label that a language lacks is an error even in a draft; plural forms are one label", () => {
  const files = {
    ...stamps,
    "locales/en/labels.json":
      '{ "unit": "Unit", "page_one": "{{count}} page", "page_other": "{{count}} pages" }',
    "locales/zh-CN/labels.json": '{ "page_other": "{{count}}页" }',
    "locales/ja/labels.json": '{ "unit": "単位", "page_other": "{{count}}頁" }',
    "locales/ko/labels.json": '{ "unit": "단위", "page_other": "{{count}}쪽" }',
  };
  expect(
    told(found(sample({ texts: { en: english, ...good }, files }), ...CODES)).join("\n"),
  ).toMatchInlineSnapshot(`
    "locales/zh-CN/labels.json error: labels.unit is not translated [missing-translation]
      hint: translate locales/en/labels.json:1:11"
  `);
});

test("the table counts states by language and chapter", () => {
  const later = { ...english, title: "Trademarks of the year", p3: "More." };
  const files = { ...stamps, "locales/ja/2021/translated-from.json": "{}" };
  const { report } = check(sample({ texts: { en: later, ...good }, files }));
  expect(report && translationTable(report)).toEqual([
    { language: "zh-CN", chapter: "notes", done: 1, stale: 1, unconfirmed: 0, missing: 1 },
    { language: "ja", chapter: "notes", done: 0, stale: 0, unconfirmed: 2, missing: 1 },
    { language: "ko", chapter: "notes", done: 1, stale: 1, unconfirmed: 0, missing: 1 },
  ]);
});
