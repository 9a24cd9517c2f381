import type { WebContext } from "../request.ts";
import { attribute, type Element, elementsBelow, setAttributes } from "../tree/nodes.ts";
import { completeExhibits, type ExhibitContext } from "./exhibits.ts";
import { markFigures } from "./figures.ts";
import { addAnchors, mendLinks } from "./links.ts";
import { addElsewhere } from "./paragraphs.ts";
import type { PagePart, Parts } from "./split.ts";
import { breakTitles } from "./word-breaks.ts";

/** Makes an element with texts fit for a document of its own: the cover and the imprint of the first page, all of a book. */
export function transformTexts(top: Element, page: PagePart, parts: Parts, context: WebContext): void {
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
    breakTitles(top, context.edition.language);
    for (const element of [top, ...elementsBelow(top)]) cleanElement(element);
  }
}

/** Takes away what only the print needs; a style in the markup would need a weaker content security policy. */
function cleanElement(element: Element): void {
  setAttributes(element, { "data-chart": null, "data-table": null });
  if (attribute(element, "style") !== undefined) setAttributes(element, { style: null });
}
