import type { Language } from "../../model/language.ts";
import { type PageAppearance, readAppearance } from "../../pdf/appearance/read-appearance.ts";
import { type Differences, differencesBetween } from "./differences.ts";
import { isSamePage, matchPages } from "./match-pages.ts";

/** What became of a page. `renumbered`: it differs by nothing but its own number. */
export type PageVerdict = "unchanged" | "renumbered" | "changed" | "added" | "removed";

/** A page as released and as it is now. */
export interface PagePair {
  readonly verdict: PageVerdict;
  /** Null for an added page. */
  readonly before: PageAppearance | null;
  /** Null for a removed page. */
  readonly after: PageAppearance | null;
  /** What differs; null unless changed. */
  readonly differences: Differences | null;
}

/** What became of the pages of one edition. */
export interface EditionPages {
  readonly language: Language;
  readonly pairs: readonly PagePair[];
}

/**
 * Compares an edition as released with what it is now, page by page. A page is unchanged when all that it paints, links and tells a
 * screen reader is the same in the same places, as our own reading of both PDFs has it: the outlines of glyphs and not their numbers,
 * paths, colours, line styles, pictures.
 */
export function comparePages(language: Language, before: Uint8Array, after: Uint8Array): EditionPages {
  const was = readAppearance(before);
  const is = before === after ? was : readAppearance(after);
  return { language, pairs: matchPages(was, is).map(([old, now]) => pairOf(old, now)) };
}

function pairOf(before: PageAppearance | null, after: PageAppearance | null): PagePair {
  if (!before || !after) return { verdict: before ? "removed" : "added", before, after, differences: null };
  if (!isSamePage(before, after))
    return { verdict: "changed", before, after, differences: differencesBetween(before, after) };
  const verdict = before.label === after.label ? "unchanged" : "renumbered";
  return { verdict, before, after, differences: null };
}
