import { attribute, type Element, isElement, type Node, textOf } from "../tree/nodes.ts";

/** A text of a drawing and where it stands: in CSS pixels from the left, upwards from below. */
export interface DrawnLine {
  readonly text: string;
  readonly startX: number;
  readonly endX: number;
  readonly baseline: number;
  readonly size: number;
}

interface Origin {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
}

/** A character is about so many ems wide: enough to tell which texts stand side by side. */
const WIDTH = 0.5;

/** The texts of a drawing, each line of them, with their places. */
export function drawnLines(svg: Element): DrawnLine[] {
  return linesIn(svg, { x: 0, y: 0, size: 0, anchor: "start" });
}

function linesIn(element: Element, outer: Origin): DrawnLine[] {
  const origin = within(outer, element);
  if (element.tagName !== "text")
    return element.childNodes.flatMap((child) => (isElement(child) ? linesIn(child, origin) : []));
  let line = origin;
  return element.childNodes.flatMap((child: Node) => {
    // A further line of a text goes on from the one before.
    if (isElement(child)) line = { ...line, y: line.y + number(child, "y") + number(child, "dy") };
    const text = textOf(child).trim();
    return text === "" ? [] : [lineAt(text, line)];
  });
}

function within(outer: Origin, element: Element): Origin {
  const [, dx = "0", dy = "0"] =
    /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(attribute(element, "transform") ?? "") ?? [];
  return {
    x: outer.x + Number(dx) + number(element, "x"),
    y: outer.y + Number(dy) + number(element, "y") + number(element, "dy"),
    size: number(element, "font-size") || outer.size,
    anchor: attribute(element, "text-anchor") ?? outer.anchor,
  };
}

function number(element: Element, name: string): number {
  return Number.parseFloat(attribute(element, name) ?? "0") || 0;
}

function lineAt(text: string, { x, y, size, anchor }: Origin): DrawnLine {
  const width = text.length * size * WIDTH;
  const startX = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { text, startX, endX: startX + width, baseline: -y, size };
}
