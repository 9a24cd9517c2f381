import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "../../src/editor-report/sentence-changes.ts";
import { LANGUAGES } from "../../src/model/language.ts";

const text = (runs: ReturnType<typeof changesBetween>, kinds: readonly string[]) =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map((run) => run.text)
    .join("");

test("what stayed and went is the old text, what stayed and came is the new one", () => {
  const words = fc.array(
    fc.constantFrom("up", "down", " ", "3.51%", "增长", "下降", "前年比", "감소", ",", "12,345"),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(words, words, fc.constantFrom(...LANGUAGES), (before, after, language) => {
      const runs = changesBetween(before.join(""), after.join(""), language);
      expect(text(runs, ["same", "gone"])).toBe(before.join(""));
      expect(text(runs, ["same", "new"])).toBe(after.join(""));
    }),
  );
});

test("a turned word and a changed number are marked, and nothing else", () => {
  const runs = changesBetween("It was down 3.51% YoY, in all.", "It was up 4.20% YoY, in all.", "en");
  expect(runs.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "gone", text: "down" },
    { kind: "new", text: "up" },
    { kind: "gone", text: "3.51" },
    { kind: "new", text: "4.20" },
  ]);
});

test("Chinese is compared by words too", () => {
  const runs = changesBetween("同比下降3.51%；商标", "同比增长3.51%；商标", "zh-CN");
  expect(runs).toEqual([
    { kind: "same", text: "同比" },
    { kind: "gone", text: "下降" },
    { kind: "new", text: "增长" },
    { kind: "same", text: "3.51%；商标" },
  ]);
});

test("texts of many thousand words do not stall the report", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(" ");
  const runs = changesBetween(`a ${long("x")} z`, `a ${long("y")} z`, "en");
  expect(runs.map(({ kind }) => kind)).toEqual(["same", "gone", "new", "same"]);
});
