import { markText } from "../content/marks.ts";
import type { PdfReading } from "../read.ts";
import { type Element, marksOf } from "../structure/element.ts";

/** One thing that a screen reader is told. */
export interface Said {
  /** Role, language and text. */
  readonly text: string;
  /** Whether it is the text that stands for a figure. */
  readonly standsFor: boolean;
}

/**
 * What a screen reader is told of each page, by its index, in reading order: the role and the text of each piece, its language, and the
 * texts that stand for figures.
 */
export function readAloud({ structure }: Pick<PdfReading, "structure">): Map<number, Said[]> {
  const pages = new Map<number, Said[]>();
  const say = (page: number, text: string, standsFor: boolean): void => {
    const said = pages.get(page) ?? [];
    said.push({ text, standsFor });
    pages.set(page, said);
  };
  const visit = (element: Element, lang: string): void => {
    const own = element.lang ?? lang;
    const { role, alt, actualText, kids } = element;
    const standsFor = alt ?? actualText;
    const page = standsFor === undefined ? undefined : marksOf(element)[0]?.page;
    if (standsFor !== undefined && page !== undefined) say(page, `${role} (${own}): ${standsFor}`, true);
    for (const kid of kids) {
      if (kid.kind === "element") visit(kid, own);
      else if (kid.kind === "content") say(kid.mark.page, `${role} (${own}) ${markText(kid.mark)}`, false);
    }
  };
  visit(structure, "");
  return pages;
}
