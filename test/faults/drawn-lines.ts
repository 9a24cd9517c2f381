import { attribute, htmlTokens, tagName, unescapeHtml } from "../../src/compose/html-tokens.ts";
import type { TextLine } from "../../src/pdf/content/marks.ts";

/** Where a group or text of a drawing begins, in CSS pixels from its upper left corner. */
interface Origin {
  readonly tag: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
}

/** A character is about so many ems wide: enough to tell which texts stand side by side. */
const WIDTH = 0.5;

type DrawnLine = Pick<TextLine, "text" | "page" | "startX" | "endX" | "baseline" | "size">;

const OUTSIDE: Origin = { tag: "", x: 0, y: 0, size: 0, anchor: "start" };

/** The lines of a drawing where a reader of the PDF finds them: upwards from below, as wide as they roughly are. */
export function drawnLines(svg: string): DrawnLine[] {
  const stack: Origin[] = [];
  const lines: DrawnLine[] = [];
  for (const token of htmlTokens(svg)) {
    const outer = stack.at(-1) ?? OUTSIDE;
    if (token.startsWith("</")) stack.pop();
    else if (token.startsWith("<")) open(token, stack);
    else if (/^t/.test(outer.tag) && token.trim() !== "")
      lines.push(lineAt(unescapeHtml(token).trim(), outer));
  }
  return lines;
}

function open(token: string, stack: Origin[]): void {
  const outer = stack.at(-1) ?? OUTSIDE;
  const inner = within(outer, token);
  // A further line of a text goes on from the one before.
  if (inner.tag === "tspan") stack[stack.length - 1] = { ...outer, y: inner.y };
  if (!token.endsWith("/>")) stack.push(inner);
}

function within(outer: Origin, token: string): Origin {
  const number = (name: string) => Number.parseFloat(attribute(token, name) ?? "0");
  const [, dx = "0", dy = "0"] =
    /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(attribute(token, "transform") ?? "") ?? [];
  return {
    tag: tagName(token),
    x: outer.x + Number(dx) + number("x"),
    y: outer.y + Number(dy) + number("y") + number("dy"),
    size: number("font-size") || outer.size,
    anchor: attribute(token, "text-anchor") ?? outer.anchor,
  };
}

function lineAt(text: string, { x, y, size, anchor }: Origin) {
  const width = text.length * size * WIDTH;
  const startX = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { text, page: 0, startX, endX: startX + width, baseline: -y, size };
}
