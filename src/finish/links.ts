import type { Destination } from "../pdf/destinations.ts";
import type { Link } from "../pdf/links.ts";
import { asDict } from "../pdf/objects/access.ts";
import { textString } from "../pdf/objects/strings.ts";
import { type Dict, dict, nameFrom, ref, type Value } from "../pdf/objects/values.ts";
import type { PdfReading } from "../pdf/read.ts";
import { descendants, type Element } from "../pdf/structure/element.ts";
import type { ElementLocator } from "../pdf/structure/locate.ts";
import { elementText } from "../pdf/structure/text.ts";

/** What links are mended with. */
export interface LinkContext {
  /** Named destinations with mended places. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** Present where links must also name the structure element that they lead to (PDF/UA-2). */
  readonly locate: ElementLocator | undefined;
}

/** Gives each link's annotation the text that a screen reader says of it, and a target that holds. Gives the links as mended. */
export function mendLinks(reading: PdfReading, context: LinkContext): Map<number, Link> {
  const links = new Map(reading.links);
  for (const element of descendants(reading.structure)) {
    if (element.role !== "Link") continue;
    const text = linkText(element);
    for (const kid of element.kids) {
      const link = kid.kind === "annotation" ? links.get(kid.id) : undefined;
      if (link !== undefined) links.set(link.id, mendLink(link, text, reading, context));
    }
  }
  return links;
}

function mendLink(link: Link, text: string, reading: PdfReading, context: LinkContext): Link {
  const mended = describeLink(link, text, context.destinations);
  const annotation = asDict(reading.file.get(link.id));
  if (annotation === undefined) return mended;
  annotation.set("Contents", textString(mended.contents ?? ""));
  if (mended.target.kind === "internal") retarget(annotation, mended.target, reading, context.locate);
  return mended;
}

/** The words of a link, or the alternative text of the picture in it. */
function linkText(element: Element): string {
  const words = elementText(element).replace(/\s+/g, " ").trim();
  if (words !== "") return words;
  return descendants(element)
    .flatMap(({ alt }) => alt ?? [])
    .join(" ");
}

function describeLink(link: Link, text: string, destinations: ReadonlyMap<string, Destination>): Link {
  const { target } = link;
  if (target.kind === "external") {
    const contents =
      text.includes(target.uri) || text === "" ? text || target.uri : `${text} (${target.uri})`;
    return { ...link, contents };
  }
  const destination = target.name === undefined ? target.destination : destinations.get(target.name);
  return { ...link, contents: text || target.name || "", target: { ...target, destination } };
}

type InternalTarget = Extract<Link["target"], { kind: "internal" }>;

function retarget(
  annotation: Dict,
  { name, destination }: InternalTarget,
  reading: PdfReading,
  locate: ElementLocator | undefined,
): void {
  const element = destination && locate?.(destination);
  if (destination === undefined || element === undefined) return;
  annotation.delete("Dest");
  const action = goTo(reading, destination, element.id);
  // The name stays, so that links can still be told by what they mean.
  if (name !== undefined) action.set("D", nameFrom(name));
  annotation.set("A", action);
}

/** An explicit destination as PDF has it: on a page, or in the structure. */
export function destinationArray(
  reading: PdfReading,
  { page, x, y }: Destination,
  element?: number,
): Value[] {
  const target = element ?? reading.pages[page]?.id ?? 0;
  return [ref(target), "/XYZ", x, Number.isFinite(y) ? y : null, 0];
}

/** An action that goes to a place and to the structure element there (ISO 32000-2, 12.6.4.2 and 12.3.2.3). */
export function goTo(reading: PdfReading, destination: Destination, element: number): Dict {
  return dict({
    Type: "/Action",
    S: "/GoTo",
    D: destinationArray(reading, destination),
    SD: destinationArray(reading, destination, element),
  });
}
