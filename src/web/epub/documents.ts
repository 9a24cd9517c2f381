import { plainTitle } from "../parts/links.ts";
import { type PagePart, type Parts, splitDocument } from "../parts/split.ts";
import { transformTexts } from "../parts/transform.ts";
import type { WebContext } from "../request.ts";
import {
  attribute,
  type Element,
  elementsBelow,
  escapeHtml,
  hasClass,
  replaceNode,
  setAttributes,
  textOf,
} from "../tree/nodes.ts";
import { xhtmlOf } from "./xhtml.ts";

/** A document of an EPUB. */
export interface EpubDocument {
  readonly file: string;
  /** The whole document as XHTML. */
  readonly html: string;
  /** Whether it holds drawings. */
  readonly hasDrawings: boolean;
}

/** The documents of an EPUB in reading order, and the letters of its drawings. */
export interface EpubDocuments {
  readonly documents: readonly EpubDocument[];
  /** The document in which the element of an id stands. */
  readonly placeOf: ReadonlyMap<string, string>;
  readonly drawnLetters: string;
  /** Texts of the composition that say what is true of paper alone, and are not in the book. */
  readonly leftOut: readonly string[];
}

/** Name of the style sheet. */
export const SHEET = "epub.css";

const renamed = (file: string): string => file.replace(/\.html$/, ".xhtml");

/** The composed document as XHTML: cover, imprint and what stands before the chapters, then a document for each chapter. */
export function epubDocuments(context: WebContext): EpubDocuments {
  const parts = inXhtml(splitDocument(context.composition));
  const letters = new Set<string>();
  const leftOut = parts.imprint ? leaveOut(parts.imprint) : [];
  const documents = parts.pages.map((page, index) => {
    const front = index === 0 ? [parts.cover, ...page.elements, parts.imprint] : page.elements;
    const elements = front.filter((element) => element !== null);
    for (const top of elements) cleanPart(top, { page, parts, context });
    const drawings = elements.flatMap((top) => elementsBelow(top)).filter(({ tagName }) => tagName === "svg");
    for (const drawing of drawings) for (const letter of textOf(drawing)) letters.add(letter);
    const title = page.entry
      ? `${page.entry.number} ${plainTitle(page.entry.html)}`.trim()
      : context.own.title;
    return {
      file: page.file,
      html: documentOf(title, `<main>${xhtmlOf(elements)}</main>`, context),
      hasDrawings: drawings.length > 0,
    };
  });
  return { documents, placeOf: parts.pageOf, drawnLetters: [...letters].sort().join(""), leftOut };
}

function inXhtml({ pages, pageOf, ...front }: Parts): Parts {
  return {
    ...front,
    pages: pages.map((page) => ({ ...page, file: renamed(page.file) })),
    pageOf: new Map([...pageOf].map(([id, file]) => [id, renamed(file)])),
  };
}

/** Takes the names of the typefaces out of the imprint: a book is set in its reader's own. Gives what it said. */
function leaveOut(imprint: Element): string[] {
  const typefaces = elementsBelow(imprint).filter((element) => hasClass(element, "imprint-typeface"));
  const texts = typefaces.map(textOf);
  for (const element of typefaces) replaceNode(element, []);
  return texts;
}

interface PartRequest {
  readonly page: PagePart;
  readonly parts: Parts;
  readonly context: WebContext;
}

/** Makes what was composed for paper fit for a book that flows: links between documents, nothing that only the print needs. */
function cleanPart(top: Element, { page, parts, context }: PartRequest): void {
  transformTexts(top, page, parts, context);
  for (const element of [top, ...elementsBelow(top)]) {
    // A figure with a caption is a group already.
    if (element.tagName === "figure") setAttributes(element, { role: null });
    // An empty class says nothing.
    if (attribute(element, "class") === "") setAttributes(element, { class: null });
  }
}

/** A document around its content. */
export function documentOf(title: string, content: string, { edition }: Pick<WebContext, "edition">): string {
  const { language } = edition;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<meta charset="utf-8"/>
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" type="text/css" href="${SHEET}"/>
</head>
<body>
${content}
</body>
</html>
`;
}
