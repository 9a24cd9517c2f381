import type { Figure } from "../../model/figure.ts";
import { writtenValue } from "../../model/released.ts";
import type { WebContext } from "../request.ts";
import { attribute, type Element, elementsBelow, replaceNode, setAttributes, textOf } from "../tree/nodes.ts";

/** What says, on a page, which figure an element shows. */
export const FIGURE = "data-figure";

/** The value that the text of a cell says by itself: digits with commas between thousands; empty for any other text. */
export function valueIn(text: string): string {
  const plain = text.replaceAll(",", "").replace("\u2212", "-");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? plain : "";
}

/** Takes the marks of texts away, and makes each figure a `<data value="582891">`, each cell of a table one that names it. */
export function markFigures(top: Element, { report }: Pick<WebContext, "report">): void {
  for (const element of elementsBelow(top)) {
    if (attribute(element, "data-text") !== undefined) replaceNode(element, element.childNodes);
    const ref = attribute(element, FIGURE);
    if (ref !== undefined) markFigure(element, ref, report.figures.get(ref));
  }
}

function markFigure(element: Element, ref: string, figure: Figure | undefined): void {
  const value = figure ? writtenValue(figure) : null;
  const { parentNode: parent } = element;
  if (parent && "tagName" in parent && parent.tagName === "td" && parent.childNodes.length === 1) {
    const said = value === null || value === valueIn(textOf(element));
    const style = figure?.status === "normal" ? null : (attribute(parent, "class") ?? null);
    setAttributes(parent, { [FIGURE]: ref, "data-value": said ? null : value, class: style });
    replaceNode(element, element.childNodes);
    return;
  }
  element.tagName = "data";
  element.nodeName = "data";
  setAttributes(element, { class: "figure", value: value ?? "" });
}
