import { attribute, type Element, elementsBelow, setAttributes } from "../tree/nodes.ts";
import { completeExhibits, type ExhibitContext } from "./exhibits.ts";
import { markFigures } from "./figures.ts";
import { addAnchors, mendLinks } from "./links.ts";
import { addElsewhere } from "./paragraphs.ts";
import type { PagePart, Parts } from "./split.ts";

/** Makes the cover and the imprint fit for the first page. */
export function transformFront(
  top: Element | null,
  page: PagePart,
  parts: Parts,
  context: ExhibitContext,
): void {
  if (top === null) return;
  markFigures(top, context);
  mendLinks(top, { file: page.file, parts, context });
  for (const element of [top, ...elementsBelow(top)]) cleanElement(element);
}

/** Makes what was composed for paper fit for a page of the web: links, anchors, data, other languages. Changes the page's elements. */
export function transformPage(page: PagePart, parts: Parts, context: ExhibitContext): void {
  for (const top of page.elements) {
    markFigures(top, context);
    mendLinks(top, { file: page.file, parts, context });
    addAnchors(top);
    completeExhibits(top, context);
    addElsewhere(top, page.file, context);
    for (const element of [top, ...elementsBelow(top)]) cleanElement(element);
  }
}

/** Takes away what only the print needs; a style in the markup would need a weaker content security policy. */
function cleanElement(element: Element): void {
  setAttributes(element, { "data-chart": null, "data-table": null });
  if (attribute(element, "style") !== undefined) setAttributes(element, { style: null });
}
