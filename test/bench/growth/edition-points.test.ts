import { expect, test } from "vitest";
import { editionPlan, pathInYear } from "./edition-plan.ts";
import { peaksByThird } from "./edition-points.ts";

test.for([1, 10, 50, 200])("%d editions are planned, four a report", (editions) => {
  const plan = editionPlan(editions, 2031);
  expect(plan.reduce((sum, { languages }) => sum + languages.length, 0)).toBe(editions);
  expect(plan.slice(0, -1).every(({ languages }) => languages.length === 4)).toBe(true);
  expect(new Set(plan.map(({ year }) => year)).size).toBe(plan.length);
});

test("what belongs to a year moves to another; what all years share stays", () => {
  expect(pathInYear("locales/zh-CN/2030/preface.json", 2030, 2077)).toBe("locales/zh-CN/2077/preface.json");
  expect(pathInYear("data/2030/tables/loans.csv", 2030, 2077)).toBe("data/2077/tables/loans.csv");
  expect(pathInYear("locales/zh-CN/members.json", 2030, 2077)).toBeNull();
});

test("memory that grows shows in the thirds of a run", () => {
  const peaks = new Map([
    [0, 5],
    [1, 9],
    [3, 11],
    [6, 20],
    [9, 30],
  ]);
  expect(peaksByThird(peaks, 9)).toEqual([9, 11, 30]);
  expect(peaksByThird(new Map(), 9)).toEqual([0, 0, 0]);
});
