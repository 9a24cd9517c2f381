import { type Destination, readDestination } from "./destinations.ts";
import { asDict, catalogOf, dictAt, refAt, textAt } from "./objects/access.ts";
import type { PdfFile } from "./objects/file.ts";
import type { Dict } from "./objects/values.ts";

/** A bookmark. */
export interface OutlineItem {
  readonly title: string;
  readonly destination: Destination | undefined;
  /** Object number of the structure element it stands for, if known. */
  readonly element: number | undefined;
  readonly items: readonly OutlineItem[];
}

/** The bookmarks of a document, outermost first. */
export function readOutline(file: PdfFile, pages: ReadonlyMap<number, number>): OutlineItem[] {
  const root = dictAt(file, catalogOf(file), "Outlines");
  return root === undefined ? [] : readItems(file, pages, root);
}

function readItems(file: PdfFile, pages: ReadonlyMap<number, number>, parent: Dict): OutlineItem[] {
  const items: OutlineItem[] = [];
  let next = refAt(parent, "First");
  while (next !== undefined) {
    const item = asDict(file.get(next.id));
    if (item === undefined) break;
    items.push({
      title: textAt(file, item, "Title") ?? "",
      destination: readDestination(file, pages, item.get("Dest") ?? dictAt(file, item, "A") ?? null),
      element: refAt(item, "SE")?.id,
      items: readItems(file, pages, item),
    });
    next = refAt(item, "Next");
  }
  return items;
}
