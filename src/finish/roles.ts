import { childElements, descendants, type Element, setKids } from "../pdf/structure/element.ts";

/** Gives elements the role that their content calls for, where the browser knows none. Gives the number of changes. */
export function mendRoles(structure: Element): number {
  let count = 0;
  for (const element of descendants(structure)) {
    if (mendLink(element)) count++;
    if (element.role === "Ruby") count += mendRubyBases(element);
    if (element.role === "Caption" && !CAPTIONED.has(element.parent?.role ?? "")) {
      mendCaption(element);
      count++;
    }
  }
  return count;
}

/** An element with a link's annotation is a link, whatever its ARIA role was. */
function mendLink(element: Element): boolean {
  if (element.role !== "NonStruct" || !element.kids.some(({ kind }) => kind === "annotation")) return false;
  element.role = "Link";
  return true;
}

function mendRubyBases(ruby: Element): number {
  const bases = childElements(ruby).filter(({ role }) => role === "NonStruct");
  for (const base of bases) base.role = "RB";
  return bases.length;
}

/** Roles whose elements may have a caption. */
const CAPTIONED = new Set(["Figure", "Table", "L", "Formula"]);

/** A caption beside what it describes moves into it; one that describes nothing of that kind is a paragraph. */
function mendCaption(caption: Element): void {
  const { parent } = caption;
  const siblings = parent === undefined ? [] : childElements(parent);
  const at = siblings.indexOf(caption);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  if (parent !== undefined && before !== undefined && CAPTIONED.has(before.role)) {
    setKids(
      parent,
      parent.kids.filter((kid) => kid !== caption),
    );
    setKids(before, [...before.kids, caption]);
  } else if (parent !== undefined && after !== undefined && CAPTIONED.has(after.role)) {
    setKids(
      parent,
      parent.kids.filter((kid) => kid !== caption),
    );
    setKids(after, [caption, ...after.kids]);
  } else caption.role = "P";
}
