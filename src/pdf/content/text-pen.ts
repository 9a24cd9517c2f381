import type { Font } from "../fonts/font.ts";
import { emptyBox, includeRectangle } from "./box.ts";
import type { Ink } from "./ink.ts";
import type { Replacement } from "./marking.ts";
import { type Mark, type TextLine, WIDE_GAP } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { eachGlyph } from "./operands.ts";
import { type Paper, putLetters } from "./paper.ts";
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
}

/** What one operator shows. One such object is used again and again: most of a document's operators show text. */
interface Run {
  readonly page: number;
  font: Font | undefined;
  replacement: Replacement | undefined;
  text: string;
  /** Advance width in thousandths of the font's size. */
  units: number;
  /** Where its operator ends. */
  end: number;
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
  const run: Run = { page, font: undefined, replacement: undefined, text: "", units: 0, end: 0 };
  const takeGlyph = (code: number): void => addGlyph(run, code);
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
      run.end = operation.end;
      eachGlyph(operation, font.wide, takeGlyph);
      if (operation.code === SHOW_ARRAY) run.units -= sum(operation);
      const width = (run.units * size) / 1000;
      const matrix = toPage(line, ctm);
      const left = x + advance;
      if (mark !== undefined)
        includeRectangle(mark.box, matrix, left, y - DESCENT * size, left + width, y + ASCENT * size);
      const lines = mark === undefined ? looseLines : mark.lines;
      addToLines(lines, run, { matrix, font, size, left, y, width });
      const current = lines[lines.length - 1];
      if (paper !== undefined && current !== undefined && SEEN.test(run.text)) {
        const box = emptyBox();
        includeRectangle(box, matrix, left, y, left + width, y + X_HEIGHT * size);
        putLetters(paper, { line: current, ink, box, inStructure: mark !== undefined });
      }
      advance += width;
    },
  };
}

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
  run.units += font.widths.byCode[code] ?? font.widths.other;
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

interface Extent {
  readonly matrix: Matrix;
  readonly font: Font;
  readonly size: number;
  readonly left: number;
  readonly y: number;
  readonly width: number;
}

/** Continues the last line, or begins another where the text does not go on where the last one ended. */
function addToLines(lines: TextLine[], run: Run, { matrix: m, font, size, left, y, width }: Extent): void {
  const startX = m[0] * left + m[2] * y + m[4];
  const baseline = m[1] * left + m[3] * y + m[5];
  const endX = startX + m[0] * width;
  const last = lines[lines.length - 1];
  if (last !== undefined && Math.abs(last.baseline - baseline) < 0.5 && follows(last, startX)) {
    last.text += run.text;
    last.endX = endX;
    last.font = font;
    last.end = run.end;
    return;
  }
  const { page, text, end } = run;
  const height = size * Math.hypot(m[2], m[3]);
  lines.push({ text, page, startX, endX, baseline, size: height, font, end, needsSpace: false });
}

function follows(last: TextLine, startX: number): boolean {
  return Math.abs(startX - last.endX) < WIDE_GAP * last.size;
}
