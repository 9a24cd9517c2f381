import { expect, test } from "vitest";
import type { Language } from "../../../src/model/language.ts";
import { found, sample, told } from "./sample.ts";

const typed = (language: Language, text: string, names?: object) =>
  found(
    sample({
      texts: { en: { p1: "A sentence." }, [language]: { p1: text } },
      files: names ? { [`locales/${language}/names.json`]: JSON.stringify(names) } : {},
    }),
    "typed-figure",
    "typed-magnitude",
  );
const pieces = (language: Language, text: string, names?: object) =>
  typed(language, text, names).map(({ message }) => /“([^”]*)”/.exec(message)?.[1]);

test.each<[Language, string, string[]]>([
  [
    "en",
    "It ranked first for six consecutive years, in 2021 and on December 31.",
    ["first", "six", "2021", "December 31"],
  ],
  [
    "en",
    "Some 4,321 cases of COVID-19, twenty-two of 1.5 million, a hundred, twice and half.",
    ["4,321", "19", "twenty-two", "1.5 million", "a hundred", "twice", "half"],
  ],
  ["en", "Phase Ⅳ, step ①, ½ of it.", ["Ⅳ", "①", "½"]],
  [
    "zh-CN",
    "连续六年位居第一，第十二批共２０件，占百分之三十，四分之三，十余家，超过一半。",
    ["六", "一", "十二", "２０", "百分之三十", "四分之三", "十余", "一半"],
  ],
  ["zh-CN", "截至2021年12月底，共286.45亿元。", ["2021年12月", "286.45亿"]],
  [
    "ja",
    "六年連続で第一位となり、３社、四分の三、286億4,500万円、半数。",
    ["六", "一", "３", "四分の三", "286億4,500万", "半数"],
  ],
  [
    "ko",
    "여섯 건이 두 번째로, 6년 동안 삼십 개, 4분의 1, 58만 2,891건, 절반.",
    ["여섯", "두", "6", "삼십", "4", "1", "58만 2,891", "절반"],
  ],
  ["zh-CN", "增长两成，金额翻了一番。", ["两成", "翻了一番"]],
  ["ja", "三割がふたつの拠点を使う。", ["三割", "ふたつ"]],
  ["ko", "육 년 연속, 삼개년 계획, 구 퍼센트.", ["육", "삼", "구"]],
])("figures typed in %s are found: %s", (language, text, expected) => {
  expect(pieces(language, text)).toEqual(expected);
});

test.each<[Language, string]>([
  [
    "en",
    "{{trademarks.applications, count}} applications; some may march on; a pilot zone, someone, often, weight.",
  ],
  [
    "zh-CN",
    "统一推进“一带一路”建设，{{trademarks.applications, count}}件，一批企业，进一步，三角洲，千方百计。",
  ],
  ["ja", "一層の統一を図り、{{trademarks.applications, myriad}}件、一部の企業、三角州、唯一。"],
  ["ko", "{{trademarks.applications, count}}건을 한층 더 강화한 세계적 네트워크, 이천시, 수십 건, 만 명."],
])("words of %s that state no figure pass: %s", (language, text) => {
  expect(pieces(language, text)).toEqual([]);
});

test("declared names hide their figures, and only where they stand whole", () => {
  const names = { names: ["1 + 2", "14th Five-Year Plan"], words: ["five zones", "<em> two"] };
  expect(
    pieces("en", "The “1 + 2” pattern of the <cite>14th Five-Year</cite> Plan with five zones.", names),
  ).toEqual([]);
  expect(pieces("en", "The 1 + 23 pattern with twenty-five zones.", names)).toEqual([
    "1",
    "23",
    "twenty-five",
  ]);
  expect(pieces("zh-CN", "二十五区与五区", { words: ["五区"] })).toEqual([]);
});

test.each<[Language, string, string]>([
  ["zh-CN", "{{trademarks.applications, count}}万件", "万"],
  ["zh-CN", "{{trademarks.applications, count}}余亿元", "余亿"],
  ["ja", "{{trademarks.applications, myriad}}億円", "億"],
  ["ko", "{{trademarks.applications, count}}만 건", "만"],
  ["en", "{{trademarks.applications, count}} million", "million"],
  ["en", "{{trademarks.yoy, decimal}}%", "%"],
])("a magnitude typed after a figure in %s changes it: %s", (language, text, expected) => {
  expect(pieces(language, text)).toEqual([expected]);
});

test("labels may hold number words, but no digits", () => {
  const label = (text: string) =>
    found(
      sample({
        texts: { en: { p1: "A." } },
        files: { "locales/en/labels.json": JSON.stringify({ a: text }) },
      }),
      "typed-figure",
    );
  expect(label("First: {{first}}")).toEqual([]);
  expect(label("Top 10")).toHaveLength(1);
});

