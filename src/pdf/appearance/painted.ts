import type { Box } from "../content/box.ts";

/** A path that all that follows is cut to, inside of others. */
export interface Clip {
  readonly outer: Clip | null;
  /** Its operators and its rule. */
  readonly what: string;
  /** Its points on the page. */
  readonly where: readonly number[];
}

/** One thing that a page shows: a word, a path, a picture, a link's area. Two pages with equal lists of these look alike. */
export interface Painted {
  /** `other`: an operator that is not followed; it stands in the list as it was written. */
  readonly kind: "text" | "path" | "picture" | "link" | "other";
  /** What is painted, wherever it stands: glyph shapes or path operators, with colours, sizes and line styles. No object number is in it. */
  readonly what: string;
  /** Where: x and y of each glyph, point or corner, in points from the page's lower left corner. */
  readonly where: readonly number[];
  readonly clip: Clip | null;
  readonly box: Box;
  /** What the glyphs mean; empty for everything else. */
  readonly text: string;
  /** Whether a space or another line stands before it. */
  readonly spaced: boolean;
  /** Whether it is outside of the structure: running heads, page numbers, decoration. */
  readonly outside: boolean;
}

/** Places on a page that are nearer than this are the same; in points, a three-thousandth of an inch. Chromium's own sums differ by less. */
const TOLERANCE = 0.025;

/** Whether two things are painted alike in the same place. */
export function isSamePainted(a: Painted, b: Painted): boolean {
  return a.what === b.what && areNear(a.where, b.where, 0, 0) && isSameClip(a.clip, b.clip);
}

/** Whether two things are painted alike, wherever each stands. Words may be spaced out. */
export function isSameThing(a: Painted, b: Painted): boolean {
  if (a.what !== b.what) return false;
  if (a.kind === "text") return true;
  return areNear(
    a.where,
    b.where,
    (b.where[0] ?? 0) - (a.where[0] ?? 0),
    (b.where[1] ?? 0) - (a.where[1] ?? 0),
  );
}

function areNear(a: readonly number[], b: readonly number[], dx: number, dy: number): boolean {
  return (
    a.length === b.length &&
    a.every((value, index) => Math.abs(value + (index % 2 === 0 ? dx : dy) - (b[index] ?? 0)) <= TOLERANCE)
  );
}

function isSameClip(a: Clip | null, b: Clip | null): boolean {
  if (a === null || b === null) return a === b;
  return a.what === b.what && areNear(a.where, b.where, 0, 0) && isSameClip(a.outer, b.outer);
}
