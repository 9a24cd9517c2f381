/** Decimal places that coordinates keep: a hundredth of a pixel cannot be seen in print. */
const PLACES = 2;

/** Attributes that only serve interactive views, or that the root states once for all. */
const DROPPED =
  /^(?:class|role|aria-.*|xmlns.*|version|font-family|stroke-miterlimit|cursor|pointer-events)$/;

/** Attributes that hold numbers, alone or among other signs. */
const NUMERIC = /^(?:d|transform|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|points|stroke-width)$/;

/**
 * What Vega drew, ready to stand inside our own `<svg>`: without its root, ARIA, classes, empty groups and invisible
 * paths; numbers rounded; ids begun with `prefix` so that charts on one page cannot collide.
 */
export function cleanSvg(svg: string, prefix: string): string {
  const tokens = svg.match(/<[^>]*>|[^<]+/g) ?? [];
  const body = tokens
    .filter((token) => !/^<\/?svg\b|^<(?:g|text)\b[^>]*\/>$/.test(token))
    .map((token) => (token.startsWith("<") && !token.startsWith("</") ? cleanTag(token, prefix) : token))
    .join("");
  return withoutEmpty(body);
}

function cleanTag(tag: string, prefix: string): string {
  const name = /^<([\w:-]+)/.exec(tag)?.[1] ?? "";
  const attributes = [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)]
    .map(([, key = "", value = ""]) => [key, value] as const)
    .filter(([key, value]) => !DROPPED.test(key) && !isDefault(key, value))
    .map(([key, value]) => ` ${key}="${cleanValue(key, value, prefix)}"`);
  return `<${name}${attributes.join("")}${tag.endsWith("/>") ? "/" : ""}>`;
}

const isDefault = (key: string, value: string): boolean =>
  (key === "transform" && /^translate\(0,\s*0\)$/.test(value)) || (key.endsWith("opacity") && value === "1");

function cleanValue(key: string, value: string, prefix: string): string {
  if (key === "id") return `${prefix}-${value}`;
  if (NUMERIC.test(key)) return value.replace(/-?\d*\.\d+(?:e-?\d+)?/g, roundText);
  return value.replace(/url\(#([^)]*)\)/g, `url(#${prefix}-$1)`);
}

function roundText(number: string): string {
  return round(Number(number));
}

/** A coordinate as text, rounded to two places, without a trailing zero or a negative zero. */
export function round(value: number): string {
  return String(Math.round(value * 10 ** PLACES) / 10 ** PLACES + 0);
}

/** Takes out paths that paint nothing, and groups and texts that hold nothing, from the inside out. */
function withoutEmpty(body: string): string {
  let before = "";
  let after = body;
  while (after !== before) {
    before = after;
    after = before
      .replace(/<path[^>]*><\/path>|<path[^>]*\/>/g, (path) => (paints(path) ? path : ""))
      .replace(/<(g|text)\b[^>]*><\/\1>/g, "");
  }
  return after;
}

const paints = (path: string): boolean =>
  /(?:fill|stroke)="(?!none|transparent)/.test(path) && / d="[^"]+"/.test(path);

/** A text with the signs escaped that mean something in SVG and HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
