import { expect, test } from "vitest";
import { createMatcher } from "../../../src/check/glossary/matcher.ts";
import { found, sample, told } from "../lint/sample.ts";

const term = (...english: string[]) => ({ english });
const matched = (terms: readonly { english: string[] }[], text: string) =>
  createMatcher(terms)(text).map(({ start, end }) => text.slice(start, end));

test("the longest term wins, and a term inside it does not count", () => {
  const terms = [
    term("patent", "patents"),
    term("invention patent"),
    term("IP"),
    term("IP think tank alliance"),
  ];
  expect(matched(terms, "An invention patent, patents and an IP think tank alliance for IP.")).toEqual([
    "invention patent",
    "patents",
    "IP think tank alliance",
    "IP",
  ]);
});

test("whole words only; small letters fit any case, capitals only themselves", () => {
  const terms = [term("patent"), term("GI", "GIs"), term("“five zones”"), term("State Council")];
  expect(matched(terms, "Patent, GIs, patently, gi, GIST, state council, “five zones”, GI-boosted.")).toEqual(
    ["Patent", "GIs", "“five zones”", "GI"],
  );
});

test("it finds what is not there in every text before and after", () => {
  expect(matched([term("trade secret"), term("trade")], "trade secrets trade secret")).toEqual([
    "trade",
    "trade secret",
  ]);
});

const GLOSSARY = `en,zh-CN,ja,ko,status,source,comment
geographical indication (GI) | geographical indication | GI,地理标志,地理的表示（GI） | 地理的表示,지리적 표시,confirmed,,
State Council,国务院,国務院,,proposed,,
`;
const english = { p1: "The <em>State</em> Council counts a geographical indication, one GI more." };
const good = {
  "zh-CN": { p1: "国务院统计<em>地理</em>标志。" },
  ja: { p1: "国務院は<em>地理的</em>表示を数える。" },
  ko: { p1: "<em>지리적</em> 표시를 세었다." },
};
const files = { "locales/glossary.csv": GLOSSARY };

test("agreed translations pass, also where tags stand inside them; an empty cell asks for nothing", () => {
  expect(found(sample({ texts: { en: english, ...good }, files }), "glossary-term")).toEqual([]);
});

test("each term without an agreed translation is told once, with both texts", () => {
  const texts = { en: english, ...good, ja: { p1: "<em>ステート</em>カウンシルはGIを数える。" } };
  expect(told(found(sample({ texts, files }), "glossary-term")).join("\n")).toMatchInlineSnapshot(`
    "locales/ja/2021/notes.json:2:9 warning: notes.p1: “State Council” should be “国務院” [glossary-term]
      hint: English: “The State Council counts a geographical indication, one G…”
      hint: here: “ステートカウンシルはGIを数える。”
      hint: mend the text, add the form to locales/glossary.csv:3, or accept it in locales/exceptions.yaml with a reason
    locales/ja/2021/notes.json:2:9 warning: notes.p1: “geographical indication” should be “地理的表示（GI）” or “地理的表示” [glossary-term]
      hint: English: “The State Council counts a geographical indication, one GI more.”
      hint: here: “ステートカウンシルはGIを数える。”
      hint: mend the text, add the form to locales/glossary.csv:2, or accept it in locales/exceptions.yaml with a reason"
  `);
  const released = found(sample({ texts, files, state: "released" }), "glossary-term");
  expect(released.map(({ severity }) => severity)).toEqual(["error", "error"]);
});

test("an exception accepts one term in one text of one language; one that accepts nothing is told", () => {
  const texts = { en: english, ...good, ja: { p1: "<em>ステート</em>カウンシルはGIを数える。" } };
  const exceptions = `exceptions:
  - { language: ja, key: notes.p1, term: GI, reason: The English abbreviation is known here. }
  - { language: ko, key: notes.p1, term: GI, reason: Not needed. }
`;
  const all = { ...files, "locales/exceptions.yaml": exceptions };
  const left = found(sample({ texts, files: all }), "glossary-term", "unused-exception");
  expect(left.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "the exception for “GI” in notes.p1 (ko) accepts nothing any more",
      "notes.p1: “State Council” should be “国務院”",
    ]
  `);
});

test("a glossary that cannot be used says why", () => {
  const told_ = (csv: string) =>
    told(
      found(
        sample({ texts: { en: english }, files: { "locales/glossary.csv": csv } }),
        "unknown-column",
        "missing-column",
        "duplicate-term",
        "empty-term",
      ),
    ).join("\n");
  expect(told_("en,zh,ja\na,b,c\n")).toMatchInlineSnapshot(`
    "locales/glossary.csv:1:4 error: the glossary has no column “zh” [unknown-column]
      hint: did you mean “en”?"
  `);
  expect(told_("zh-CN,ja\na,b\n")).toMatchInlineSnapshot(`
    "locales/glossary.csv:1 error: the glossary lacks the column “en” [missing-column]
      hint: the first row names the columns: en,zh-CN,ja,ko,status,source,comment"
  `);
  expect(told_("en,ja\na | b,c\nb,d\n,e\n")).toMatchInlineSnapshot(`
    "locales/glossary.csv:3:1 error: “b” is already a term in line 2 [duplicate-term]
      hint: keep one of the two, with all its translations separated by “ | ”
    locales/glossary.csv:4:1 error: the row has no English term [empty-term]
      hint: add it"
  `);
});
