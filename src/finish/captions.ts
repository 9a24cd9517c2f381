import { childElements, descendants, type Element, type Kid, setKids } from "../pdf/structure/element.ts";
import type { MakeElement } from "./paragraphs.ts";

/** Roles whose elements may have a caption. */
const CAPTIONED = new Set(["Figure", "Table", "L", "Formula"]);

/** What a table may hold, beside its caption. */
const TABLE_PARTS = new Set(["TR", "THead", "TBody", "TFoot", "Caption"]);

/**
 * Puts captions where readers look for them: in the figure or table they stand beside. A caption with markup in it is no element
 * in the browser's tree, its pieces lie loose in the table. Gives the number of captions mended.
 */
export function mendCaptions(structure: Element, make: MakeElement): number {
  let count = 0;
  for (const element of descendants(structure)) {
    if (element.role === "Table" && gatherTableCaption(element, make)) count++;
    if (element.role === "Caption" && !CAPTIONED.has(element.parent?.role ?? "")) {
      moveCaption(element);
      count++;
    }
  }
  return count;
}

function gatherTableCaption(table: Element, make: MakeElement): boolean {
  const isPart = (kid: Kid): boolean => kid.kind === "element" && TABLE_PARTS.has(kid.role);
  const loose = table.kids.filter((kid) => !isPart(kid));
  if (loose.length === 0) return false;
  const caption = childElements(table).find(({ role }) => role === "Caption");
  const parts = table.kids.filter(isPart);
  if (caption === undefined) setKids(table, [make("Caption", loose), ...parts]);
  else {
    setKids(caption, [...caption.kids, ...loose]);
    setKids(table, parts);
  }
  return true;
}

/** A caption beside what it describes moves into it; one that describes nothing of that kind is a paragraph. */
function moveCaption(caption: Element): void {
  const { parent } = caption;
  const siblings = parent === undefined ? [] : childElements(parent);
  const at = siblings.indexOf(caption);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  if (parent !== undefined && before !== undefined && CAPTIONED.has(before.role)) {
    setKids(before, [...before.kids, caption]);
    removeKid(parent, caption);
  } else if (parent !== undefined && after !== undefined && CAPTIONED.has(after.role)) {
    setKids(after, [caption, ...after.kids]);
    removeKid(parent, caption);
  } else caption.role = "P";
}

function removeKid(parent: Element, element: Element): void {
  parent.kids = parent.kids.filter((kid) => kid !== element);
}
