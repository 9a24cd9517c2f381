import { type Box, boxOf, growBox } from "./box.ts";
import { type Colour, common, type Ink } from "./ink.ts";
import type { TextLine } from "./marks.ts";
import { IDENTITY, type Matrix } from "./matrix.ts";

/** An area that was painted before or after some text. */
export interface Area {
  readonly box: Box;
  /** Its colour, where it is a rectangle of one colour that covers what is below; null where it is anything else. */
  readonly colour: Colour;
}

/** Letters of one line in one ink. */
export interface Letters {
  readonly line: TextLine;
  readonly ink: Ink;
  /** What they cover on the page. */
  readonly box: Box;
  /** How many areas lie below them. */
  readonly above: number;
  /** Whether they belong to the document's structure, and not to its margins. */
  readonly inStructure: boolean;
}

/** What was painted on one page, in order. */
export interface Paper {
  readonly areas: Area[];
  readonly letters: Letters[];
}

/** An empty page. */
export function emptyPaper(): Paper {
  return { areas: [], letters: [] };
}

/** Puts letters on a page: they go on with the last ones, where line and ink are the same. */
export function putLetters(paper: Paper, letters: Omit<Letters, "above">): void {
  const { line, ink, box, inStructure } = letters;
  const above = paper.areas.length;
  const last = paper.letters[paper.letters.length - 1];
  if (last?.line === line && last.ink === ink && last.above === above) growBox(last.box, box);
  else paper.letters.push({ line, ink, box, above, inStructure });
}

/** A box that holds everything. */
export const EVERYWHERE: Box = [
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
];
/** An area of this alpha hides what is below. */
const OPAQUE = 0.99;

/** Puts a filled path on a page: by its colour where it is a rectangle that hides what is below, else as something unknown. */
export function layArea(
  paper: Paper,
  points: readonly number[],
  { ctm, ink }: { readonly ctm: Matrix; readonly ink: Ink },
): void {
  if (ink.alpha === 0 || points.length === 0) return;
  const plain = isRectangle(points) && ctm[1] === 0 && ctm[2] === 0 && ink.alpha > OPAQUE && !ink.masked;
  paper.areas.push({ box: common(ink.clip, boxOf(points, ctm)), colour: plain ? ink.colour : null });
}

/** Puts something on a page of which only the extent is known: a picture, a shading. */
export function layUnknown(paper: Paper, { clip }: Ink, box: Box): void {
  paper.areas.push({ box: common(clip, box), colour: null });
}

/** Whether points are two opposite corners, or the four corners, of one upright rectangle. */
function isRectangle(points: readonly number[]): boolean {
  if (points.length === 4) return true;
  if (points.length !== 8 && points.length !== 10) return false;
  const [left, bottom, right, top] = boxOf(points, IDENTITY);
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i], points[i + 1]];
    if ((x !== left && x !== right) || (y !== bottom && y !== top)) return false;
  }
  return true;
}
