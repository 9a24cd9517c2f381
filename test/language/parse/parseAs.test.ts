import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMAT_NAMES, formatFigure, printedValue } from "../../../src/language/formats/format.ts";
import { parseAs } from "../../../src/language/parse/parseAs.ts";
import { LANGUAGES, type Language } from "../../../src/model/language.ts";
import { FIGURES } from "../arbitrary.ts";
import { WORDS } from "../sample.ts";

const shown = (value: Big | string | null) => (value instanceof Big ? value.toFixed() : value);
// Big has a negative zero, which prints and compares as zero.
const plain = (value: Big | string | null) => shown(value)?.replace(/^-0(\.0*)?$/, "0") ?? null;

test.each(LANGUAGES.flatMap((language) => FORMAT_NAMES.map((format) => [language, format] as const)))(
  "what %s %s prints is read back exactly",
  (language, format) => {
    fc.assert(
      fc.property(FIGURES[format], (figure) => {
        const text = formatFigure(figure, format, WORDS[language], language);
        expect(text).not.toContain("-");
        const read = parseAs(text, format, language, WORDS[language]);
        expect([text, plain(read)]).toEqual([text, plain(printedValue(figure, format))]);
      }),
      { numRuns: 300, seed: 2021 },
    );
  },
);

test.each([
  ["zh-CN", "money", "286.45亿元", "28645000000"],
  ["zh-CN", "money", "286.4\n5 亿元", "28645000000"],
  ["ja", "money", "286億4,500万元", "28645000000"],
  ["ja", "money", "２８６億４，５００万元", "28645000000"],
  ["ko", "money", "286억\n4,500만 위안", "28645000000"],
  ["en", "money", "RMB\u00a028.645 billion", "28645000000"],
  ["zh-CN", "yoy", "同比增长36.60%", "36.6"],
  ["zh-CN", "yoy", "同比下降3.51％", "-3.51"],
  ["ja", "yoy", "前年比3.51%減", "-3.51"],
  ["ko", "yoy", "전년 대비 3.51% 감소", "-3.51"],
  ["en", "count", "640,917", "640917"],
  ["en", "count", "−640,917", "-640917"],
  ["en", "word", "Six", "6"],
  ["en", "date", "December 31, 2021", "2021-12-31"],
  ["zh-CN", "date", "2021年12月31日", "2021-12-31"],
  ["ja", "date", "2021 年 12 月 31 日", "2021-12-31"],
  ["ko", "date", "2021년 12월 31일", "2021-12-31"],
  ["en", "month", "December 2021", "2021-12"],
] as const)("%s %s reads %j", (language, format, text, expected) => {
  expect(shown(parseAs(text, format, language, WORDS[language]))).toBe(expected);
});

test.each([
  ["en", "count", "640,91"],
  ["en", "count", "640,917 pieces"],
  ["en", "count", "-640,917"],
  ["en", "count", "6409,17"],
  ["en", "percent", "3.51"],
  ["en", "yoy", "up 3.51%"],
  ["en", "money", "28.645 billion"],
  ["zh-CN", "yoy", "增长3.51%"],
  ["ja", "money", "4,500万286億元"],
  ["ko", "date", "2021년 13월 31일"],
  ["zh-CN", "date", "2021年2月29日"],
  ["zh-CN", "count", "数据缺失"],
  ["ja", "ordinal", "22"],
] as const)("%s %s cannot have printed %j", (language: Language, format, text) => {
  expect(parseAs(text, format, language, WORDS[language])).toBeNull();
});
