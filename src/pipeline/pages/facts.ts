import type { Language } from "../../model/language.ts";
import type { Differences } from "./differences.ts";
import { pageRanges } from "./page-ranges.ts";
import type { PicturedPair } from "./pictures.ts";
import type { EditionPages, PagePair, PageVerdict } from "./proof.ts";

/** A page that changed, came or went. */
export interface ChangedPage {
  /** Labels as released and now; null for a page that came or went. */
  readonly before: string | null;
  readonly after: string | null;
  /** Names of the pictures beside the index. */
  readonly files: { readonly before: string | null; readonly after: string | null };
  /** Words that went and came. */
  readonly texts: Differences["texts"];
  /** How many drawn things, and how many links, differ. */
  readonly drawings: number;
  readonly links: number;
  /** What a screen reader is told instead of a figure. */
  readonly aloud: Differences["aloud"];
}

/** What became of the pages of an edition: `impact/pages.json` and `--json`. */
export interface EditionFacts {
  readonly language: Language;
  /** Number of pages as released and now. */
  readonly pages: { readonly before: number; readonly after: number };
  /** Labels of the pages that are proven unchanged, runs of them as ranges. */
  readonly unchanged: readonly string[];
  /** The same for pages that differ by nothing but their own number: as released, and now. */
  readonly renumbered: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly changed: readonly ChangedPage[];
  readonly added: readonly ChangedPage[];
  readonly removed: readonly ChangedPage[];
}

/** The facts of an edition's pages. */
export function factsOf({ language, pairs }: EditionPages, pictured: readonly PicturedPair[]): EditionFacts {
  const side = (which: "before" | "after", wanted: readonly PagePair[]) =>
    wanted.flatMap(({ [which]: page }) => page ?? []);
  const of = (verdict: PageVerdict) => pairs.filter((pair) => pair.verdict === verdict);
  const changes = (verdict: PageVerdict) =>
    pictured.filter((pair) => pair.verdict === verdict).map(changedPage);
  return {
    language,
    pages: { before: side("before", pairs).length, after: side("after", pairs).length },
    unchanged: pageRanges(side("after", of("unchanged"))),
    renumbered: {
      before: pageRanges(side("before", of("renumbered"))),
      after: pageRanges(side("after", of("renumbered"))),
    },
    changed: changes("changed"),
    added: changes("added"),
    removed: changes("removed"),
  };
}

function changedPage({ before, after, pictures, differences }: PicturedPair): ChangedPage {
  return {
    before: before?.label ?? null,
    after: after?.label ?? null,
    files: { before: pictures.before?.file ?? null, after: pictures.after?.file ?? null },
    texts: differences?.texts ?? [],
    drawings: differences?.drawings ?? 0,
    links: differences?.links ?? 0,
    aloud: differences?.aloud ?? [],
  };
}
