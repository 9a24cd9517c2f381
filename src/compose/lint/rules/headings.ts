import type { Finding, LintInput } from "../finding.ts";
import { isHidden, says, tagText } from "../tree.ts";

const HEADING = /^h([1-6])$/;

/** Headings in order: the first is an h1, none skips a level, none is empty (PDF/UA-1, 7.4.2). */
export function headings({ elements }: LintInput): Finding[] {
  let last = 0;
  return elements.flatMap((element): Finding[] => {
    const level = Number(HEADING.exec(element.tag)?.[1] ?? 0);
    if (level === 0 || isHidden(element)) return [];
    const before = last;
    last = level;
    if (!says(element))
      return [{ code: "empty-heading", element, message: `the heading ${tagText(element)} has no text` }];
    if (level <= before + 1) return [];
    const message =
      before === 0
        ? `the first heading is an h${level}, expected h1`
        : `an h${level} follows an h${before}, expected at most h${before + 1}`;
    return [
      {
        code: "heading-order",
        element,
        message,
        hints: ["choose the level by rank, the size in the style sheet"],
      },
    ];
  });
}
