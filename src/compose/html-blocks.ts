import type { Block, BlockRole } from "../model/block.ts";
import type { PageReference } from "../model/composition.ts";
import { isLanguage, type Language } from "../model/language.ts";
import { pageMark } from "../model/page-mark.ts";
import { attribute, htmlTokens, tagName, unescapeHtml, VOID } from "./html-tokens.ts";

/** Elements that run on in the text around them; any other begins and ends a block. */
const INLINE = new Set(
  "a abbr b bdi br cite code em i mark q ruby rb rt s small span strong sub sup time u".split(" "),
);
/** What they hold is not shown as text. */
const HIDDEN = new Set(["head", "style", "script", "title", "template"]);

const ROLES: Readonly<Record<string, BlockRole>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  caption: "caption",
  figcaption: "caption",
  th: "cell",
  td: "cell",
};

interface Open {
  readonly tag: string;
  readonly role: BlockRole;
  readonly language: Language;
  readonly hidden: boolean;
}

interface Reader {
  readonly stack: Open[];
  readonly blocks: Block[];
  /** Ids that take a page number, with the id of the element whose page it is. */
  readonly slots: ReadonlyMap<string, string>;
  /** Cross-references by the ids of the elements that take their page numbers. */
  readonly references: ReadonlyMap<string, PageReference>;
  text: string;
  /** What the text under way leads to, when it has a slot for a page number. */
  target: string | null;
}

/**
 * The blocks of text that a composed document shows, in order. It reads the HTML that our own templates make: quoted attributes, every
 * element closed. What is hidden from readers (`aria-hidden`) is left out; a picture is one block with its labels.
 */
export function htmlBlocks(
  html: string,
  language: Language,
  slots: ReadonlyMap<string, string>,
  references: ReadonlyMap<string, PageReference> = new Map(),
): Block[] {
  const reader: Reader = {
    stack: [{ tag: "", role: "paragraph", language, hidden: false }],
    blocks: [],
    references,
    slots: new Map([...slots].map(([target, slot]) => [slot, target])),
    text: "",
    target: null,
  };
  for (const token of htmlTokens(html)) {
    if (!token.startsWith("<")) readText(reader, token);
    else if (token.startsWith("</")) close(reader, tagName(token));
    else if (!/^<(?:style|!)/.test(token)) open(reader, token);
  }
  flush(reader);
  return reader.blocks;
}

function innermost({ stack }: Reader): Open {
  return stack.at(-1) ?? { tag: "", role: "paragraph", language: "en", hidden: false };
}

function readText(reader: Reader, token: string): void {
  const { hidden, role } = innermost(reader);
  if (hidden) return;
  reader.text += role === "chart" ? ` ${unescapeHtml(token)}` : unescapeHtml(token);
}

/** Stands between two inline elements without a space: the parts of a contents line, which its style sets apart. */
const SEAM = "\u0001";

function open(reader: Reader, token: string): void {
  const tag = tagName(token);
  if (tag === "span") reader.text += SEAM;
  if (!INLINE.has(tag) && !insideChart(reader)) flush(reader);
  if (tag === "br") reader.text += " ";
  if (VOID.has(tag) || token.endsWith("/>")) return;
  const outer = innermost(reader);
  const lang = attribute(token, "lang");
  reader.stack.push({
    tag,
    role: tag === "svg" ? "chart" : (ROLES[tag] ?? outer.role),
    language: lang !== undefined && isLanguage(lang) ? lang : outer.language,
    hidden: outer.hidden || HIDDEN.has(tag) || attribute(token, "aria-hidden") === "true",
  });
  const id = attribute(token, "id") ?? "";
  reader.target ??= reader.slots.get(id) ?? null;
  const referred = reader.references.get(id);
  if (referred !== undefined) reader.text += pageMark(referred.target);
}

function close(reader: Reader, tag: string): void {
  if (!INLINE.has(tag) && (tag === "svg" || !insideChart(reader))) flush(reader);
  const at = reader.stack.findLastIndex((entry) => entry.tag === tag);
  if (at > 0) reader.stack.length = at;
}

function insideChart(reader: Reader): boolean {
  return innermost(reader).role === "chart";
}

function flush(reader: Reader): void {
  const seam = reader.target === null ? "" : " ";
  // Most elements begin or end where no text is under way.
  const text = reader.text === "" ? "" : reader.text.replaceAll(SEAM, seam).replace(/\s+/g, " ").trim();
  const { role, language } = innermost(reader);
  if (text !== "")
    reader.blocks.push({
      role: reader.target === null ? role : "contents",
      key: null,
      id: reader.target,
      language,
      text,
      number: "",
      figures: null,
    });
  reader.text = "";
  reader.target = null;
}
