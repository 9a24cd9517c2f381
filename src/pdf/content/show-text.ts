import type { Font } from "../fonts/font.ts";
import { emptyBox, includeRectangle } from "./box.ts";
import { codeOf, dxOf, type GlyphStep, lengthOf, stepsAt } from "./glyph-steps.ts";
import type { Ink } from "./ink.ts";
import type { Mark, TextLine } from "./marks.ts";
import type { Matrix } from "./matrix.ts";
import { type Paper, putLetters } from "./paper.ts";
import { addToLines, goesOn } from "./text-lines.ts";

/** Height above and depth below the baseline that a line of text is taken to cover, as parts of the font's size. */
const ASCENT = 0.88;
const DESCENT = 0.22;

/** Height that small letters have for certain. */
const X_HEIGHT = 0.45;

/** Text with anything in it but spaces. */
const SEEN = /\S/;

/** What holds for shown text. */
export interface TextState {
  readonly ctm: Matrix;
  readonly font: Font | undefined;
  readonly size: number;
  readonly ink: Ink;
}

/** A pen, where it is. */
export interface Pen {
  readonly page: number;
  readonly looseLines: TextLine[];
  readonly paper: Paper | undefined;
  readonly toPage: (inner: Matrix, outer: Matrix) => Matrix;
  line: Matrix;
  /** How far it has gone since the line matrix was set, in text space. */
  x: number;
  y: number;
  advance: number;
}

/** From where to where something reaches on the line of the pen, in text space. */
interface Reach {
  from: number;
  to: number;
}

/** What is put on a page in one go: the font's size, what takes text space to the page, and how far it reaches. */
interface Strip {
  readonly matrix: Matrix;
  readonly size: number;
  readonly all: Reach;
  /** Of that, what is more than spaces; `from` is above `to` where nothing is. */
  readonly seen: Reach;
}

/** Puts on the page what one operator shows, which ends there in the stream. */
export function showRun(
  pen: Pen,
  { text, units }: { readonly text: string; readonly units: number },
  { ctm, font, size, ink }: TextState,
  mark: Mark | undefined,
  end: number,
): void {
  if (font === undefined) return;
  const width = (units * size) / 1000;
  const m = pen.toPage(pen.line, ctm);
  const left = pen.x + pen.advance;
  const startX = m[0] * left + m[2] * pen.y + m[4];
  const current = addToLines(mark?.lines ?? pen.looseLines, {
    text,
    page: pen.page,
    startX,
    endX: startX + m[0] * width,
    baseline: m[1] * left + m[3] * pen.y + m[5],
    size: size * Math.hypot(m[2], m[3]),
    font,
    end,
  });
  const all = { from: Math.min(left, left + width), to: Math.max(left, left + width) };
  put(pen, { matrix: m, size, all, seen: SEEN.test(text) ? all : NOTHING }, current, ink, mark);
  pen.advance += width;
}

/** Goes on step by step, and gives where the last step ends in the stream that is taken. */
export function showSteps(
  pen: Pen,
  source: string,
  at: number,
  { ctm, font, size, ink }: TextState,
  mark: Mark | undefined,
): number {
  const matrix = pen.toPage(pen.line, ctm);
  const lines = mark?.lines ?? pen.looseLines;
  const current = lines[lines.length - 1];
  // Only along a level line do all of them have one baseline.
  if (font?.wide !== true || matrix[1] !== 0 || current === undefined) return at;
  const strip: Strip = { matrix, size, all: { ...NOTHING }, seen: { ...NOTHING } };
  let end = at;
  for (const step of stepsAt(source, at)) {
    if (!takeStep(pen, step, current, font, strip)) break;
    end += lengthOf(step);
  }
  if (end === at) return at;
  current.end = end;
  put(pen, strip, current, ink, mark);
  return end;
}

/** Goes on to a glyph of the same line; not where it would begin another. */
function takeStep(
  pen: Pen,
  step: GlyphStep,
  current: TextLine,
  font: Font,
  { matrix: m, size, all, seen }: Strip,
): boolean {
  const left = pen.x + dxOf(step);
  const startX = m[0] * left + m[2] * pen.y + m[4];
  if (!goesOn(current, startX)) return false;
  const code = codeOf(step);
  const text = font.texts[code] ?? "";
  const width = (unitsOf(font, code) * size) / 1000;
  font.shown[code] = 1;
  current.text += text;
  current.endX = startX + m[0] * width;
  grow(all, left, left + width);
  if (pen.paper !== undefined && SEEN.test(text)) grow(seen, left, left + width);
  pen.x = left;
  pen.advance = width;
  return true;
}

/** Puts what was shown into its mark's extent, and on the paper. */
function put(
  { y, paper }: Pen,
  { matrix, size, all, seen }: Strip,
  line: TextLine,
  ink: Ink,
  mark: Mark | undefined,
): void {
  if (mark) includeRectangle(mark.box, matrix, all.from, y - DESCENT * size, all.to, y + ASCENT * size);
  if (paper === undefined || seen.from > seen.to) return;
  const box = emptyBox();
  includeRectangle(box, matrix, seen.from, y, seen.to, y + X_HEIGHT * size);
  putLetters(paper, { line, ink, box, inStructure: mark !== undefined });
}

const NOTHING: Reach = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

function grow(reach: Reach, from: number, to: number): void {
  if (from < reach.from) reach.from = from;
  if (to > reach.to) reach.to = to;
}

/** The advance width of a glyph in thousandths of the font's size. */
export const unitsOf = ({ widths }: Font, code: number): number => widths.byCode[code] ?? widths.other;
