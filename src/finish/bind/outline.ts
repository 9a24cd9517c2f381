import type { OutlineItem } from "../../pdf/outline.ts";
import { headingLevel, type OpenPart } from "./open-part.ts";

/** A bookmark without those below it, and how deep it belongs. */
interface Line {
  readonly level: number;
  readonly item: Omit<OutlineItem, "items">;
}

/** Where the things of a part are in the whole. */
export interface Placement {
  readonly part: OpenPart;
  /** Number of pages before it. */
  readonly pagesBefore: number;
  readonly elementOf: (id: number) => number;
}

/** The bookmarks of all parts as one outline: chapters, printed apart, belong below the title that only the first part has. */
export function joinOutlines(placements: readonly Placement[]): OutlineItem[] {
  return nest(placements.flatMap(linesOf));
}

function linesOf(placement: Placement): Line[] {
  const { part, pagesBefore, elementOf } = placement;
  const flat = (items: readonly OutlineItem[], least: number): Line[] =>
    items.flatMap((item) => {
      const level = headingLevel(part, item) ?? least;
      const { title, destination, element } = item;
      const moved = destination && { ...destination, page: destination.page + pagesBefore };
      const own = {
        title,
        destination: moved,
        element: element === undefined ? undefined : elementOf(element),
      };
      return [{ level, item: own }, ...flat(item.items, level + 1)];
    });
  return flat(part.outline, 1);
}

/** Puts each line below the nearest one before it that is less deep. */
function nest(lines: readonly Line[]): OutlineItem[] {
  const top: OutlineItem[] = [];
  const open: { level: number; items: OutlineItem[] }[] = [];
  for (const { level, item } of lines) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const items: OutlineItem[] = [];
    (open.at(-1)?.items ?? top).push({ ...item, items });
    open.push({ level, items });
  }
  return top;
}
