import type { Box } from "../../pdf/content/box.ts";

/** Boxes that are nearer to each other than a gap (in points) put together, until none are. */
export function grouped(boxes: readonly Box[], gap: number): Box[] {
  let groups = boxes.filter(([left, bottom, right, top]) => left <= right && bottom <= top);
  for (;;) {
    const fewer: Box[] = [];
    for (const box of groups) {
      const near = fewer.findIndex((group) => isNear(group, box, gap));
      if (near < 0) fewer.push(box);
      else fewer[near] = around(fewer[near] ?? box, box);
    }
    if (fewer.length === groups.length) return fewer;
    groups = fewer;
  }
}

/** A box with a margin around it. */
export function widened([left, bottom, right, top]: Box, margin: number): Box {
  return [left - margin, bottom - margin, right + margin, top + margin];
}

function isNear(a: Box, b: Box, gap: number): boolean {
  return a[0] - gap <= b[2] && b[0] - gap <= a[2] && a[1] - gap <= b[3] && b[1] - gap <= a[3];
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
