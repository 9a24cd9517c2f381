import type { Font } from "../fonts/font.ts";
import { type Box, includeRectangle } from "./box.ts";
import type { Replacement } from "./marking.ts";
import { type TextLine, WIDE_GAP } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { eachGlyph } from "./operands.ts";
import { type Operation, operatorCode } from "./tokens.ts";

/** Height above and depth below the baseline that a line of text is taken to cover, as parts of the font's size. */
const ASCENT = 0.88;
const DESCENT = 0.22;

/** Where shown text goes: a mark's lines and box, or the text outside of the structure. */
export interface TextTarget {
  readonly lines: TextLine[];
  readonly box: Box | undefined;
  readonly replacement: Replacement | undefined;
}

/** The position in a text object, and what it shows. */
export interface TextPen {
  /** BT. */
  readonly begin: () => void;
  /** Tm. */
  readonly setMatrix: (matrix: Matrix) => void;
  /** Td. */
  readonly move: (x: number, y: number) => void;
  /** Tj, TJ. */
  readonly show: (operation: Operation, font: Font, size: number, ctm: Matrix, target: TextTarget) => void;
}

const SHOW_ARRAY = operatorCode("TJ");

/** A pen for the text of one page. */
export function createTextPen(page: number): TextPen {
  let line: Matrix = IDENTITY;
  // How far the pen has gone since the line matrix was set, in text space.
  let x = 0;
  let y = 0;
  let advance = 0;
  // The glyphs of the operator at hand; kept out here so that showing makes no closures.
  let font: Font;
  let text = "";
  let units = 0;
  let replacement: Replacement | undefined;
  const takeGlyph = (code: number): void => {
    font.shown[code] = 1;
    units += font.widths.byCode[code] ?? font.widths.other;
    if (replacement === undefined) text += font.texts[code] ?? "";
    else text += replace(font, code, replacement);
  };
  const show: TextPen["show"] = (operation, showFont, size, ctm, target) => {
    font = showFont;
    text = "";
    units = 0;
    replacement = target.replacement;
    eachGlyph(operation, font.wide, takeGlyph);
    if (operation.code === SHOW_ARRAY)
      for (let i = 0; i < operation.count; i++) units -= operation.numbers[i] ?? 0;
    const width = (units * size) / 1000;
    const m = multiply(line, ctm);
    const left = x + advance;
    if (target.box !== undefined)
      includeRectangle(target.box, m, left, y - DESCENT * size, left + width, y + ASCENT * size);
    addText(target.lines, m, { page, font, end: operation.end, text, left, right: left + width, y, size });
    advance += width;
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
    show,
  };
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

interface Shown {
  readonly page: number;
  readonly font: Font;
  readonly end: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Continues the last line, or begins another where the text does not go on where the last one ended. */
function addText(lines: TextLine[], m: Matrix, shown: Shown): void {
  const startX = m[0] * shown.left + m[2] * shown.y + m[4];
  const baseline = m[1] * shown.left + m[3] * shown.y + m[5];
  const endX = startX + m[0] * (shown.right - shown.left);
  const last = lines[lines.length - 1];
  const size = shown.size * Math.hypot(m[2], m[3]);
  if (
    last !== undefined &&
    Math.abs(last.baseline - baseline) < 0.5 &&
    Math.abs(startX - last.endX) < WIDE_GAP * size
  ) {
    last.text += shown.text;
    last.endX = endX;
    last.font = shown.font;
    last.end = shown.end;
    return;
  }
  const { page, font, end, text } = shown;
  lines.push({ text, page, startX, endX, baseline, size, font, end, needsSpace: false });
}
