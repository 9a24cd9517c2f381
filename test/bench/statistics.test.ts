import { expect, test } from "vitest";
import { stageTimes } from "./measure.ts";
import { recordOf } from "./record.ts";
import { results } from "./results.ts";
import { median, ratios, summarise } from "./statistics.ts";

test.for([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
] as const)("the median of %j is %d", ([values, expected]) => {
  expect(median(values)).toBe(expected);
});

test("a median of nothing is our mistake", () => {
  expect(() => median([])).toThrow("nothing was measured");
});

test("a machine that becomes slower does not change a ratio", () => {
  expect(ratios([2, 20], [1, 10])).toEqual({ median: 2, least: 2, most: 2 });
  expect(summarise([2, 20])).toEqual({ median: 11, least: 2, most: 20 });
});

test("stage times are read from the progress and added up over the editions", () => {
  const talk =
    "[1/9] gather               33 ms\n[6/9] print en            812 ms  stale, because it was not built here before\n[6/9] print zh-CN         100 ms\nwarning: 5 ms\n";
  expect(stageTimes(talk)).toEqual({ gather: 33, print: 912 });
});

const contender = (name: string) => ({ name, about: name });
const runs = (...seconds: number[]) => seconds.map((one) => ({ seconds: one, stages: { print: one * 500 } }));
const FOUND = results([
  { contender: contender("floor"), times: [{ seconds: 2, stages: {} }], memory: [100 * 2 ** 20] },
  { contender: contender("cold"), times: runs(3), memory: [130 * 2 ** 20] },
]);
const record = recordOf({
  machine: { cores: 2 },
  rounds: 1,
  pages: 101,
  results: FOUND,
  lengths: [],
  editions: [],
});

test("the record holds the floor in seconds and the rest as ratios to it", () => {
  expect(record.floor).toEqual({
    seconds: { median: 2, least: 2, most: 2 },
    memoryMiB: { median: 100, least: 100, most: 100 },
  });
  expect(record.ratios).toEqual({
    cold: {
      about: "cold",
      time: { median: 1.5, least: 1.5, most: 1.5 },
      memory: { median: 1.3, least: 1.3, most: 1.3 },
    },
  });
  expect(record.stages).toEqual({ cold: { print: 0.75 } });
});

test("where the system does not tell memory, none is told", () => {
  const [floor] = results([{ contender: contender("floor"), times: runs(2), memory: [0] }]);
  expect(floor?.memory).toBeNull();
});
