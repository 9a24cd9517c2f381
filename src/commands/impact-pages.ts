import type { ChangedPage, EditionFacts } from "../pipeline/pages/facts.ts";
import type { PagesProof } from "../pipeline/pages/prove.ts";

/** What became of the pages since the last release, as people read it. */
export function pagesLines({ since, layout, editions, failed, index }: PagesProof): string[] {
  return [
    "",
    `pages since revision ${since}:`,
    ...editions.flatMap(editionLines),
    ...failed.map((language) => `  ${language}: not compared, the edition cannot be printed`),
    ...(layout.length > 0
      ? [`  the layout changed since (${layout.join(", ")}): both sides are printed with today's`]
      : []),
    `  old and new side by side: ${index} in the output folder`,
  ];
}

function editionLines({ language, changed, added, removed, renumbered, unchanged }: EditionFacts): string[] {
  const said = [
    ...labelled("changed", changed),
    ...labelled("new", added),
    ...labelled("gone", removed),
    ...(renumbered.before.length > 0
      ? [`only renumbered: ${renumbered.before.join(", ")}, now ${renumbered.after.join(", ")}`]
      : []),
    ...(unchanged.length > 0 ? [`proven unchanged: ${unchanged.join(", ")}`] : []),
  ];
  return [`  ${language}: ${said.join("; ")}`];
}

function labelled(word: string, pages: readonly ChangedPage[]): string[] {
  if (pages.length === 0) return [];
  return [`${word}: ${pages.map(({ before, after }) => after ?? before).join(", ")}`];
}
