import { expect, test } from "vitest";
import { formatCell } from "../../../src/language/formats/formatCell.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { absent, dated, WORDS, written } from "../sample.ts";

test.each(LANGUAGES)("a cell prints its number without the unit in %s", (language) => {
  const cell = (text: string, kind: "count" | "decimal" | "percent" | "year") =>
    formatCell(written(text, kind), language, WORDS[language]);
  expect(cell("88932", "count")).toBe("88,932");
  expect(cell("746.40", "decimal")).toBe("746.40");
  expect(cell("-3.5", "percent")).toBe("−3.5");
  expect(cell("2021", "year")).toBe("2021");
});

test.each(LANGUAGES)("a cell without a value has a sign of its own in %s, and is never empty", (language) => {
  expect(formatCell(absent("count"), language, WORDS[language])).toBe("…");
  expect(formatCell(absent("count", "not-applicable"), language, WORDS[language])).toBe("/");
});

test("a date prints in a cell as in prose", () => {
  expect(formatCell(dated("2021-12-31"), "ko", WORDS.ko)).toBe("2021년 12월 31일");
});
