import { isEmpty } from "../content/box.ts";
import type { Destination } from "../destinations.ts";
import { descendants, type Element } from "./element.ts";

/** Finds the structure element that a destination means; with a role, only elements of that role count. */
export type ElementLocator = (destination: Destination, role?: string) => Element | undefined;

/** Roles that only hold others: a destination means the first thing in them. */
const CONTAINERS = new Set(["Document", "Part", "Sect", "Div", "NonStruct", "Lbl", "LBody"]);

/** A destination may stand so many points below the top of what it means (rounding, a glyph's overshoot). */
const TOLERANCE = 3;

/** Where an element begins: its highest content on its first page, in points. */
interface Position {
  readonly page: number;
  readonly top: number;
}

/**
 * A locator for a structure: it gives the element that begins on the destination's page, nearest below its height; of several
 * that begin there the outermost.
 */
export function elementLocator(structure: Element): ElementLocator {
  const positions = new Map<Element, Position>();
  position(structure, positions);
  const byPage = new Map<number, { element: Element; top: number }[]>();
  for (const element of descendants(structure)) {
    const at = positions.get(element);
    if (at === undefined || CONTAINERS.has(element.role)) continue;
    const list = byPage.get(at.page);
    if (list === undefined) byPage.set(at.page, [{ element, top: at.top }]);
    else list.push({ element, top: at.top });
  }
  return ({ page, y }, role) => {
    const candidates = byPage.get(page) ?? [];
    return nearestBelow(
      role === undefined ? candidates : candidates.filter(({ element }) => element.role === role),
      y,
    );
  };
}

function nearestBelow(
  candidates: readonly { element: Element; top: number }[],
  y: number,
): Element | undefined {
  let best: Element | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const { element, top } of candidates) {
    const distance = Math.min(y, Number.MAX_VALUE) - top;
    // What begins within half a point is the same place, and the first of them is the outermost.
    if (distance < -TOLERANCE || distance >= bestDistance - 0.5) continue;
    best = element;
    bestDistance = distance;
  }
  return best;
}

function position(element: Element, positions: Map<Element, Position>): Position | undefined {
  let result: Position | undefined;
  for (const kid of element.kids) {
    if (kid.kind === "element") result = earlier(result, position(kid, positions));
    else if (kid.kind === "content" && !isEmpty(kid.mark.box))
      result = earlier(result, { page: kid.mark.page, top: kid.mark.box[3] });
  }
  if (result !== undefined) positions.set(element, result);
  return result;
}

function earlier(a: Position | undefined, b: Position | undefined): Position | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.page !== b.page) return a.page < b.page ? a : b;
  return a.top >= b.top ? a : b;
}
