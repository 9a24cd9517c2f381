import type { Composition, ContentsEntry } from "../../model/composition.ts";
import { HOME, pageFile } from "../request.ts";
import {
  attribute,
  childElements,
  type Element,
  elementsBelow,
  findElement,
  hasClass,
  parseDocument,
} from "../tree/nodes.ts";

/** A page in the making: a chapter, or the page that the edition begins with. */
export interface PagePart {
  /** Name of its file. */
  readonly file: string;
  /** Its chapter's line of the contents list; null for the first page. */
  readonly entry: ContentsEntry | null;
  /** What stands on it, in order. */
  readonly elements: Element[];
}

/** A composed document by pages. */
export interface Parts {
  readonly cover: Element | null;
  readonly imprint: Element | null;
  /** The first page, then one for each chapter. */
  readonly pages: readonly PagePart[];
  /** The page on which the element of an id stands. */
  readonly pageOf: ReadonlyMap<string, string>;
}

/** Parts of the document that come before the chapters and are no part of the text: by the classes that the partials give them. */
const FRONT = ["cover", "imprint", "contents"];

/**
 * Takes a composed document apart: each chapter is a page. What a template puts before the first chapter stands on the first page, what
 * comes between chapters on the page of the one before.
 */
export function splitDocument({ html, entries }: Composition): Parts {
  const document = parseDocument(html);
  const all = elementsBelow(document);
  const front = (name: string) => all.find((element) => hasClass(element, name)) ?? null;
  const chapters = new Map(
    entries.filter(({ kind }) => kind === "chapter").map((entry) => [entry.id, entry]),
  );
  const body = findElement(document, ({ tagName }) => tagName === "main") ?? document;
  const pages: PagePart[] = [{ file: HOME, entry: null, elements: [] }];
  for (const element of topLevel(body)) {
    const entry = chapters.get(attribute(element, "id") ?? "");
    if (entry) pages.push({ file: pageFile(entry.id), entry, elements: [element] });
    else if (!FRONT.some((name) => hasClass(element, name))) pages.at(-1)?.elements.push(element);
  }
  return { cover: front("cover"), imprint: front("imprint"), pages, pageOf: placesOf(pages) };
}

/** The elements of the text; without a `main` element, those of the body. */
function topLevel(body: Parameters<typeof childElements>[0]): Element[] {
  const children = childElements(body);
  const html = children.find(({ tagName }) => tagName === "html");
  const inner = html && childElements(html).find(({ tagName }) => tagName === "body");
  return inner ? childElements(inner) : children;
}

function placesOf(pages: readonly PagePart[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { file, elements } of pages)
    for (const element of elements.flatMap((top) => [top, ...elementsBelow(top)])) {
      const id = attribute(element, "id");
      if (id !== undefined) places.set(id, file);
    }
  return places;
}
