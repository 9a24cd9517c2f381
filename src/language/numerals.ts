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

/** 一百零一, 一千零一十; ten to nineteen by themselves without 一. */
function hanzi(n: number): string {
  if (n < 20) return n < 10 ? HANZI_DIGITS.charAt(n) : `十${n % 10 === 0 ? "" : HANZI_DIGITS.charAt(n % 10)}`;
  const digits = [...String(n)].map((digit, index, all) =>
    digit === "0"
      ? "零"
      : HANZI_DIGITS.charAt(Number(digit)) + HANZI_PLACES.charAt(all.length - 1 - index).trim(),
  );
  return digits.join("").replace(/零+/g, "零").replace(/零$/, "");
}

/** What ones (nothing), tens, hundreds and thousands are called. */
const HANZI_PLACES = " 十百千";

/** Unicode has circled numbers in three runs: 1–20, 21–35, 36–50. */
function circled(n: number): string {
  return String.fromCodePoint(n <= 20 ? 0x2460 + n - 1 : n <= 35 ? 0x3251 + n - 21 : 0x32b1 + n - 36);
}

const STYLES: Record<NumeralStyle, { readonly highest: number; readonly write: (n: number) => string }> = {
  roman: { highest: 3999, write: roman },
  hanzi: { highest: 9999, write: hanzi },
  decimal: { highest: Number.MAX_SAFE_INTEGER, write: String },
  circled: { highest: 50, write: circled },
};

/**
 * A whole number from 1 in a style: roman to 3999, hanzi to 9999, circled to 50.
 * @throws RangeError for a number that the style cannot write.
 */
export function numeral(n: number, style: NumeralStyle): string {
  const { highest, write } = STYLES[style];
  if (!Number.isInteger(n) || n < 1 || n > highest)
    throw new RangeError(`No ${style} numeral for ${n}: it writes 1 to ${highest}.`);
  return write(n);
}
