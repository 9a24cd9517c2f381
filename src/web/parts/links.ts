import type { PageReference } from "../../model/composition.ts";
import type { WebContext } from "../request.ts";
import {
  attribute,
  childElements,
  createElement,
  type Element,
  elementsBelow,
  setAttributes,
  setChildren,
  unescapeHtml,
} from "../tree/nodes.ts";
import type { Parts } from "./split.ts";

/** A cross-reference as a page shows it: without a page number, “Table 3”. */
export function referenceText(
  { target }: PageReference,
  { composition, label }: Pick<WebContext, "composition" | "label">,
): string {
  const entry = composition.entries.find(({ id }) => id === target);
  if (!entry) return "";
  const isExhibit = entry.kind === "table" || entry.kind === "chart";
  return isExhibit
    ? label("web.see.exhibit", { number: entry.number })
    : label("web.see.section", { title: plainTitle(entry.html) });
}

/** The words of a title. */
export function plainTitle(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ""));
}

/** Address of an element, seen from a page of the same edition. */
export function hrefTo(id: string, from: string, { pageOf }: Pick<Parts, "pageOf">): string {
  const file = pageOf.get(id);
  return file === undefined || file === from ? `#${id}` : `${file}#${id}`;
}

/** What leads from a page to other elements of the paper. */
export interface LinkRequest {
  readonly file: string;
  readonly parts: Pick<Parts, "pageOf">;
  readonly context: Pick<WebContext, "composition" | "label">;
}

/** Leads every link inside the paper to the page on which its target stands; a cross-reference names it without a page number. */
export function mendLinks(top: Element, { file, parts, context }: LinkRequest): void {
  for (const link of elementsBelow(top).filter(({ tagName }) => tagName === "a")) {
    const [, id] = /^#(.+)$/.exec(attribute(link, "href") ?? "") ?? [];
    if (id === undefined) continue;
    setAttributes(link, { href: hrefTo(id, file, parts) });
    const slot = elementsBelow(link).find((inner) =>
      context.composition.references.has(attribute(inner, "id") ?? ""),
    );
    const reference = slot && context.composition.references.get(attribute(slot, "id") ?? "");
    if (reference) setChildren(link, [text(referenceText(reference, context))]);
  }
}

const text = (value: string) => ({ nodeName: "#text" as const, value, parentNode: null });

const HEADINGS = /^h[2-6]$/;

/** Makes the title of every part, table and chart a link to itself, so that its address can be taken. */
export function addAnchors(top: Element): void {
  for (const element of [top, ...elementsBelow(top)]) {
    const id = attribute(element, "id");
    if (id === undefined) continue;
    const title = titleOf(element);
    if (title)
      setChildren(title, [createElement("a", { class: "anchor", href: `#${id}` }, title.childNodes)]);
  }
}

/** The heading or caption of an element that can be led to. */
export function titleOf(element: Element): Element | undefined {
  const isTitle = ({ tagName }: Element) =>
    HEADINGS.test(tagName) || tagName === "caption" || tagName === "figcaption";
  return (
    childElements(element).find(isTitle) ??
    childElements(element)
      .flatMap((child) => (["table", "div"].includes(child.tagName) ? childElements(child) : []))
      .find(({ tagName }) => tagName === "caption")
  );
}
