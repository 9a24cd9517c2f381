import type { Link } from "../pdf/links.ts";
import { asDict } from "../pdf/objects/access.ts";
import { textString } from "../pdf/objects/strings.ts";
import type { PdfReading } from "../pdf/read.ts";
import { descendants, type Element } from "../pdf/structure/element.ts";
import { elementText } from "../pdf/structure/text.ts";

/** Gives each link's annotation the text that a screen reader says of it. Gives the number of links. */
export function describeLinks({ file, links, structure }: PdfReading): number {
  let count = 0;
  for (const element of descendants(structure)) {
    if (element.role !== "Link") continue;
    const text = linkText(element);
    for (const kid of element.kids) {
      const link = kid.kind === "annotation" ? links.get(kid.id) : undefined;
      if (link === undefined) continue;
      count++;
      asDict(file.get(link.id))?.set("Contents", textString(describe(link, text)));
    }
  }
  return count;
}

/** The words of a link, or the alternative text of the picture in it. */
function linkText(element: Element): string {
  const words = elementText(element).replace(/\s+/g, " ").trim();
  if (words !== "") return words;
  return descendants(element)
    .flatMap(({ alt }) => alt ?? [])
    .join(" ");
}

function describe({ target }: Link, text: string): string {
  if (target.kind === "internal") return text || target.name || "";
  return text.includes(target.uri) || text === "" ? text || target.uri : `${text} (${target.uri})`;
}
