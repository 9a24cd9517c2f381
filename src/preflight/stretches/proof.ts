import type { ShownText } from "../parity/editions.ts";
import type { ProvenFigure } from "../parity/prose.ts";
import type { Pair, Placed } from "../text/compare.ts";
import type { EditionStretch } from "./stretches.ts";

/** What is remembered of a stretch in which nothing was found wrong; its pages are counted from its own first, so that it may move. */
export interface Proof {
  /** The page on which each of its blocks begins; -1 for one without content. */
  readonly pages: readonly number[];
  /** What was read of its lines of the contents list, by the index of the block. */
  readonly lines: readonly (readonly [number, string])[];
  /** What its texts show: key, page on which the text begins, figures. */
  readonly shown: readonly (readonly [string, number, readonly ProvenFigure[]])[];
}

/** The proof of a stretch from what was found there; null where not every block was found in its place, or not every figure proven. */
export function proofOf(
  { pages: [first], blocks }: EditionStretch,
  pairs: readonly Pair[],
  shown: ReadonlyMap<string, ShownText>,
): Proof | null {
  const from = first?.index ?? 0;
  if (pairs.length !== blocks.length) return null;
  const beginnings = new Map<string, number>();
  for (const { expected, found } of pairs)
    if (expected.key !== null && !beginnings.has(expected.key))
      beginnings.set(expected.key, relative(found.page, from));
  const texts = [...shown].flatMap(([key, { figures }]): Proof["shown"] =>
    figures === null ? [] : [[key, beginnings.get(key) ?? -1, figures]],
  );
  if (texts.length !== shown.size) return null;
  return {
    pages: pairs.map(({ found }) => relative(found.page, from)),
    lines: pairs.flatMap(({ expected, found }, index): Proof["lines"] =>
      expected.role === "contents" ? [[index, found.text]] : [],
    ),
    shown: texts,
  };
}

const relative = (page: number, from: number): number => (page < 0 ? page : page - from);

const absolute = (page: number, from: number): number => (page < 0 ? page : page + from);

/** The blocks of a proven stretch in their places. */
export function placedBy({ pages, lines }: Proof, { pages: [first], blocks }: EditionStretch): Placed[] {
  const texts = new Map(lines);
  return blocks.map((expected, index) => ({
    expected,
    found: { page: absolute(pages[index] ?? -1, first?.index ?? 0), text: texts.get(index) ?? expected.text },
  }));
}

/** What the texts of a proven stretch show, with the indexes of their pages. */
export function shownBy(
  { shown }: Proof,
  { pages: [first] }: EditionStretch,
): (readonly [string, number, readonly ProvenFigure[]])[] {
  return shown.map(([key, page, figures]) => [key, absolute(page, first?.index ?? 0), figures]);
}