test("the diagnostic stands at the very digit, behind JSON escapes, tags and placeholders", () => {
  const json =
    '{\n  "p1": "\\u201cA\\u201d \\"\\t<em>B</em> {{trademarks.applications, count}} and 4,321 more."\n}';
  const [diagnostic] = found(sample({ files: { "locales/en/2021/notes.json": json } }), "typed-figure");
  const line = json.split("\n")[(diagnostic?.line ?? 0) - 1] ?? "";
  expect(line.slice((diagnostic?.column ?? 0) - 1)).toMatch(/^4,321 more/);
});

test("it says what to bind: the figure of the English text, else one of that value, else what to add", () => {
  const texts = {
    en: { p1: "For {{trademarks.first_years, word}} years.", p2: "Six." },
    ko: { p1: "6년 연속.", p2: "4,321건과 99건." },
  };
  expect(told(found(sample({ texts }), "typed-figure")).join("\n")).toMatchInlineSnapshot(`
    "locales/en/2021/notes.json:3:10 error: the figure “Six” is typed by hand: “Six.” [typed-figure]
      hint: bind it: {{trademarks.first_years, word}}
      hint: or, when it states no figure, declare the whole name in locales/en/names.json under “words”
    locales/ko/2021/notes.json:2:10 error: the figure “6” is typed by hand: “6년 연속.” [typed-figure]
      hint: bind it: {{trademarks.first_years, word}}
      hint: or, when it states no figure, declare the whole name in locales/ko/names.json under “names”
    locales/ko/2021/notes.json:3:10 error: the figure “4,321” is typed by hand: “4,321건과 99건.” [typed-figure]
      hint: bind it: {{trademarks.applications, count}}
      hint: or, when it states no figure, declare the whole name in locales/ko/names.json under “names”
    locales/ko/2021/notes.json:3:18 error: the figure “99” is typed by hand: “4,321건과 99건.” [typed-figure]
      hint: bind it: add the figure to the data and write {{figure, format}}
      hint: or, when it states no figure, declare the whole name in locales/ko/names.json under “names”"
  `);
});

test("a declared name that no text holds is a warning at its place", () => {
  const files = { "locales/en/names.json": '{\n  "names": ["G20"],\n  "words": ["one-stop", "two-way"]\n}' };
  const stale = found(
    sample({ texts: { en: { p1: "The G20 and <em>one</em>-stop." } }, files }),
    "unused-name",
  );
  expect(told(stale).join("\n")).toMatchInlineSnapshot(`
    "locales/en/names.json:3:25 warning: the declared name “two-way” stands in no text [unused-name]
      hint: take it out, or write it as the texts do"
  `);
});

test("nothing is typed in templates", () => {
  const template = `{{!-- 2021 --}}<svg viewBox="0 0 10 10" aria-label="Chart 1">{{#if a}}<p class="h2">{{p "p1"}}</p>
  <b>In 2021</b> {{label "labels.unit"}}{{/if}}</svg>`;
  const bad = found(
    sample({ texts: { en: {} }, files: { "templates/report.hbs": template } }),
    "text-in-template",
  );
  expect(told(bad).join("\n")).toMatchInlineSnapshot(`
    "templates/report.hbs:1:53 error: “Chart 1” is typed in a template [text-in-template]
      hint: move it to the locales: {{label …}} for words, {{p …}} for prose with figures
    templates/report.hbs:2:6 error: “In 2021” is typed in a template [text-in-template]
      hint: move it to the locales: {{label …}} for words, {{p …}} for prose with figures"
  `);
});

test("style sheets print nothing of their own but page numbers and running heads", () => {
  const style = `/* content: "1" */
@page { @bottom-right { content: counter(page) } @top-left { content: var(--running); } }
@page cover { @top-left { content: none } @bottom-left { content: "Page 4" } }
.a::before { content: "•" } .b::after{content:"\\34 2"}
@media print { .c::before { color: red; content: counter(item) } }
.d { content: attr(data-n); counter-increment: item; --running: "7" }
.e { content: var(--other) } .f { font-family: "Source Sans 3"; content: "a}b;c" }`;
  const bad = found(
    sample({ texts: { en: {} }, files: { "templates/styles/1.css": style } }),
    "text-in-style",
  );
  expect(
    bad.map(({ line, column, message }) => `${line}:${column} ${message}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "3:58 “content: "Page 4"” makes the style sheet print what no text says
    4:39 “content:"\\34 2"” makes the style sheet print what no text says
    5:41 “content: counter(item)” makes the style sheet print what no text says
    6:6 “content: attr(data-n)” makes the style sheet print what no text says
    6:54 “--running: "7"” makes the style sheet print what no text says
    7:6 “content: var(--other)” makes the style sheet print what no text says
    7:65 “content: "a}b;c"” makes the style sheet print what no text says"
  `);
});
