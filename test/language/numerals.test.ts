import { expect, test } from "vitest";
import { type NumeralStyle, numeral } from "../../src/language/numerals.ts";
import { readHanzi } from "../../src/language/parse/spelled.ts";

test.each([
  [1, "I", "一", "1", "①"],
  [4, "IV", "四", "4", "④"],
  [9, "IX", "九", "9", "⑨"],
  [10, "X", "十", "10", "⑩"],
  [12, "XII", "十二", "12", "⑫"],
  [20, "XX", "二十", "20", "⑳"],
  [21, "XXI", "二十一", "21", "㉑"],
  [44, "XLIV", "四十四", "44", "㊹"],
])("%i is %s, %s, %s, %s", (n, ...expected) => {
  const styles: readonly NumeralStyle[] = ["roman", "hanzi", "decimal", "circled"];
  expect(styles.map((style) => numeral(n, style))).toEqual(expected);
});

test.each([
  [99, "九十九"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [1001, "一千零一"],
  [1010, "一千零一十"],
  [2345, "二千三百四十五"],
])("%i is %s, as it is read back", (n, expected) => {
  expect(numeral(n, "hanzi")).toBe(expected);
  expect(readHanzi(expected)).toBe(n);
});

test("a number that a style cannot write is our bug", () => {
  expect(() => numeral(0, "roman")).toThrow("No roman numeral for 0: it writes 1 to 3999.");
  expect(() => numeral(10_000, "hanzi")).toThrow(RangeError);
  expect(() => numeral(1.5, "decimal")).toThrow(RangeError);
});

test.each([
  [5, "V"],
  [50, "L"],
  [90, "XC"],
  [100, "C"],
  [400, "CD"],
  [500, "D"],
  [900, "CM"],
  [1987, "MCMLXXXVII"],
])("%i is %s", (n, expected) => {
  expect(numeral(n, "roman")).toBe(expected);
});

test("circled numbers go on where Unicode's blocks end", () => {
  expect([35, 36, 50].map((n) => numeral(n, "circled"))).toEqual(["㉟", "㊱", "㊿"]);
});
