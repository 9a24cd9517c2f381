import { expect, test } from "vitest";
import { isoDate } from "../../../src/language/parse/dates.ts";
import { toHalfWidth } from "../../../src/language/parse/halfWidth.ts";
import { readNumber } from "../../../src/language/parse/scanNumber.ts";
import { readHanzi, spelledNumbers } from "../../../src/language/parse/spelled.ts";
import type { Language } from "../../../src/model/language.ts";
import { WORDS } from "../sample.ts";

const read = (language: Language, text: string, at = 0) =>
  spelledNumbers(language, WORDS[language]).read(text, at);

test.each([
  ["한 개", 1],
  ["하나 개", 1],
  ["첫 번째", 1],
  ["두 곳", 2],
  ["둘 명", 2],
  ["세 건", 3],
  ["셋 명", 3],
  ["네 곳", 4],
  ["넷 명", 4],
  ["다섯 개", 5],
  ["여섯 개", 6],
  ["일곱 가지", 7],
  ["여덟 개", 8],
  ["아홉 개", 9],
  ["열 개", 10],
  ["열한 개", 11],
  ["열하나 개", 11],
  ["열두 개", 12],
  ["열둘 명", 12],
  ["두개", 2],
])("Korean %s is %i", (text, value) => {
  const ordinal = text.endsWith("번째");
  const end = text.replace(/ ?(개|번째|곳|명|건|가지)$/, "").length;
  expect(read("ko", text)).toEqual({ end, value, ordinal });
});

test("Korean numerals before an ordinal's word, and where there is none", () => {
  expect(read("ko", "두번째")).toMatchObject({ value: 2, ordinal: true });
  expect(read("ko", "두 개 번째")).toMatchObject({ value: 2, ordinal: false });
  expect(read("ko", "세계")).toBeNull();
  expect(read("ko", "급한 개", 1)).toBeNull();
  expect(read("ko", "스물 개")).toBeNull();
});

test.each([
  ["zh-CN", "两个", 2],
  ["zh-CN", "一个", 1],
  ["zh-CN", "二〇二一年", 2021],
  ["zh-CN", "二零二一年", 2021],
  ["zh-CN", "二十年", 20],
  ["zh-CN", "一千二百年", 1200],
  ["ja", "十二件", 12],
] as const)("%s %s is %i", (language, text, value) => {
  expect(read(language, text)).toMatchObject({ value, ordinal: false });
});

test.each([
  ["zh-CN", "一批企业", 0],
  ["zh-CN", "几十家", 1],
  ["zh-CN", "十四五规划", 0],
  ["zh-CN", "二〇二一个", 0],
  ["zh-CN", "家", 0],
  ["en", "twenty", 0],
  ["en", "one-stop", 0],
  ["en", "two hundred", 0],
  ["en", "2one", 1],
  ["en", " one", 0],
] as const)("%s %s holds no number at %i", (language, text, at) => {
  expect(read(language, text, at)).toBeNull();
});

test("a batch of several is a number, an idiom with one is none; the beginning of a text is not vague", () => {
  expect(read("zh-CN", "三批企业")).toMatchObject({ value: 3 });
  expect(read("zh-CN", "第一批", 1)).toEqual({ end: 2, value: 1, ordinal: true });
  expect(read("en", "one of them")).toEqual({ end: 3, value: 1, ordinal: false });
  expect(read("en", "First, it")).toEqual({ end: 5, value: 1, ordinal: true });
  expect(read("en", "six-month plan")).toMatchObject({ value: 6 });
});

test.each([
  ["三千亿", 300_000_000_000],
  ["十二亿三千万四百", 1_230_000_400],
  ["二十万", 200_000],
  ["两万", 20_000],
  ["", null],
  ["百", null],
  ["万", null],
  ["零", null],
  ["三亿亿", null],
  ["六万二亿", null],
  ["一二", null],
])("hanzi %j is %j", (text, value) => {
  expect(readHanzi(text)).toBe(value);
});

test.each([
  ["１２，３４５", "12,345"],
  ["１．５％", "1.5%"],
  ["１００，２００", "100,200"],
  ["100，200家", "100、200家"],
  ["３．家", "3。家"],
  ["，１", "、1"],
  ["ＡＢ～\u00a0\u202f\u3000", "AB~   "],
])("%j at half width is %j", (text, half) => {
  expect(toHalfWidth(text)).toBe(half);
});

test.each([
  [{ year: "2021", month: "2", day: "9" }, "2021-02-09"],
  [{ year: "2021", month: 2 }, "2021-02"],
  [{ month: "2", day: "29" }, "--02-29"],
  [{ month: 12 }, "--12"],
  [{ year: "987", month: 12 }, "0987-12"],
  [{ year: "2021", month: "2", day: "29" }, null],
  [{ month: 13 }, null],
])("%j as a date is %s", (parts, iso) => {
  expect(isoDate(parts)).toBe(iso);
});

test.each([
  ["ja", "3千", "3000"],
  ["ja", "5百", "500"],
  ["ja", "2十", "20"],
  ["zh-CN", "5百", "500"],
  ["zh-CN", "3十", "30"],
  ["ko", "3십", "30"],
  ["ko", "3백", "300"],
  ["ja", "286億4500万", "28645000000"],
  ["ja", "4500万286億", null],
  ["ja", "3万2万", null],
  ["en", "1.5 million", "1500000"],
  ["en", "12abc", null],
  ["en", "1,234,567", "1234567"],
  ["en", "1,23", null],
] as const)("%s %s is %s", (language, text, value) => {
  expect(readNumber(text, language)?.toFixed() ?? null).toBe(value);
});
