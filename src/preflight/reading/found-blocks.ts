import type { TextLine } from "../../pdf/content/marks.ts";
import type { Element } from "../../pdf/structure/element.ts";

/** A block of text in a finished PDF. */
export interface FoundBlock {
  readonly element: Element;
  /** BCP 47 tag that holds for it. */
  readonly lang: string;
  readonly text: string;
  /** Its lines in reading order, each with the place in `text` where it begins. */
  readonly lines: readonly { readonly line: TextLine; readonly start: number }[];
  /** Index of the page on which it begins; -1 for one without content. */
  readonly page: number;
}

/** Roles whose elements are one block of text each. */
const BLOCKS = new Set(
  "H H1 H2 H3 H4 H5 H6 P Caption TH TD LI BlockQuote Figure Note FENote TOCI Title".split(" "),
);

interface Draft {
  readonly element: Element;
  readonly lang: string;
  text: string;
  readonly lines: { line: TextLine; start: number }[];
  /** Text is already there in other words (ActualText). */
  fixed: boolean;
}

/**
 * The blocks of text of a structure in reading order. Text that stands in none of the known blocks is a block of its own, so that none is
 * overlooked. A figure's caption comes before its labels, wherever it stands in the figure.
 */
export function foundBlocks(structure: Element): FoundBlock[] {
  const drafts: Draft[] = [];
  walk(structure, structure.lang ?? "", undefined, drafts);
  return drafts
    .filter(({ text, lines }) => text.trim() !== "" || lines.length > 0)
    .map(({ element, lang, text, lines }) => ({
      element,
      lang,
      text,
      lines,
      page: lines[0]?.line.page ?? -1,
    }));
}

function walk(element: Element, lang: string, outer: Draft | undefined, drafts: Draft[]): void {
  const opens = BLOCKS.has(element.role);
  const own = opens ? draftOf(element, lang) : outer;
  const captions = element.role === "Figure" ? element.kids.filter(isCaption) : [];
  for (const caption of captions)
    if (caption.kind === "element") walk(caption, caption.lang ?? lang, undefined, drafts);
  if (own !== undefined && opens) drafts.push(own);
  walkKids(element, lang, own, { drafts, without: captions });
}

interface Walk {
  readonly drafts: Draft[];
  readonly without: readonly Element["kids"][number][];
}

function walkKids(element: Element, lang: string, outer: Draft | undefined, { drafts, without }: Walk): void {
  let own = outer;
  const replaced = replaceText(element, own);
  for (const kid of element.kids) {
    if (kid.kind === "element") {
      if (!without.includes(kid)) walk(kid, kid.lang ?? lang, own, drafts);
    } else if (kid.kind === "content") {
      if (own === undefined) {
        own = draftOf(element, lang);
        drafts.push(own);
      }
      addLines(own, kid.mark.lines);
    }
  }
  if (replaced && own !== undefined) own.fixed = false;
}

const isCaption = (kid: Element["kids"][number]): boolean => kid.kind === "element" && kid.role === "Caption";

function draftOf(element: Element, lang: string): Draft {
  return { element, lang, text: "", lines: [], fixed: false };
}

/** A replacement text counts instead of all that it replaces. */
function replaceText({ actualText }: Element, draft: Draft | undefined): boolean {
  if (actualText === undefined || draft === undefined || draft.fixed) return false;
  draft.text += actualText;
  draft.fixed = true;
  return true;
}

function addLines(draft: Draft, lines: readonly TextLine[]): void {
  for (const line of lines) {
    draft.lines.push({ line, start: draft.text.length });
    if (!draft.fixed) draft.text += line.text;
  }
}

/** Index of the page on which a place of a block's text stands. */
export function pageAt({ lines, page }: FoundBlock, place: number): number {
  return lines.findLast(({ start }) => start <= place)?.line.page ?? page;
}
