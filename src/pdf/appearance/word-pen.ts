import { type Box, emptyBox, includeRectangle } from "../content/box.ts";
import { IDENTITY, type Matrix, multiply } from "../content/matrix.ts";
import { type GraphicsState, stretch } from "./graphics-state.ts";
import type { Painted } from "./painted.ts";

/** Height above and depth below the baseline that a word is taken to cover, as parts of the font's size. */
const ASCENT = 0.88;
const DESCENT = 0.22;

/** A gap of so many ems sets words apart: more than kerning, less than a justified space. */
const GAP = 0.15;

/** The position in a text object; words are handed over when they are whole. */
export interface WordPen {
  /** BT and ET. */
  readonly begin: () => void;
  readonly end: () => void;
  /** Tm. */
  readonly setMatrix: (matrix: Matrix) => void;
  /** Td. */
  readonly move: (x: number, y: number) => void;
  /** Shows the glyph of a code. */
  readonly show: (code: number, state: GraphicsState, outside: boolean) => void;
  /** A number in the array of TJ: thousandths of the font's size, backwards. */
  readonly shift: (thousandths: number, size: number) => void;
}

interface Word {
  readonly style: string;
  readonly state: GraphicsState;
  readonly outside: boolean;
  readonly spaced: boolean;
  readonly kind: CharacterKind;
  readonly baseline: number;
  readonly size: number;
  readonly shapes: string[];
  readonly where: number[];
  readonly box: Box;
  text: string;
  endX: number;
}

/** Digits and letters are apart, so that a changed number is marked without its unit; an ideograph is a word of its own. */
type CharacterKind = "number" | "letter" | "ideograph";

/** A pen for the words of one content stream. */
export function createWordPen(emit: (painted: Painted) => void): WordPen {
  let matrix: Matrix = IDENTITY;
  // Where the next glyph goes, and where the line began, in text space.
  let x = 0;
  let y = 0;
  let lineX = 0;
  let word: Word | undefined;
  let spaced = true;
  let last = { endX: Number.NEGATIVE_INFINITY, baseline: Number.NEGATIVE_INFINITY };

  const flush = (): void => {
    if (word !== undefined) emit(painted(word));
    word = undefined;
  };
  const moveTo = (toX: number, toY: number): void => {
    lineX = x = toX;
    y = toY;
  };
  const show: WordPen["show"] = (code, state, outside) => {
    if (state.font === undefined) return;
    const { font, shapes } = state.font;
    const toPage = multiply(matrix, state.ctm);
    const width = ((font.widths.byCode[code] ?? font.widths.other) * state.size) / 1000;
    const [px, py] = pointOf(toPage, x, y);
    const shape = shapes(code);
    const text = font.texts[code] ?? "";
    if (shape === "") {
      flush();
      spaced = true;
    } else {
      const size = state.size * Math.hypot(toPage[2], toPage[3]);
      const glyph = { text, px, py, size, style: styleOf(state, toPage), outside };
      if (word === undefined || !continues(word, glyph, state)) {
        flush();
        if (isApart(last, glyph)) spaced = true;
        word = newWord(glyph, state, spaced);
        spaced = false;
      }
      add(word, glyph, shape);
      includeRectangle(word.box, toPage, x, y - DESCENT * state.size, x + width, y + ASCENT * state.size);
      last = { endX: pointOf(toPage, x + width, y)[0], baseline: py };
      word.endX = last.endX;
    }
    x += width;
  };
  const setMatrix = (next: Matrix): void => {
    matrix = next;
    moveTo(0, 0);
  };
  return {
    begin: () => setMatrix(IDENTITY),
    end: flush,
    setMatrix,
    move: (dx, dy) => moveTo(lineX + dx, y + dy),
    show,
    shift: (thousandths, size) => {
      x -= (thousandths * size) / 1000;
    },
  };
}

interface Glyph {
  readonly text: string;
  readonly px: number;
  readonly py: number;
  readonly size: number;
  readonly style: string;
  readonly outside: boolean;
}

function add(word: Word, { text, px, py }: Glyph, shape: string): void {
  word.text += text;
  word.shapes.push(shape);
  word.where.push(px, py);
}

/** Whether a glyph stands on another line than the one before, or a space's width from it. */
function isApart(
  last: { readonly endX: number; readonly baseline: number },
  { px, py, size }: Pick<Glyph, "px" | "py" | "size">,
): boolean {
  return Math.abs(py - last.baseline) > size / 2 || Math.abs(px - last.endX) > GAP * size;
}

function newWord({ text, py, size, style, outside }: Glyph, state: GraphicsState, spaced: boolean): Word {
  return {
    style,
    state,
    outside,
    spaced,
    kind: kindOf(text),
    baseline: py,
    size,
    shapes: [],
    where: [],
    box: emptyBox(),
    text: "",
    endX: 0,
  };
}

function continues(word: Word, { text, px, py, style, outside }: Glyph, { clip }: GraphicsState): boolean {
  return (
    word.style === style &&
    word.outside === outside &&
    word.state.clip === clip &&
    Math.abs(py - word.baseline) < 0.05 &&
    Math.abs(px - word.endX) < GAP * word.size &&
    goesOn(word, text)
  );
}

/** A point or a comma goes on with a number; that it ends one is seen only with what follows, and does no harm. */
function goesOn({ kind }: Word, text: string): boolean {
  if (kind === "number") return kindOf(text) === "number" || /^[.,%％‰]$/.test(text);
  return kind === "letter" && kindOf(text) === "letter";
}

function kindOf(text: string): CharacterKind {
  if (/^[\p{Nd}+−-]/u.test(text)) return "number";
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(text)
    ? "ideograph"
    : "letter";
}

function painted({ style, shapes, where, state, box, text, spaced, outside }: Word): Painted {
  const { clip } = state;
  return { kind: "text", what: `${style} ${shapes.join(" ")}`, where, clip, box, text, spaced, outside };
}

function pointOf(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function styleOf({ style, size }: GraphicsState, toPage: Matrix): string {
  return `${style} ${stretch(toPage, size)}`;
}
