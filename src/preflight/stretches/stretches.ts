import type { Block } from "../../model/block.ts";
import type { Composition } from "../../model/composition.ts";
import type { Font } from "../../pdf/fonts/font.ts";
import type { Value } from "../../pdf/objects/values.ts";
import type { PdfFrame, Stretch } from "../../pdf/read.ts";
import { beginningOf, topKids } from "../../pdf/structure/read-tree.ts";

/** A stretch of an edition's pages, and the blocks of text that should stand on them. */
export interface EditionStretch extends Stretch {
  readonly blocks: readonly Block[];
}

/** Where a stretch begins: indexes of its first page and of its first block. */
interface Start {
  readonly page: number;
  readonly block: number;
}

/**
 * Parts an edition where its chapters begin: what stands before them, and each of them. Every page, block and top element is in one stretch; an edition
 * whose chapters do not follow each other on pages of their own is a single one.
 */
export function stretchesOf(
  frame: PdfFrame,
  composition: Pick<Composition, "blocks" | "entries">,
): EditionStretch[] {
  const { blocks } = composition;
  const starts = startsOf(frame, composition);
  const kids = kidsByStretch(frame, starts);
  const fonts = new Map<number, Font>();
  return starts.map(({ page, block }, index) => ({
    pages: frame.pages.slice(page, starts[index + 1]?.page),
    blocks: blocks.slice(block, starts[index + 1]?.block),
    kids: kids[index] ?? [],
    fonts,
  }));
}

function startsOf(
  { destinations }: PdfFrame,
  { blocks, entries }: Pick<Composition, "blocks" | "entries">,
): Start[] {
  const beginning: Start = { page: 0, block: 0 };
  const chapters = entries
    .filter(({ kind }) => kind === "chapter")
    .map(({ id }) => ({
      page: destinations.get(id)?.page ?? -1,
      block: blocks.findIndex((block) => block.role === "heading" && block.id === id),
    }));
  const starts = [beginning, ...chapters];
  const inOrder = chapters.every(({ page, block }, index) => {
    const before = starts[index];
    return before !== undefined && page > before.page && block > before.block;
  });
  return inOrder ? starts : [beginning];
}

/** The top element's kids, each in the stretch on whose pages it begins; one without content is where the one before it is. */
function kidsByStretch({ file, pages }: PdfFrame, starts: readonly Start[]): Value[][] {
  const indexes = new Map(pages.map(({ id, index }) => [id, index]));
  const kids: Value[][] = starts.map(() => []);
  let current = 0;
  for (const kid of topKids(file)) {
    const page = indexes.get(beginningOf(file, kid) ?? 0);
    if (page !== undefined) current = starts.findLastIndex((start) => start.page <= page);
    kids[current]?.push(kid);
  }
  return kids;
}
