import { chaptersFor, fullTitle } from "../pages/navigation.ts";
import { titleOf } from "../parts/links.ts";
import { ADDED } from "../parts/paragraphs.ts";
import type { PagePart } from "../parts/split.ts";
import type { WebContext } from "../request.ts";
import { attribute, type Element, elementsBelow, hasClass, isElement, type Node } from "../tree/nodes.ts";

/** What search finds: file, anchor, title, text. */
type Entry = readonly [file: string, id: string, title: string, text: string];

/**
 * `search-index.js`: every paragraph, table and chart of an edition with the title above it. It is a script, since pages that are opened
 * from a file cannot fetch.
 */
export function searchScript(pages: readonly PagePart[], context: WebContext): string {
  const entries = pages.flatMap((page) => page.elements.flatMap((top) => entriesOn(page, top, context)));
  const language = JSON.stringify(context.edition.language);
  return `(globalThis.whitepaperSearch??={})[${language}]=${JSON.stringify(entries)};\n`;
}

function entriesOn(page: PagePart, top: Element, context: WebContext): Entry[] {
  const chapter = chaptersFor(page, context).find(({ current }) => current);
  let title = chapter ? fullTitle(chapter) : context.own.title;
  return [top, ...elementsBelow(top)].flatMap((element): Entry[] => {
    const id = attribute(element, "id");
    if (id === undefined) return [];
    const heading = titleOf(element);
    if (element.tagName === "p") return [[page.file, id, title, wordsOf(element)]];
    if (!heading) return [];
    if (hasClass(element, "table") || hasClass(element, "chart"))
      return [[page.file, id, wordsOf(heading), exhibitWords(element)]];
    title = wordsOf(heading);
    // A title without a paragraph is found as well.
    return [[page.file, id, title, ""]];
  });
}

/** Labels and notes of a table; of a chart its alternative text, which tells its figures. */
function exhibitWords(element: Element): string {
  const drawing = elementsBelow(element).find(({ tagName }) => tagName === "svg");
  if (drawing) return attribute(drawing, "aria-label") ?? "";
  const parts = elementsBelow(element).filter(({ tagName }) => ["th", "p"].includes(tagName));
  return parts
    .filter((part) => attribute(part, ADDED) === undefined)
    .map(wordsOf)
    .filter(Boolean)
    .join(" · ");
}

/** The words of an element without what the page adds. */
function wordsOf(element: Element): string {
  return wordsIn(element).replace(/\s+/g, " ").trim();
}

function wordsIn(node: Node): string {
  if ("value" in node) return node.value;
  if (!isElement(node) || attribute(node, ADDED) !== undefined) return "";
  return node.childNodes.map(wordsIn).join("");
}
