import { valueIn } from "../parts/figures.ts";
import { ADDED } from "../parts/paragraphs.ts";
import {
  attribute,
  type Element,
  findElement,
  isElement,
  type Node,
  type Parent,
  textOf,
} from "../tree/nodes.ts";
import { type DrawnLine, drawnLines } from "./lines.ts";

/** A block of text that a written page shows, as a reader of the page finds it. */
export interface ShownBlock {
  readonly text: string;
  /** BCP 47 tag that holds for it. */
  readonly lang: string;
  /** Alternative text of a drawing; absent for anything else. */
  readonly alt?: string;
  /** The lines of a drawing; of a text, itself. */
  readonly lines: readonly DrawnLine[];
}

/** Elements that run on in the text around them; any other begins and ends a block. */
const INLINE = new Set(
  "a abbr b bdi br button cite code data em i mark q ruby rb rt s small span strong sub sup time u wbr".split(
    " ",
  ),
);

interface Reader {
  readonly blocks: ShownBlock[];
  text: string;
}

/**
 * The blocks of text in a page's main element, in order, without what the page adds to the paper and what is hidden from readers. It reads
 * the written page, parsed as browsers do, and knows nothing of how it was made.
 */
export function readBlocks(document: Parent): ShownBlock[] {
  const root = findElement(document, ({ tagName }) => tagName === "html");
  const main = root && findElement(root, ({ tagName }) => tagName === "main");
  if (!root || !main) return [];
  const reader: Reader = { blocks: [], text: "" };
  const lang = attribute(root, "lang") ?? "";
  read(main, lang, reader);
  flush(reader, lang);
  return reader.blocks;
}

function read(node: Node, lang: string, reader: Reader): void {
  if ("value" in node) reader.text += node.value;
  if (!isElement(node) || isLeftOut(node)) return;
  const own = attribute(node, "lang") ?? lang;
  if (node.tagName === "br") reader.text += " ";
  const runsOn = INLINE.has(node.tagName);
  if (!runsOn) flush(reader, lang);
  if (node.tagName === "svg") reader.blocks.push(drawing(node, own));
  else for (const child of node.childNodes) read(child, own, reader);
  if (!runsOn) flush(reader, own);
}

function isLeftOut(element: Element): boolean {
  return attribute(element, ADDED) !== undefined || attribute(element, "aria-hidden") === "true";
}

function drawing(svg: Element, lang: string): ShownBlock {
  const lines = drawnLines(svg);
  return {
    text: lines.map(({ text }) => text).join(" "),
    lang,
    alt: attribute(svg, "aria-label") ?? "",
    lines,
  };
}

function flush(reader: Reader, lang: string): void {
  const text = reader.text.replace(/\s+/g, " ").trim();
  reader.text = "";
  if (text !== "")
    reader.blocks.push({ text, lang, lines: [{ text, startX: 0, endX: 0, baseline: 0, size: 0 }] });
}

/** A figure that a written page names, with the text that it shows. */
export interface NamedFigure {
  readonly ref: string;
  readonly format: string;
  readonly text: string;
  /** What machines read of it. */
  readonly value: string;
  /** BCP 47 tag of the words around it. */
  readonly lang: string;
}

/** Every figure that a page names, also in the tables of its charts' data. */
export function readFigures(document: Parent): NamedFigure[] {
  const found: NamedFigure[] = [];
  const visit = (node: Node, outer: string, around: boolean): void => {
    if (!isElement(node)) return;
    const lang = attribute(node, "lang") ?? outer;
    const inData = around || node.tagName === "details";
    const ref = attribute(node, "data-figure");
    if (ref !== undefined)
      found.push({
        ref,
        format: attribute(node, "data-format") ?? (inData ? "chart" : "cell"),
        text: textOf(node),
        value: attribute(node, "data-value") ?? attribute(node, "value") ?? valueIn(textOf(node)),
        lang,
      });
    for (const child of node.childNodes) visit(child, lang, inData);
  };
  for (const node of document.childNodes) visit(node, "", false);
  return found;
}
