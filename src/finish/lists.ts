import { dict } from "../pdf/objects/values.ts";
import { attributesOf, descendants, type Element, setAttributes, setKids } from "../pdf/structure/element.ts";
import { elementText } from "../pdf/structure/text.ts";
import type { MakeElement } from "./paragraphs.ts";

/** What a screen reader is to say for a bullet that is drawn as a path, by the list's ListNumbering. */
const BULLETS: Record<string, string> = { Disc: "•", Circle: "◦", Square: "▪" };

/** Gives list items the body that the browser leaves out, bullets a text, and lists their kind of numbering. Gives the number of bodies. */
export function mendLists(structure: Element, make: MakeElement): number {
  let count = 0;
  for (const element of descendants(structure)) {
    if (element.role === "L") mendNumbering(element);
    if (element.role === "LI" && mendItem(element, make)) count++;
  }
  return count;
}

const ITEM_PARTS = new Set(["Lbl", "LBody"]);

function mendItem(item: Element, make: MakeElement): boolean {
  const isPart = (kid: Element["kids"][number]): boolean =>
    kid.kind === "element" && ITEM_PARTS.has(kid.role);
  const body = item.kids.filter((kid) => !isPart(kid));
  if (body.length === 0) return false;
  setKids(item, [...item.kids.filter(isPart), make("LBody", body)]);
  return true;
}

/** The numbering must be named where there are labels, and is None where there are none. */
function mendNumbering(list: Element): void {
  const labels = list.kids.flatMap((item) =>
    item.kind === "element" ? item.kids.filter((kid) => kid.kind === "element" && kid.role === "Lbl") : [],
  );
  const declared = attributesOf(list, "List")?.get("ListNumbering");
  const numbering = labels.length === 0 ? "/None" : (declared ?? "/Disc");
  setAttributes(list, dict({ O: "/List", ListNumbering: numbering }));
  const bullet = BULLETS[String(numbering).slice(1)] ?? "•";
  for (const label of labels)
    if (label.kind === "element" && elementText(label).trim() === "") label.actualText = bullet;
}
