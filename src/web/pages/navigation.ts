import type { ContentsEntry } from "../../model/composition.ts";
import { plainTitle } from "../parts/links.ts";
import type { PagePart } from "../parts/split.ts";
import { HOME, pageFile, type WebContext } from "../request.ts";

/** A line of a contents list. */
export interface NavigationLine {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  /** Language of the title where it is not the edition's; else empty. */
  readonly lang: string;
}

/** A chapter of the contents list, with its sections. */
export interface NavigationChapter extends NavigationLine {
  /** Whether it is the page's own. */
  readonly current: boolean;
  readonly sections: readonly NavigationLine[];
}

/** The contents list as a page shows it. */
export function chaptersFor(
  page: PagePart,
  { composition }: Pick<WebContext, "composition">,
): NavigationChapter[] {
  const chapters: (NavigationChapter & { sections: NavigationLine[] })[] = [];
  for (const entry of composition.entries) {
    const last = chapters.at(-1);
    if (entry.kind === "chapter") {
      const file = pageFile(entry.id);
      chapters.push({ ...line(entry, file), current: file === page.file, sections: [] });
    } else if (entry.kind === "section" && last) last.sections.push(line(entry, `${last.href}#${entry.id}`));
  }
  return chapters;
}

/** The lines of the lists of tables and charts. */
export function exhibitLines(
  kind: "table" | "chart",
  { composition }: Pick<WebContext, "composition">,
  pageOf: ReadonlyMap<string, string>,
): NavigationLine[] {
  return composition.entries
    .filter((entry) => entry.kind === kind)
    .map((entry) => line(entry, `${pageOf.get(entry.id) ?? HOME}#${entry.id}`));
}

function line({ html, number, lang }: ContentsEntry, href: string): NavigationLine {
  return { href, number, title: plainTitle(html), lang: /lang="([^"]*)"/.exec(lang)?.[1] ?? "" };
}

/** Number and title as one. */
export function fullTitle({ number, title }: NavigationLine): string {
  return [number, title].filter(Boolean).join(" ");
}
