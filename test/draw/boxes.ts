import type { TextMeasure } from "../../src/draw/measure.ts";

/** Where a line of text stands in an SVG, in its own pixels. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of all lines of text in a drawn chart, by the real fonts' measure. */
export function textBoxes(svg: string, family: string, measure: TextMeasure): TextBox[] {
  return walk(svg, (token, frame) => (token.startsWith("<") ? [] : [box(token, frame, { family, measure })]));
}

/** The boxes of all bars, that is, of all filled rectangles in the ink of data. */
export function barBoxes(svg: string): TextBox[] {
  return walk(svg, (token, { x, y }) => {
    const [, left, top, width, height] =
      /d="M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h.*fill="#1f4e79"/.exec(token) ?? [];
    if (left === undefined) return [];
    const corner = { left: x + Number(left), top: y + Number(top) };
    return [
      { text: "a bar", ...corner, right: corner.left + Number(width), bottom: corner.top + Number(height) },
    ];
  });
}

function walk(svg: string, read: (token: string, frame: Frame) => TextBox[]): TextBox[] {
  const stack: Frame[] = [{ x: 0, y: 0, style: {} }];
  return (svg.match(/<[^>]*>|[^<]+/g) ?? []).flatMap((token) => {
    const frame = stack.at(-1) ?? { x: 0, y: 0, style: {} };
    if (/^<\/(?:g|text)>/.test(token)) stack.pop();
    else if (/^<(?:g|text)\b/.test(token)) stack.push(inner(token, frame));
    else if (token.startsWith("<tspan")) stack[stack.length - 1] = nextLine(token, frame);
    else return read(token, frame);
    return [];
  });
}

/** Where a group or a text begins, and how its text is set. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly style: Record<string, string>;
}

function inner(tag: string, { x, y }: Frame): Frame {
  const [dx, dy] = offset(tag);
  return { x: x + dx, y: y + dy, style: attributesOf(tag) };
}

function nextLine(tag: string, { x, y, style }: Frame): Frame {
  return { x, y: y + Number(attributesOf(tag).dy ?? 0), style };
}

type Setting = { readonly family: string; readonly measure: TextMeasure };

function box(text: string, { x, y, style }: Frame, { family, measure }: Setting): TextBox {
  const size = Number.parseFloat(style["font-size"] ?? "11");
  const width = measure(unescaped(text), { family, size, weight: Number(style["font-weight"] ?? 400) });
  const left = x - width * ({ middle: 0.5, end: 1 }[style["text-anchor"] ?? ""] ?? 0);
  // Ascent and descent of digits and letters, near enough for all four families.
  return { text, left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size };
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
}

function offset(tag: string): [number, number] {
  const { transform = "", x = "0", y = "0" } = attributesOf(tag);
  const [, dx = "0", dy = "0"] = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(transform) ?? [];
  return [Number(x) + Number(dx), Number(y) + Number(dy)];
}

/** Pairs of texts that cover each other. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** Texts that stand partly outside of the picture. Half a pixel is forgiven: a side bearing is wider. */
export function clipped(
  boxes: readonly TextBox[],
  { width, height }: { width: number; height: number },
): string[] {
  return boxes
    .filter(
      ({ left, right, top, bottom }) =>
        left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
    )
    .map(({ text }) => text);
}
