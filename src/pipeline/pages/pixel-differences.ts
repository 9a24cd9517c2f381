import type { Box } from "../../pdf/content/box.ts";
import { grouped } from "./boxes.ts";
import type { Raster } from "./raster.ts";

/** Side of the squares that a page is looked through by, in pixels. */
const CELL = 6;

/** Differences of a colour up to this are rounding: places that differ by less than a hundredth of a point. */
const FAINT = 24;

/** What to look through. */
export interface PixelComparison {
  readonly before: Raster;
  readonly after: Raster;
  /** Boxes of differences that are known already, in points from the lower left corner. */
  readonly known: readonly Box[];
  /** Pixels for each point. */
  readonly scale: number;
}

/**
 * Where two pictures differ outside of all known boxes, in points: nothing that an eye could see is left unmarked, whatever the reading of
 * the page has missed. Pictures of different sizes are not compared.
 */
export function unmarkedDifferences({ before, after, known, scale }: PixelComparison): Box[] {
  if (before.width !== after.width || before.height !== after.height) return [];
  const { width, height } = before;
  const found: Box[] = [];
  for (let top = 0; top < height; top += CELL)
    for (let left = 0; left < width; left += CELL) {
      const right = Math.min(left + CELL, width);
      const bottom = Math.min(top + CELL, height);
      const box: Box = [left / scale, (height - bottom) / scale, right / scale, (height - top) / scale];
      if (!isKnown(box, known) && differs(before, after, [left, top, right, bottom])) found.push(box);
    }
  return grouped(found, CELL / scale);
}

function isKnown(box: Box, known: readonly Box[]): boolean {
  return known.some(
    ([left, bottom, right, top]) => box[0] <= right && left <= box[2] && box[1] <= top && bottom <= box[3],
  );
}

type Cell = readonly [left: number, top: number, right: number, bottom: number];

function differs(
  { width, pixels: a }: Raster,
  { pixels: b }: Raster,
  [left, top, right, bottom]: Cell,
): boolean {
  for (let y = top; y < bottom; y++) {
    const end = (y * width + right) * 3;
    for (let at = (y * width + left) * 3; at < end; at++)
      if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > FAINT) return true;
  }
  return false;
}
