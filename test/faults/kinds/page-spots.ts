import type { BoundFigure } from "../../../src/model/block.ts";
import type { SoundPage } from "../fault.ts";

/** A piece of a page's HTML: what it is, and where it stands. */
export interface Spot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A figure printed in a paragraph. */
export interface FigureSpot extends Spot {
  readonly figure: BoundFigure;
  /** The paragraph around it. */
  readonly paragraph: Spot;
}

const textOf = ({ html }: SoundPage, { start, end }: Spot): string => html.slice(start, end);

/** What stands at a spot. */
export { textOf };

/** A page with pieces of it replaced; spots do not overlap. */
export function replaced({ html }: SoundPage, changes: readonly (readonly [Spot, string])[]): string {
  return [...changes]
    .sort(([a], [b]) => b.start - a.start)
    .reduce((text, [{ start, end }, by]) => text.slice(0, start) + by + text.slice(end), html);
}

function spotsOf(html: string, pattern: RegExp, name: (found: RegExpExecArray) => string): Spot[] {
  return [...html.matchAll(pattern)].map((found) => {
    const start = found.index + found[0].indexOf(">") + 1;
    return { name: name(found), start, end: start + (found.at(-1) ?? "").length };
  });
}

/** The paragraphs of the chapters. */
export const paragraphs = ({ html }: SoundPage): Spot[] =>
  spotsOf(html, /<p id="([^"]+)" class="prose"[^>]*>([\s\S]*?)<\/p>/g, ([, id = ""]) => id);

/** The figures of all paragraphs. */
export function figures(page: SoundPage): FigureSpot[] {
  const byId = new Map(
    page.composition.blocks.map((block) => [block.id, block] as const).filter(([id]) => id),
  );
  return paragraphs(page).flatMap((paragraph) => {
    let from = paragraph.start;
    return (byId.get(paragraph.name)?.figures ?? []).flatMap((figure): FigureSpot[] => {
      const start = page.html.indexOf(figure.text, from);
      if (start < 0 || start >= paragraph.end) return [];
      from = start + figure.text.length;
      return [{ name: `${paragraph.name}, ${figure.ref}`, start, end: from, figure, paragraph }];
    });
  });
}

/** The cells of all tables that show a number. */
export const cells = ({ html }: SoundPage): Spot[] =>
  spotsOf(html, /<td class="[^"]*">([^<]*\d[^<]*)<\/td>/g, ([, text = ""]) => `cell ${text}`);

/** The labels of all drawings: numbers, or words. */
export const labels = ({ html }: SoundPage, numbers: boolean): Spot[] =>
  spotsOf(html, /<text [^>]*>([^<]+)<\/text>/g, ([, text = ""]) => `label ${text}`).filter(
    ({ start, end }) => /^[\d.,%]+$/.test(html.slice(start, end)) === numbers,
  );

/** The years that name the bars of drawings; a value of four digits has a separator. */
export const years = (page: SoundPage): Spot[] =>
  labels(page, true).filter((spot) => /^\d{4}$/.test(textOf(page, spot)));

/** The names of rows, columns and wholes in drawings; notes stand beneath, without an anchor. */
export const names = (page: SoundPage): Spot[] =>
  labels(page, false).filter(({ start }) =>
    /<text text-anchor="[^>]*>$/.test(page.html.slice(page.html.lastIndexOf("<", start - 1), start)),
  );

/** The numbers in the alternative texts of drawings. */
export const alternatives = ({ html }: SoundPage): Spot[] =>
  [...html.matchAll(/<svg [^>]*?aria-label="([^"]*)"/g)].flatMap((found) => {
    const from = found.index + found[0].length - 1 - (found[1] ?? "").length;
    return [...(found[1] ?? "").matchAll(/\d(?:[\d.,]*\d)?/g)].map(({ 0: text, index }) => ({
      name: `alternative ${text}`,
      start: from + index,
      end: from + index + text.length,
    }));
  });

/** The page numbers of the contents list. */
export const contents = ({ html }: SoundPage): Spot[] =>
  spotsOf(
    html,
    /<span class="contents-page" id="page-of-([^"]+)">(\d*)<\/span>/g,
    ([, id = ""]) => `contents, ${id}`,
  );

/** The numbers of tables and charts in their captions, and the units beside them. */
export const exhibits = ({ html }: SoundPage, part: "number" | "unit"): Spot[] =>
  spotsOf(
    html,
    new RegExp(`<span class="exhibit-${part}">([^<]+)</span>`, "g"),
    ([, text = ""]) => `caption ${text}`,
  );
