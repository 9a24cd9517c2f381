import Big from "big.js";

/** How a source rounds: to the nearest with halves away from zero, or `down`, towards zero by cutting the rest off. */
export type Rounding = "half-up" | "down";

const MODES = { "half-up": Big.roundHalfUp, down: Big.roundDown } as const;

/** A value at a number of decimal places. */
export function rounded(value: Big, places: number, rounding: Rounding): Big {
  return value.round(places, MODES[rounding]);
}

/** One unit in the last of so many decimal places. */
export function lastPlace(places: number): Big {
  return new Big(`1e-${places}`);
}

/** The values that could have been rounded to a printed one: all between the ends, whose own inclusion depends on sign and rounding. */
export function beforeRounding(printed: Big, places: number, rounding: Rounding): { low: Big; high: Big } {
  if (rounding === "half-up") {
    const half = new Big(`5e-${places + 1}`);
    return { low: printed.minus(half), high: printed.plus(half) };
  }
  const unit = lastPlace(places);
  return {
    low: printed.gt(0) ? printed : printed.minus(unit),
    high: printed.lt(0) ? printed : printed.plus(unit),
  };
}
