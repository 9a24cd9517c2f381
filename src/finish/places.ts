import type { Destination } from "../pdf/destinations.ts";
import type { PdfFile } from "../pdf/objects/file.ts";
import { type Dict, dict, nameFrom, type Ref, ref, type Value } from "../pdf/objects/values.ts";
import type { PageObject } from "../pdf/pages.ts";
import type { Element } from "../pdf/structure/element.ts";
import { type ElementLocator, elementLocator } from "../pdf/structure/locate.ts";

/** The file that places stand in, and its pages. */
export interface Places {
  readonly file: PdfFile;
  readonly pages: readonly Pick<PageObject, "id">[];
}

/** An explicit destination as PDF has it: on a page, or in the structure. */
export function destinationArray({ pages }: Places, { page, x, y }: Destination, element?: number): Value[] {
  const target = element ?? pages[page]?.id ?? 0;
  return [ref(target), "/XYZ", x, Number.isFinite(y) ? y : null, 0];
}

/** An action that goes to a place and to the structure element there (ISO 32000-2, 12.6.4.2 and 12.3.2.3). */
export function goTo(places: Places, destination: Destination, element: number): Dict {
  return dict({
    Type: "/Action",
    S: "/GoTo",
    D: destinationArray(places, destination),
    SD: destinationArray(places, destination, element),
  });
}

/** Named destinations as the catalog has them. */
export function destinationDict(places: Places, destinations: ReadonlyMap<string, Destination>): Dict {
  const sorted = [...destinations].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, place]) => [nameFrom(name).slice(1), destinationArray(places, place)]));
}

/**
 * What begins at each named destination: the structure element, and the table or figure there, or next below. Both are null where there is
 * none. A part of a document carries it along, since links in other parts and attached data will ask for it.
 */
export function meantElements(structure: Element, destinations: ReadonlyMap<string, Destination>): Dict {
  const locate = elementLocator(structure);
  const meant = [...destinations].map(([name, destination]): [string, Value] => {
    const element = locate(destination);
    const showing = nearestShowing(element, locate, destination);
    return [nameFrom(name).slice(1), [reference(element), reference(showing)]];
  });
  return new Map(meant.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nearestShowing(
  element: Element | undefined,
  locate: ElementLocator,
  destination: Destination,
): Element | undefined {
  if (element?.role === "Table" || element?.role === "Figure") return element;
  return locate(destination, "Table") ?? locate(destination, "Figure");
}

function reference(element: Element | undefined): Ref | null {
  return element === undefined ? null : ref(element.id);
}
