import Big from "big.js";

/** Sum of values; zero for none. */
export function sumOf(values: readonly Big[]): Big {
  return values.reduce((total, value) => total.plus(value), new Big(0));
}

/**
 * Quotient to 20 decimal places; null when the divisor is zero. That is exact enough to round to print: a quotient of the
 * report's figures that is no tie differs from one by far more than 1e-20.
 */
export function quotientOf(dividend: Big, divisor: Big): Big | null {
  return divisor.eq(0) ? null : dividend.div(divisor);
}

/** A part of a whole in percent; null when the whole is zero. */
export function shareOf(part: Big, whole: Big): Big | null {
  return quotientOf(part.times(100), whole);
}

/** The change from a base to a value in percent of the base; null when the base is zero. */
export function growthOf(value: Big, base: Big): Big | null {
  return quotientOf(value.minus(base).times(100), base);
}
