import type { PdfReading } from "../../src/pdf/read.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";

/** Where a link of a finished PDF lands. */
export interface Landing {
  /** Text of the link. */
  readonly text: string;
  /** The heading or caption that the link names; undefined where there is none of these words. */
  readonly target: StructureEntry | undefined;
  /** Page index of its destination, and of its target. */
  readonly pages: readonly [number | undefined, number | undefined];
  /** How many points above the top of its target's letters it lands. */
  readonly above: number;
}

const closed = (text: string): string => text.replace(/\s+/g, "");

/** What links may name: headings, captions, pictures. */
const NAMED = /^(?:H[1-6]|Caption)$/;

/** All links inside a document, with where they land: contents lists and cross-references name headings and captions. */
export function landings({ structure, links }: PdfReading): Landing[] {
  const entries = structureEntries(structure);
  const named = entries.filter(({ role }) => NAMED.test(role));
  return entries.flatMap(({ role, element, text }) => {
    const annotation = element.kids.find((kid) => kid.kind === "annotation");
    const link = annotation && links.get(annotation.id);
    if (role !== "Link" || link?.target.kind !== "internal") return [];
    const destination = link.target.destination;
    const target = named.find((entry) => names(text, entry.text));
    const top = target?.box?.[3] ?? Number.NaN;
    const above = (destination?.y ?? Number.NaN) - top;
    return [{ text: text.trim(), target, pages: [destination?.page, target?.pages[0]], above }];
  });
}

/** Whether a link's words, its page number left out, are those of a heading or a caption. */
function names(link: string, words: string): boolean {
  const [wanted, whole] = [link.trim().replace(/\d+$/, ""), words.trim()];
  if (wanted !== "" && closed(whole).startsWith(closed(wanted))) return true;
  // “Table 3, page 9” names the number of a caption, “Title”, page 9 the words of a heading.
  const [, title] = /^[“「‘](.+)[”」’]/.exec(wanted) ?? [];
  if (title !== undefined) return closed(whole).endsWith(closed(title));
  const [, number] = /^(.+?)(?:, page|（|\()/.exec(wanted) ?? [];
  return number !== undefined && whole.startsWith(`${number} `);
}
