import Big from "big.js";
import { expect, test } from "vitest";
import { tenfold, transpositions } from "../../../src/check/identities/digits.ts";

const texts = (numbers: readonly Big[]) => numbers.map((number) => number.toFixed());

test.each([
  ["4564", 0, ["5464", "4654", "4546"]],
  ["30.77", 2, ["37.07"]],
  ["100", 0, []],
  ["-12", 0, ["-21"]],
  ["0.12", 2, ["1.02", "0.21"]],
])("%s could be a slip for a number with two digits exchanged", (value, places, expected) => {
  expect(texts(transpositions({ value: new Big(value), places }))).toEqual(expected);
});

test.each([
  ["4370", 0, ["43700", "437"]],
  ["437", 0, ["4370"]],
  ["12.5", 2, ["125", "1.25"]],
  ["0", 0, []],
])("%s could be a slip for ten times or a tenth", (value, places, expected) => {
  expect(texts(tenfold({ value: new Big(value), places }))).toEqual(expected);
});
