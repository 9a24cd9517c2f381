import type { Font } from "../fonts/font.ts";
import type { Replacement } from "./marking.ts";
import type { Mark, TextLine } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { eachGlyph } from "./operands.ts";
import type { Paper } from "./paper.ts";
import { type Pen, showRun, showSteps, type TextState, unitsOf } from "./show-text.ts";
import { type Operation, operatorCode } from "./tokens.ts";

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

const SHOW_ARRAY = operatorCode("TJ");

/** A pen for the text of one page; text without a mark goes into `looseLines`, and all of it on the paper, if there is one. */
export function createTextPen(page: number, looseLines: TextLine[], paper?: Paper): TextPen {
  const pen: Pen = {
    page,
    looseLines,
    paper,
    toPage: cachedProduct(),
    line: IDENTITY,
    x: 0,
    y: 0,
    advance: 0,
  };
  const run: Run = { font: undefined, replacement: undefined, text: "", units: 0 };
  const takeGlyph = (code: number): void => addGlyph(run, code);
  const begin = (matrix: Matrix): void => {
    pen.line = matrix;
    pen.x = pen.y = pen.advance = 0;
  };
  return {
    begin: () => begin(IDENTITY),
    setMatrix: begin,
    move: (dx, dy) => {
      pen.x += dx;
      pen.y += dy;
      pen.advance = 0;
    },
    show: (operation, state, mark, replacement) => {
      const { font } = state;
      if (font === undefined) return;
      run.font = font;
      run.replacement = replacement;
      run.text = "";
      run.units = 0;
      eachGlyph(operation, font.wide, takeGlyph);
      if (operation.code === SHOW_ARRAY) run.units -= sum(operation);
      showRun(pen, run, state, mark, operation.end);
    },
    showSteps: (source, at, state, mark) => showSteps(pen, source, at, state, mark),
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
