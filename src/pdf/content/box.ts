import type { Matrix } from "./matrix.ts";

/** A rectangle that grows: left, bottom, right, top in points; empty while left > right. */
export type Box = [left: number, bottom: number, right: number, top: number];

/** A rectangle that holds nothing yet. */
export function emptyBox(): Box {
  return [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
}

/** Whether nothing has been put into the rectangle. */
export function isEmpty(box: Box): boolean {
  return box[0] > box[2];
}

/** Grows a rectangle to hold the point (x, y) after a transformation. */
export function includePoint(box: Box, m: Matrix, x: number, y: number): void {
  const px = m[0] * x + m[2] * y + m[4];
  const py = m[1] * x + m[3] * y + m[5];
  if (px < box[0]) box[0] = px;
  if (py < box[1]) box[1] = py;
  if (px > box[2]) box[2] = px;
  if (py > box[3]) box[3] = py;
}

/** Grows a rectangle to hold another, given by two opposite corners, after a transformation. */
export function includeRectangle(box: Box, m: Matrix, x0: number, y0: number, x1: number, y1: number): void {
  includePoint(box, m, x0, y0);
  includePoint(box, m, x1, y1);
  // Without rotation two opposite corners say it all.
  if (m[1] === 0 && m[2] === 0) return;
  includePoint(box, m, x0, y1);
  includePoint(box, m, x1, y0);
}

/** Grows a rectangle to hold another. */
export function growBox(box: Box, other: Box): void {
  if (other[0] < box[0]) box[0] = other[0];
  if (other[1] < box[1]) box[1] = other[1];
  if (other[2] > box[2]) box[2] = other[2];
  if (other[3] > box[3]) box[3] = other[3];
}

/** The smallest rectangle that holds points, x and y in turn, after a transformation. */
export function boxOf(points: readonly number[], m: Matrix): Box {
  const box = emptyBox();
  for (let i = 0; i < points.length; i += 2) includePoint(box, m, points[i] ?? 0, points[i + 1] ?? 0);
  return box;
}

/** The smallest rectangle that holds all the given ones; undefined if there is nothing in them. */
export function unite(boxes: Iterable<Box>): Box | undefined {
  const result = emptyBox();
  for (const box of boxes) growBox(result, box);
  return isEmpty(result) ? undefined : result;
}

/** Area of a rectangle in square points. */
export function areaOf([left, bottom, right, top]: Box): number {
  return (right - left) * (top - bottom);
}
