import { type Mark, PAINTS, type StreamContent } from "../pdf/content/marks.ts";
import type { Element } from "../pdf/structure/element.ts";

/** Roles in which a drawing means something; elsewhere it is a line or a background. */
const DRAWN = new Set(["Figure", "Formula", "Lbl"]);

/**
 * Takes decoration out of the structure: marked content that paints nothing but paths (rules, cell backgrounds, underlines), or
 * nothing at all. Gives the number of marks.
 */
export function releaseDecoration(structure: Element): number {
  return release(structure, false);
}

function release(element: Element, insideDrawing: boolean): number {
  const drawn = insideDrawing || DRAWN.has(element.role);
  let count = 0;
  for (const kid of element.kids) {
    if (kid.kind === "element") count += release(kid, drawn);
    else if (kid.kind === "content" && !drawn && isDecoration(kid.mark)) {
      kid.mark.artifact = true;
      count++;
    }
  }
  element.kids = element.kids.filter((kid) => kid.kind !== "content" || !kid.mark.artifact);
  return count;
}

function isDecoration({ paints }: Mark): boolean {
  return paints === 0 || paints === PAINTS.path;
}

const BEGIN_ARTIFACT = "/Artifact BMC";

/** A change to a content stream: what stands from `start` to `end` gives way to the text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A content stream in which everything outside of the structure is marked as an artifact, and in which the spaces that the
 * browser dropped at line breaks stand again. Undefined if nothing is to change.
 */
export function rewriteContent(content: StreamContent): string | undefined {
  const edits = [
    ...content.untagged.flatMap(wrapRun),
    ...content.marks.flatMap((mark) => (mark ? editMark(mark) : [])),
  ];
  if (edits.length === 0) return undefined;
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const { source } = content;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(position, start), text);
    position = end;
  }
  parts.push(source.slice(position));
  return parts.join("");
}

function wrapRun({ start, end }: { start: number; end: number }): Edit[] {
  return [
    { start, end: start, text: `${BEGIN_ARTIFACT}\n` },
    { start: end, end, text: "\nEMC\n" },
  ];
}

function editMark(mark: Mark): Edit[] {
  if (mark.artifact) return [{ start: mark.begin, end: mark.beginEnd, text: BEGIN_ARTIFACT }];
  return mark.lines.flatMap(({ needsSpace, font, end }) => {
    const code = font.texts.indexOf(" ");
    if (!needsSpace || code < 0 || !font.wide) return [];
    return [{ start: end, end, text: ` <${code.toString(16).toUpperCase().padStart(4, "0")}> Tj` }];
  });
}
