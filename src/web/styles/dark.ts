/** Lightness (OKLab, 0 to 1) that white and black get on dark pages: those of the page itself and of its text. */
const DARKEST = 0.205;
const LIGHTEST = 0.97;

/** Above 1: what is of a middle lightness gets lighter, so that small text on the dark ground can be read. */
const CURVE = 1.5;

/** Colours of a drawing, as `fill` and `stroke` write them. */
const COLOUR = /(fill|stroke)="(#[0-9a-f]{3}|#[0-9a-f]{6}|black|white)"/gi;

/**
 * Rules that turn the colours of drawings for dark pages: each keeps its hue, and what was light becomes dark. So charts of any theme, also
 * a report's own, keep their contrasts.
 */
export function darkDrawings(html: string): string {
  const found = new Map(
    [...html.matchAll(COLOUR)].map(([, property = "", colour = ""]) => [
      `${property} ${colour}`,
      { property, colour },
    ]),
  );
  const rules = [...found.values()].map(
    ({ property, colour }) => `.chart svg [${property}="${colour}"]{${property}:${turned(colour)}}`,
  );
  return `@media screen and (prefers-color-scheme:dark){.chart svg{fill:${turned("#000")}}${rules.sort().join("")}}`;
}

/** A colour with its lightness turned round, as `#rrggbb`. */
export function turned(colour: string): string {
  const { l, a, b } = toOklab(channels(colour));
  const lightness = LIGHTEST - l ** CURVE * (LIGHTEST - DARKEST);
  // Strong colours of a middle lightness would glow on a dark ground.
  return hex(fromOklab({ l: lightness, a: a * 0.9, b: b * 0.9 }));
}

type Channels = readonly [number, number, number];

function channels(colour: string): Channels {
  const named = { black: "#000000", white: "#ffffff" }[colour.toLowerCase()] ?? colour;
  const digits = named.length === 4 ? named.replace(/[0-9a-f]/gi, "$&$&") : named;
  const at = (index: number) => Number.parseInt(digits.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

const hex = (values: Channels): string =>
  `#${values
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, value)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

interface Oklab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const gamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

/** sRGB to OKLab (B. Ottosson, “A perceptual color space for image processing”, 2020). */
function toOklab(rgb: Channels): Oklab {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  };
}

/** OKLab to sRGB, from the same source. */
function fromOklab({ l, a, b }: Oklab): Channels {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}
