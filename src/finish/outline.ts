import { textString } from "../pdf/objects/strings.ts";
import { dict, type Ref, ref, type Value } from "../pdf/objects/values.ts";
import type { OutlineItem } from "../pdf/outline.ts";
import type { PdfReading } from "../pdf/read.ts";
import { descendants, type Element } from "../pdf/structure/element.ts";
import { elementText } from "../pdf/structure/text.ts";
import { destinationArray, goTo } from "./links.ts";

/** Leaves out bookmarks below so many levels. */
export function limitOutline(items: readonly OutlineItem[], levels: number): OutlineItem[] {
  if (levels < 1) return [];
  return items.map((item) => ({ ...item, items: limitOutline(item.items, levels - 1) }));
}

/**
 * Gives bookmarks the text of their headings: the browser’s own titles lack the spaces at line ends and between pieces, and say twice
 * what stands at a page’s top.
 */
export function nameBookmarks(items: readonly OutlineItem[], structure: Element): OutlineItem[] {
  const elements = new Map(descendants(structure).map((element) => [element.id, element]));
  const named = (item: OutlineItem): OutlineItem => {
    const element = elements.get(item.element ?? 0);
    const title = element === undefined ? "" : elementText(element).replace(/\s+/g, " ").trim();
    return { ...item, title: title === "" ? item.title : title, items: item.items.map(named) };
  };
  return items.map(named);
}

/** How bookmarks are written. */
export interface OutlineContext {
  /** Object numbers of the structure elements that there are: bookmarks refer to no others. */
  readonly elements: ReadonlySet<number>;
  /** Whether they also lead into the structure tree (PDF/UA-2). */
  readonly structured: boolean;
}

/** Writes the bookmarks anew. Gives the outline dictionary's reference, or undefined without bookmarks. */
export function writeOutline(
  reading: PdfReading,
  items: readonly OutlineItem[],
  context: OutlineContext,
): Ref | undefined {
  if (items.length === 0) return undefined;
  const root = reading.file.add(null);
  reading.file.set(root.id, dict({ Type: "/Outlines", ...writeItems(reading, items, root, context) }));
  return root;
}

interface Siblings {
  readonly First: Ref;
  readonly Last: Ref;
  /** All of them and all below them: everything is shown open. */
  readonly Count: number;
}

function writeItems(
  reading: PdfReading,
  items: readonly OutlineItem[],
  parent: Ref,
  context: OutlineContext,
): Siblings | undefined {
  const refs = items.map(() => reading.file.add(null));
  let Count = items.length;
  items.forEach((item, i) => {
    const self = refs[i] ?? parent;
    const below = writeItems(reading, item.items, self, context);
    Count += below?.Count ?? 0;
    const neighbours = { Parent: parent, Prev: refs[i - 1], Next: refs[i + 1] };
    reading.file.set(self.id, dict({ ...itemEntries(reading, item, context), ...neighbours, ...below }));
  });
  const [First = parent] = refs;
  return refs.length === 0 ? undefined : { First, Last: refs.at(-1) ?? parent, Count };
}

function itemEntries(
  reading: PdfReading,
  { title, destination, element }: OutlineItem,
  { elements, structured }: OutlineContext,
): Record<string, Value | undefined> {
  const known = element !== undefined && elements.has(element) ? element : undefined;
  const common = { Title: textString(title), SE: known === undefined ? undefined : ref(known) };
  if (destination === undefined) return common;
  if (structured && known !== undefined) return { ...common, A: goTo(reading, destination, known) };
  return { ...common, Dest: destinationArray(reading, destination) };
}
