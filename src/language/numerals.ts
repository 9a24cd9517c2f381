/** How a heading's number is written: `IV`, `四`, `4`, `④`. */
export type NumeralStyle = "roman" | "hanzi" | "decimal" | "circled";

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(n: number): string {
  let rest = n;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join("");
}

/** Chinese digits by value; zero is 〇, as in years. */
export const HANZI_DIGITS = "〇一二三四五六七八九";

function hanzi(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${HANZI_DIGITS.charAt(tens)}十`;
  return n % 10 === 0 ? ten : ten + HANZI_DIGITS.charAt(n % 10);
}

/** Unicode has circled numbers in three runs: 1–20, 21–35, 36–50. */
function circled(n: number): string {
  return String.fromCodePoint(n <= 20 ? 0x2460 + n - 1 : n <= 35 ? 0x3251 + n - 21 : 0x32b1 + n - 36);
}

const STYLES: Record<NumeralStyle, { readonly highest: number; readonly write: (n: number) => string }> = {
  roman: { highest: 3999, write: roman },
  hanzi: { highest: 99, write: hanzi },
  decimal: { highest: Number.MAX_SAFE_INTEGER, write: String },
  circled: { highest: 50, write: circled },
};

/** The highest number that a style can write. */
export function highestNumeral(style: NumeralStyle): number {
  return STYLES[style].highest;
}

/**
 * A whole number from 1 in a style: roman to 3999, hanzi to 99, circled to 50.
 * @throws RangeError for a number that the style cannot write.
 */
export function numeral(n: number, style: NumeralStyle): string {
  const { highest, write } = STYLES[style];
  if (!Number.isInteger(n) || n < 1 || n > highest)
    throw new RangeError(`No ${style} numeral for ${n}: it writes 1 to ${highest}.`);
  return write(n);
}
