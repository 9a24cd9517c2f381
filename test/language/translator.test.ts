import { expect, test } from "vitest";
import { createTranslator } from "../../src/language/translator.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Language } from "../../src/model/language.ts";
import type { Locale } from "../../src/model/report.ts";
import { WORDS, written } from "./sample.ts";

const FIGURES = new Map<string, Figure>(
  (
    [
      ["loans.harbour.books", written("120400", "count")],
      ["loans.harbour.films", written("3100", "count")],
      ["loans.yoy", written("-2.50", "percent")],
    ] as const
  ).map(([ref, figure]) => [ref, { ...figure, ref }]),
);

function translator(texts: Readonly<Record<string, string>>, own: Language = "en", printed?: Language) {
  const templates = Object.entries(texts).map(([key, template]) => [key, { template }] as const);
  const locale = { language: own, words: WORDS[own], texts: new Map(templates) } as unknown as Locale;
  return createTranslator(locale, FIGURES, printed);
}

test("a text prints its figures in place, markup and words around them", () => {
  const { prose } = translator({
    p1: "The <cite>Survey</cite> counts {{loans.harbour.books, count}} & more, {{loans.yoy, yoy}}.",
  });
  expect(prose("p1", "")).toEqual([
    { kind: "text", text: "The " },
    { kind: "cite", children: [{ kind: "text", text: "Survey" }] },
    { kind: "text", text: " counts " },
    { kind: "figure", ref: "loans.harbour.books", format: "count", text: "120,400" },
    { kind: "text", text: " & more, " },
    { kind: "figure", ref: "loans.yoy", format: "yoy", text: "down 2.50% YoY" },
    { kind: "text", text: "." },
  ]);
});

test("one text after the other: each has its own figures", () => {
  const { prose } = translator({ a: "{{loans.harbour.books, count}}", b: "{{loans.harbour.films, count}}" });
  const print = (ref: string, text: string) => [{ kind: "figure", ref, format: "count", text }];
  const first = prose("a", "");
  expect(prose("b", "")).toEqual(print("loans.harbour.films", "3,100"));
  expect(first).toEqual(print("loans.harbour.books", "120,400"));
});

test("a text that the locale does not have is printed as given, in the edition's language", () => {
  const { prose } = translator({}, "ko", "ko");
  expect(prose("new.key:p1", "{{ loans.yoy, yoy }}")).toEqual([
    { kind: "figure", ref: "loans.yoy", format: "yoy", text: "전년 대비 2.50% 감소" },
  ]);
  expect(() => prose("bad", "<cite>open")).toThrow(/^bad: /);
});

test("a label with variables, its plural, a key with dots and colons, its words as they are", () => {
  const { label } = translator({
    "a.b:c": "Page {{n}} of {{all}}",
    rows_one: "{{count}} row",
    rows_other: "{{count}} rows",
    plain: "<b> & “q”",
    empty: "",
    told: "He, {{name}}",
    told_her: "She, {{name}}",
  });
  expect(label("a.b:c", { n: "<1>", all: "{{n}}" })).toBe("Page <1> of {{n}}");
  expect([label("rows", { count: 1 }), label("rows", { count: 2 })]).toEqual(["1 row", "2 rows"]);
  expect(label("plain")).toBe("<b> & “q”");
  expect(label("none.at.all")).toBe("none.at.all");
  expect([label("empty"), label("a.b:c", { n: "$t(plain)" })]).toEqual([
    "empty",
    "Page $t(plain) of {{all}}",
  ]);
  expect([label("told", { name: "A" }), label("told", { name: "A", context: "her" })]).toEqual([
    "He, A",
    "She, A",
  ]);
});

test("translators of one locale, in turns: each with its own figures and its own language", () => {
  const templates = new Map([["a", { template: "{{loans.yoy, yoy}}" }]]);
  const locale = { language: "en", words: WORDS.en, texts: templates } as unknown as Locale;
  const risen = new Map([["loans.yoy", { ...written("4.10", "percent"), ref: "loans.yoy" }]]);
  const translators = [
    createTranslator(locale, FIGURES),
    createTranslator(locale, risen),
    createTranslator(locale, FIGURES),
  ];
  const printed = translators.map(({ prose }) => prose("a", "").map((node) => "text" in node && node.text));
  expect(printed).toEqual([["down 2.50% YoY"], ["up 4.10% YoY"], ["down 2.50% YoY"]]);
});
