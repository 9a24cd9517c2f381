import type { Font } from "../fonts/font.ts";
import { emptyBox, includeRectangle } from "./box.ts";
import { codeOf, dxOf, type GlyphStep, lengthOf, stepsAt } from "./glyph-steps.ts";
import type { Ink } from "./ink.ts";
import type { Replacement } from "./marking.ts";
import type { Mark, TextLine } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { eachGlyph } from "./operands.ts";
import { type Paper, putLetters } from "./paper.ts";
import { addToLines, goesOn } from "./text-lines.ts";
import { type Operation, operatorCode } from "./tokens.ts";

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

/** The position in a text object, and what it shows. */
export interface TextPen {
  /** BT. */
  readonly begin: () => void;
  /** Tm. */
  readonly setMatrix: (matrix: Matrix) => void;
  /** Td. */
  readonly move: (x: number, y: number) => void;
  /** Tj and TJ: the text goes into the mark, or without one into the lines outside of the structure. */
  readonly show: (
    operation: Operation,
    state: TextState,
    mark: Mark | undefined,
    replacement: Replacement | undefined,
  ) => void;
  /** Shows the glyphs that come step by step from a place in the stream (`stepsAt`), and gives where the last of them ends. */
  readonly showSteps: (text: string, at: number, state: TextState, mark: Mark | undefined) => number;
}

/** What one operator shows. One such object is used again and again: most of a document's operators show text. */
interface Run {
  font: Font | undefined;
  replacement: Replacement | undefined;
  text: string;
  /** Advance width in thousandths of the font's size. */
  units: number;
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

const SHOW_ARRAY = operatorCode("TJ");

/** A pen for the text of one page; text without a mark goes into `looseLines`, and all of it on the paper, if there is one. */
export function createTextPen(page: number, looseLines: TextLine[], paper?: Paper): TextPen {
  let line: Matrix = IDENTITY;
  // How far the pen has gone since the line matrix was set, in text space.
  let x = 0;
  let y = 0;
  let advance = 0;
  const toPage = cachedProduct();
  const run: Run = { font: undefined, replacement: undefined, text: "", units: 0 };
  const takeGlyph = (code: number): void => addGlyph(run, code);
  const put = ({ matrix, size, all, seen }: Strip, current: TextLine, ink: Ink, mark: Mark | undefined) => {
    if (mark) includeRectangle(mark.box, matrix, all.from, y - DESCENT * size, all.to, y + ASCENT * size);
    if (paper === undefined || seen.from > seen.to) return;
    const box = emptyBox();
    includeRectangle(box, matrix, seen.from, y, seen.to, y + X_HEIGHT * size);
    putLetters(paper, { line: current, ink, box, inStructure: mark !== undefined });
  };
  /** Goes on to a glyph of the same line; not where it would begin another. */
  const takeStep = (step: GlyphStep, current: TextLine, font: Font, strip: Strip): boolean => {
    const { matrix: m, size, all, seen } = strip;
    const left = x + dxOf(step);
    const startX = m[0] * left + m[2] * y + m[4];
    if (!goesOn(current, startX)) return false;
    const code = codeOf(step);
    const text = font.texts[code] ?? "";
    const width = (unitsOf(font, code) * size) / 1000;
    font.shown[code] = 1;
    current.text += text;
    current.endX = startX + m[0] * width;
    grow(all, left, left + width);
    if (paper !== undefined && SEEN.test(text)) grow(seen, left, left + width);
    x = left;
    advance = width;
    return true;
  };
  return {
    begin: () => {
      line = IDENTITY;
      x = y = advance = 0;
    },
    setMatrix: (matrix) => {
      line = matrix;
      x = y = advance = 0;
    },
    move: (dx, dy) => {
      x += dx;
      y += dy;
      advance = 0;
    },
    show: (operation, { ctm, font, size, ink }, mark, replacement) => {
      if (font === undefined) return;
      run.font = font;
      run.replacement = replacement;
      run.text = "";
      run.units = 0;
      eachGlyph(operation, font.wide, takeGlyph);
      if (operation.code === SHOW_ARRAY) run.units -= sum(operation);
      const width = (run.units * size) / 1000;
      const m = toPage(line, ctm);
      const left = x + advance;
      const startX = m[0] * left + m[2] * y + m[4];
      const current = addToLines(mark?.lines ?? looseLines, {
        text: run.text,
        page,
        startX,
        endX: startX + m[0] * width,
        baseline: m[1] * left + m[3] * y + m[5],
        size: size * Math.hypot(m[2], m[3]),
        font,
        end: operation.end,
      });
      const all = { from: Math.min(left, left + width), to: Math.max(left, left + width) };
      put({ matrix: m, size, all, seen: SEEN.test(run.text) ? all : NOTHING }, current, ink, mark);
      advance += width;
    },
    showSteps: (source, at, { ctm, font, size, ink }, mark) => {
      const matrix = toPage(line, ctm);
      const lines = mark?.lines ?? looseLines;
      const current = lines[lines.length - 1];
      // Only along a level line do all of them have one baseline.
      if (font?.wide !== true || matrix[1] !== 0 || current === undefined) return at;
      const strip: Strip = { matrix, size, all: { ...NOTHING }, seen: { ...NOTHING } };
      let end = at;
      for (const step of stepsAt(source, at)) {
        if (!takeStep(step, current, font, strip)) break;
        end += lengthOf(step);
      }
      if (end === at) return at;
      current.end = end;
      put(strip, current, ink, mark);
      return end;
    },
  };
}

const NOTHING: Reach = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

function grow(reach: Reach, from: number, to: number): void {
  if (from < reach.from) reach.from = from;
  if (to > reach.to) reach.to = to;
}

/** The advance width of a glyph in thousandths of the font's size. */
const unitsOf = ({ widths }: Font, code: number): number => widths.byCode[code] ?? widths.other;

/** Multiplies two matrices, and remembers the product for as long as they are the same. */
function cachedProduct(): (inner: Matrix, outer: Matrix) => Matrix {
  let lastInner = IDENTITY;
  let lastOuter = IDENTITY;
  let product = IDENTITY;
  return (inner, outer) => {
    if (inner !== lastInner || outer !== lastOuter) {
      product = multiply(inner, outer);
      lastInner = inner;
      lastOuter = outer;
    }
    return product;
  };
}

function sum({ numbers, count }: Operation): number {
  let result = 0;
  for (let i = 0; i < count; i++) result += numbers[i] ?? 0;
  return result;
}

function addGlyph(run: Run, code: number): void {
  const { font, replacement } = run;
  if (font === undefined) return;
  font.shown[code] = 1;
  run.units += unitsOf(font, code);
  run.text += replacement === undefined ? (font.texts[code] ?? "") : replace(font, code, replacement);
}

/** The first glyph under a replacement text stands for all of it, the others for nothing. */
function replace(font: Font, code: number, replacement: Replacement): string {
  const text = replacement.used ? "" : replacement.text;
  replacement.used = true;
  // ToUnicode must not map to nothing: a zero width space is as good.
  if (font.texts[code] === undefined && !font.actualTexts.has(code))
    font.actualTexts.set(code, text || "\u200b");
  return text;
}
