import Big from "big.js";

/** A number as written, with its places kept: `28.40`. */
export interface Written {
  readonly value: Big;
  readonly places: number;
}

/** The numbers that two neighbouring digits in the wrong order could have stood for. */
export function transpositions({ value, places }: Written): Big[] {
  const text = value.toFixed(places);
  const swapped = [...text].flatMap((digit, index) => {
    const next = text.slice(index + 1).search(/\d/) + index + 1;
    const other = text[next];
    if (next <= index || other === undefined || !/\d/.test(digit) || other === digit) return [];
    return [text.slice(0, index) + other + text.slice(index + 1, next) + digit + text.slice(next + 1)];
  });
  return swapped.filter((candidate) => !/^-?0\d/.test(candidate)).map((candidate) => new Big(candidate));
}

/** The numbers that a lost or added zero, or a decimal point in the wrong place, could have stood for. */
export function tenfold({ value, places }: Written): Big[] {
  const candidates = [value.times(10), value.div(10)];
  return candidates.filter((candidate) => !candidate.eq(value) && candidate.round(places).eq(candidate));
}
