import { type Box, unite } from "../content/box.ts";
import { type Mark, markText } from "../content/marks.ts";
import { readPdf } from "../read.ts";
import { type Element, marksOf } from "./element.ts";

/** A structure element as a reader meets it. */
export interface StructureEntry {
  readonly role: string;
  /** How many elements are above it: 0 for the Document. */
  readonly depth: number;
  /** Language that holds for it, its own or inherited. */
  readonly lang: string;
  readonly alt: string | undefined;
  /** All its text, the elements below it included; a replacement text (ActualText) counts instead of what it replaces. */
  readonly text: string;
  /** Indexes (from 0) of the pages it stands on, ascending. */
  readonly pages: readonly number[];
  /** What it covers on its first page: left, bottom, right, top in points. */
  readonly box: Box | undefined;
  readonly element: Element;
}

/** The structure of a PDF in reading order, the Document first. */
export function readStructure(pdf: Uint8Array): StructureEntry[] {
  return structureEntries(readPdf(pdf).structure);
}

/** An element and all below it, in reading order. */
export function structureEntries(structure: Element): StructureEntry[] {
  const entries: StructureEntry[] = [];
  collect(structure, 0, "", entries);
  return entries;
}

function collect(element: Element, depth: number, outerLang: string, entries: StructureEntry[]): void {
  const lang = element.lang ?? outerLang;
  const marks = marksOf(element);
  const pages = [...new Set(marks.map(({ page }) => page))].sort((a, b) => a - b);
  const box = boxOnPage(marks, pages[0]);
  const { role, alt } = element;
  entries.push({ role, depth, lang, alt, text: elementText(element), pages, box, element });
  for (const kid of element.kids) if (kid.kind === "element") collect(kid, depth + 1, lang, entries);
}

/** What marks cover together on one page; undefined if nothing. */
export function boxOnPage(marks: readonly Mark[], page: number | undefined): Box | undefined {
  return unite(marks.filter((mark) => mark.page === page).map(({ box }) => box));
}

/** The text of an element and of all below it. */
export function elementText(element: Element): string {
  if (element.actualText !== undefined) return element.actualText;
  let text = "";
  for (const kid of element.kids) {
    if (kid.kind === "element") text += elementText(kid);
    else if (kid.kind === "content") text += markText(kid.mark);
  }
  return text;
}
