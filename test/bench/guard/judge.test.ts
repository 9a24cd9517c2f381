import { expect, test } from "vitest";
import { stepClock, stepsOf } from "./clocks.ts";
import { complaints, judge, verdictTable } from "./judge.ts";
import { addUp, inUnitsOf, least, middle } from "./samples.ts";

const BASELINE = { steps: { check: 1000, draw: 100 }, time: { check: 5, gather: 0.3 } };

test("a stage that became a quarter more expensive fails, and is named", () => {
  const verdicts = judge({ steps: { check: 1400, draw: 124 } }, BASELINE);
  expect(complaints(verdicts)).toEqual(["check executes 1.40 × the JavaScript of its baseline (limit 1.25)"]);
});

test("time counts where steps stay the same", () => {
  const verdicts = judge({ steps: BASELINE.steps, time: { check: 8, gather: 0.3 } }, BASELINE);
  expect(complaints(verdicts)).toEqual(["check takes 1.60 × the time of its baseline (limit 1.4)"]);
  expect(verdictTable(verdicts)).toContain("check       1.00   1.60");
});

test("a stage that is too short is not timed, unless it becomes long", () => {
  expect(judge({ time: { check: 5, gather: 0.45 } }, BASELINE)).toHaveLength(1);
  expect(complaints(judge({ time: { check: 5, gather: 0.9 } }, BASELINE))).toEqual([
    "gather takes 3.00 × the time of its baseline (limit 1.4)",
  ]);
});

test("a stage without a baseline, or that is gone, does not pass unseen", () => {
  expect(complaints(judge({ steps: { check: 1000, print: 1 } }, BASELINE))).toEqual([
    "draw: nothing to compare its steps with",
    "print: nothing to compare its steps with",
  ]);
});

test("builds are joined by stage", () => {
  const builds = [{ check: 4, draw: 1 }, { check: 2 }, { check: 9 }];
  expect(addUp(builds)).toEqual({ check: 15, draw: 1 });
  expect(least(builds)).toEqual({ check: 2, draw: 1 });
  expect(middle(builds)).toEqual({ check: 4, draw: 1 });
  expect(inUnitsOf(2, { check: 4 })).toEqual({ check: 2 });
});

test("each range of a function counts without the ranges in it", () => {
  const range = (startOffset: number, endOffset: number, count: number) => ({
    startOffset,
    endOffset,
    count,
  });
  expect(stepsOf({ ranges: [range(0, 100, 2)] })).toBe(200);
  expect(stepsOf({ ranges: [range(0, 100, 2), range(10, 20, 0), range(50, 90, 30), range(60, 70, 1)] })).toBe(
    2 * (100 - 10 - 40) + 30 * (40 - 10) + 10,
  );
});

// V8 counts for one at a time: under `npm run coverage` the counts are Vitest's.
const isCounted = process.env.COVERAGE_OF_PROCESSES !== undefined;

test.skipIf(isCounted)("the step clock counts work that is done", () => {
  const clock = stepClock();
  const work = (times: number) => {
    let sum = 0;
    for (let index = 0; index < times; index++) sum += index % 7;
    return sum;
  };
  const start = clock.now();
  work(10);
  const few = clock.now() - start;
  work(10_000);
  const many = clock.now() - start - few;
  clock.end();
  expect(many).toBeGreaterThan(few + 10_000);
});
