import { expect, test } from "vitest";
import { wrap } from "../../src/draw/wrap.ts";

const length = (text: string) => [...text].length;

test("English breaks between words and never inside one", () => {
  expect(wrap("Cumulative Registrations as of December", "en", 16, length)).toEqual([
    "Cumulative",
    "Registrations as",
    "of December",
  ]);
});

test("Chinese and Japanese break without spaces, and no line begins with a mark", () => {
  const text = "来源资料未提供：无锡市、南通市、宿迁市。";
  for (let width = 4; width < 20; width++) {
    const lines = wrap(text, "zh-CN", width, length);
    expect(lines.join("")).toBe(text);
    for (const line of lines) expect(line).toMatch(/^[^、。：]/);
  }
});

test("an opening bracket stays with what it opens", () => {
  for (let width = 3; width < 12; width++)
    for (const line of wrap("登録件数（二千二十一年）", "ja", width, length)) expect(line).not.toMatch(/（$/);
});

test("what fits stays on one line, and nothing makes no line", () => {
  expect(wrap("자료 없음", "ko", 5, length)).toEqual(["자료 없음"]);
  expect(wrap("", "ko", 5, length)).toEqual([]);
});
