import Big from "big.js";
import { expect, test } from "vitest";
import { dateParts, isCalendarDate } from "../../src/language/calendar.ts";
import { ordinalCategory, pluralCategory } from "../../src/language/plural.ts";

test.each([
  ["2021-12-31", [2021, 12, 31]],
  ["2021-02-30", [2021, 2, 30]],
  ["2021-1-31", null],
  ["2021-12-311", null],
  ["12021-12-31", null],
  ["", null],
])("the parts of %j are %j", (iso, parts) => {
  expect(dateParts(iso)).toEqual(parts);
});

test.each([
  ["2021-01-31", true],
  ["2021-04-30", true],
  ["2021-04-31", false],
  ["2021-06-31", false],
  ["2021-09-31", false],
  ["2021-11-31", false],
  ["2021-12-32", false],
  ["2021-02-28", true],
  ["2021-02-29", false],
  ["2020-02-29", true],
  ["2020-02-30", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["0001-01-01", true],
  ["0000-01-01", false],
  ["2021-00-10", false],
  ["2021-13-10", false],
  ["2021-05-00", false],
  ["10 May 2021", false],
])("%s is a day: %s", (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});

test("the plural is that of the number as printed", () => {
  const category = (value: string, places: number) => pluralCategory(new Big(value), "en", places);
  expect([category("1", 0), category("1", 1), category("1", 0)]).toEqual(["one", "other", "one"]);
  expect([category("-1", 0), category("2", 0)]).toEqual(["one", "other"]);
  const ordinals = [1, 2, 3, 4, 11, 21].map((n) => ordinalCategory(new Big(n), "en"));
  expect(ordinals).toEqual(["one", "two", "few", "other", "other", "one"]);
  expect(ordinalCategory(new Big(1), "ko")).toBe("other");
});
