import { type Letters, lettersOn } from "../fonts/characters.ts";
import { parseDocument } from "../tree/nodes.ts";
import { type NamedFigure, readBlocks, readFigures, type ShownBlock } from "./blocks.ts";

/** What readers find on a written page. */
export interface PageRead {
  readonly blocks: readonly ShownBlock[];
  readonly figures: readonly NamedFigure[];
}

/** What readers find on the written pages of an edition, in order, and the letters in which they read it. */
export interface PagesRead {
  readonly pages: readonly PageRead[];
  readonly letters: Letters;
}

/** Reads written pages as browsers do; `also` are words that scripts show. */
export function readPages(pages: readonly string[], also: string): PagesRead {
  const documents = pages.map(parseDocument);
  return {
    pages: documents.map((document) => ({ blocks: readBlocks(document), figures: readFigures(document) })),
    letters: lettersOn(documents, also),
  };
}
