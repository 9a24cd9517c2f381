import { textString } from "../pdf/objects/strings.ts";
import { dict, type Ref, ref, type Value } from "../pdf/objects/values.ts";
import type { OutlineItem } from "../pdf/outline.ts";
import { descendants, type Element } from "../pdf/structure/element.ts";
import { elementText } from "../pdf/structure/text.ts";
import { destinationArray, goTo, type Places } from "./places.ts";

/** Leaves out bookmarks below so many levels. */
export function limitOutline(items: readonly OutlineItem[], levels: number): OutlineItem[] {
  if (levels < 1) return [];
  return items.map((item) => ({ ...item, items: limitOutline(item.items, levels - 1) }));
}

/**
 * Gives bookmarks the text of their headings: the browser’s own titles lack the spaces at line ends and between pieces, and say twice
 * what stands at a page’s top. One whose heading is no more stands for no element.
 */
export function nameBookmarks(items: readonly OutlineItem[], structure: Element): OutlineItem[] {
  const elements = new Map(descendants(structure).map((element) => [element.id, element]));
  const named = (item: OutlineItem): OutlineItem => {
    const element = elements.get(item.element ?? 0);
    const title = element === undefined ? "" : elementText(element).replace(/\s+/g, " ").trim();
    return {
      title: title === "" ? item.title : title,
      destination: item.destination,
      element: element?.id,
      items: item.items.map(named),
    };
  };
  return items.map(named);
}

/**
 * Writes the bookmarks anew. Gives the outline dictionary's reference, or undefined without bookmarks. Structured, they lead into the
 * structure tree, too (PDF/UA-2).
 */
export function writeOutline(
  places: Places,
  items: readonly OutlineItem[],
  structured = false,
): Ref | undefined {
  if (items.length === 0) return undefined;
  const root = places.file.add(null);
  places.file.set(root.id, dict({ Type: "/Outlines", ...writeItems(places, items, root, structured) }));
  return root;
}

interface Siblings {
  readonly First: Ref;
  readonly Last: Ref;
  /** All of them and all below them: everything is shown open. */
  readonly Count: number;
}

function writeItems(
  places: Places,
  items: readonly OutlineItem[],
  parent: Ref,
  structured: boolean,
): Siblings | undefined {
  const refs = items.map(() => places.file.add(null));
  let Count = items.length;
  items.forEach((item, i) => {
    const self = refs[i] ?? parent;
    const below = writeItems(places, item.items, self, structured);
    Count += below?.Count ?? 0;
    const neighbours = { Parent: parent, Prev: refs[i - 1], Next: refs[i + 1] };
    places.file.set(self.id, dict({ ...itemEntries(places, item, structured), ...neighbours, ...below }));
  });
  const [First = parent] = refs;
  return refs.length === 0 ? undefined : { First, Last: refs.at(-1) ?? parent, Count };
}

function itemEntries(
  places: Places,
  { title, destination, element }: OutlineItem,
  structured: boolean,
): Record<string, Value | undefined> {
  const common = { Title: textString(title), SE: element === undefined ? undefined : ref(element) };
  if (destination === undefined) return common;
  if (structured && element !== undefined) return { ...common, A: goTo(places, destination, element) };
  return { ...common, Dest: destinationArray(places, destination) };
}
