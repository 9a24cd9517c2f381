import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  basesOfGrowth,
  basesOfRatio,
  type Printed,
  partsOfShare,
  type Range,
  wholesOfShare,
} from "../../../src/check/identities/feasible.ts";
import { beforeRounding, type Rounding, rounded } from "../../../src/check/identities/rounding.ts";

const rounding = fc.constantFrom<Rounding>("half-up", "down");
const places = fc.nat(2);

/** A printed number between two percentages, at random places. */
const printed = (min: number, max: number) =>
  fc.tuple(fc.integer({ min: min * 100, max: max * 100 }), places, rounding).map(
    ([hundredths, digits, mode]): Printed => ({
      value: new Big(hundredths).div(100).round(digits, Big.roundDown),
      places: digits,
      rounding: mode,
    }),
  );

/** The first and last of the numbers up to a limit whose outcome prints as wanted, found by trying them all. */
function tried(
  limit: number,
  { value, places: digits, rounding: mode }: Printed,
  outcome: (n: Big) => Big,
): Range | null {
  const fits = Array.from({ length: limit }, (_, index) => new Big(index + 1)).filter((n) =>
    rounded(outcome(n), digits, mode).eq(value),
  );
  const [first, last] = [fits[0], fits.at(-1)];
  return first && last ? { first, last } : null;
}

const text = (range: Range | null) => range && `${range.first.toFixed()}–${range.last.toFixed()}`;

test("bases of a growth are those that trying every number finds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), printed(-60, 300), (value, growth) => {
      const expected = tried(400, growth, (base) => new Big(value).minus(base).times(100).div(base));
      expect(text(basesOfGrowth(new Big(value), growth))).toBe(text(expected));
    }),
    { numRuns: 150 },
  );
});

test("wholes and parts of a share are those that trying every number finds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), printed(11, 100), (known, share) => {
      const whole = tried(400, share, (n) => new Big(known).times(100).div(n));
      expect(text(wholesOfShare(new Big(known), share))).toBe(text(whole));
      const part = tried(100, share, (n) => n.times(100).div(known));
      expect(text(partsOfShare(new Big(known), share))).toBe(text(part));
    }),
    { numRuns: 100 },
  );
});

test("bases of a multiple are those that trying every step finds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), printed(1, 5), (tenths, ratio) => {
      const value = new Big(tenths).div(10);
      const expected = tried(900, ratio, (n) => value.div(n.div(20)));
      const found = basesOfRatio(value, ratio, new Big("0.05"));
      const inSteps = found && { first: found.first.times(20), last: found.last.times(20) };
      expect(text(inSteps)).toBe(text(expected));
    }),
    { numRuns: 100 },
  );
});

test("a value that is itself rounded allows every base that some unrounded value allows", () => {
  const growth: Printed = { value: new Big("60.1"), places: 1, rounding: "half-up" };
  expect(text(basesOfGrowth(new Big(12200), growth, new Big(100)))).toBe("7587–7653");
});

test("the printed number lies between the ends that could have been rounded to it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), places, rounding, (thousandths, digits, mode) => {
      const exact = new Big(thousandths).div(1000);
      const { low, high } = beforeRounding(rounded(exact, digits, mode), digits, mode);
      expect(exact.gte(low) && exact.lte(high)).toBe(true);
    }),
  );
});

test.each([
  ["half-up", "2.345", "2.35"],
  ["half-up", "-2.345", "-2.35"],
  ["half-up", "2.3449", "2.34"],
  ["down", "2.349", "2.34"],
  ["down", "-2.349", "-2.34"],
] as const)("%s makes %s into %s", (mode, exact, expected) => {
  expect(rounded(new Big(exact), 2, mode).toFixed(2)).toBe(expected);
});
