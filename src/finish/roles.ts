import { childElements, descendants, type Element } from "../pdf/structure/element.ts";

/** Gives elements the role that their content calls for, where the browser knows none. Gives the number of changes. */
export function mendRoles(structure: Element): number {
  let count = 0;
  for (const element of descendants(structure)) {
    if (mendLink(element)) count++;
    if (element.role === "Ruby") count += mendRubyBases(element);
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
