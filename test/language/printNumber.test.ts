import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUS, printNumber } from "../../src/language/printNumber.ts";
import { LANGUAGES } from "../../src/model/language.ts";

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat({ max: 6 }))
  .map(([negative, digits, places]) => new Big(`${negative ? "-" : ""}${digits}e-${places}`));

test.each(LANGUAGES)("a number in %s is what Intl gives, with a minus sign of its own", (language) => {
  fc.assert(
    fc.property(decimals, fc.nat({ max: 4 }), fc.boolean(), (value, places, grouped) => {
      const exact = Math.max(places, (value.toFixed().split(".")[1] ?? "").length);
      const format = new Intl.NumberFormat(language, {
        minimumFractionDigits: exact,
        maximumFractionDigits: exact,
        useGrouping: grouped,
      });
      const digits = format.format(value.abs().toFixed(exact) as Intl.StringNumericLiteral);
      expect(printNumber(value, { places, grouped })).toBe((value.lt(0) ? MINUS : "") + digits);
    }),
    { numRuns: 400 },
  );
});

test("thousands are separated unless that is not wanted, decimals are never lost", () => {
  expect(printNumber(new Big("-1234567.50"), { places: 2 })).toBe("−1,234,567.50");
  expect(printNumber(new Big("1234567"), { grouped: false })).toBe("1234567");
  expect(printNumber(new Big("0.125"), { places: 1 })).toBe("0.125");
  expect(printNumber(new Big("999"))).toBe("999");
});
