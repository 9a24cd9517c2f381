import { expect, test } from "vitest";
import { flipOf } from "../../../src/pipeline/impact/flip.ts";

const print = (format: string, text: string) => ({ kind: "figure", ref: "a.b", format, text }) as const;
const flip = (format: string, before: string, after: string) =>
  flipOf(print(format, before), print(format, after));

test.each([
  ["yoy", "down 3.51% YoY", "up 3.51% YoY", "down … YoY", "up … YoY"],
  ["change", "减少1.2万", "增加1.2万", "减少", "增加"],
  ["difference", "3억 감소", "3억 증가", "감소", "증가"],
  ["measuredDifference", "4 thousand fewer", "4 thousand more", "fewer", "more"],
  ["points", "1.5 points lower", "1.5 points higher", "points lower", "points higher"],
])("%s: “%s” to “%s” turns “%s” into “%s”", (format, was, is, before, after) => {
  expect(flip(format, was, is)).toEqual({ before, after });
});

test.each([
  ["yoy", "down 3.51% YoY", "down 13.5% YoY"],
  ["yoy", "−3.51 %", "7 %"],
  ["change", "an increase of 2 million", "an increase of 1 billion 30 thousand"],
  ["difference", "1억 2만 증가", "3조 증가"],
  ["change", "増 1兆2億3万", "増 4万"],
  ["count", "1,200", "1,300"],
  ["word", "three", "12"],
  ["word", "12", "three"],
])("%s: “%s” to “%s” says the same in other numbers", (format, was, is) => {
  expect(flip(format, was, is)).toBeNull();
});

test.each([
  ["rank", "first", "second"],
  ["ordinalWord", "第一", "第一"],
  ["count", "1,200", "no data"],
  ["count", "no data", "1,200"],
])("%s: “%s” to “%s” is told whole", (format, before, after) => {
  expect(flip(format, before, after)).toEqual({ before, after });
});
