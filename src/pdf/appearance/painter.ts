import { type Box, emptyBox, includePoint } from "../content/box.ts";
import type { Matrix } from "../content/matrix.ts";
import type { Operation } from "../content/tokens.ts";
import type { GraphicsState, ShapedFont } from "./graphics-state.ts";
import type { Clip, Painted } from "./painted.ts";
import type { WordPen } from "./word-pen.ts";

/** What a content stream needs to know from outside. */
export interface PaintSurroundings {
  readonly ctm: Matrix;
  readonly clip: Clip | null;
  /** The font of that resource name. */
  readonly font: (name: string) => ShapedFont | undefined;
  /** Key of a resource's content by its kind (`ColorSpace`, `Pattern`) and name. */
  readonly key: (kind: string, name: string) => string;
  /** Entries of an extended graphics state, each by a key of its content. */
  readonly graphicsState: (name: string) => readonly (readonly [string, string])[];
  /** Paints the form of that resource name; false if it is a picture. */
  readonly form: (name: string, state: GraphicsState, emit: (painted: Painted) => void) => boolean;
}

/** The running state of the reading of a content stream. */
export interface Painter {
  readonly surroundings: PaintSurroundings;
  readonly emit: (painted: Painted) => void;
  readonly pen: WordPen;
  readonly saved: GraphicsState[];
  /** Whether each open marked-content sequence is part of the structure. */
  readonly marked: boolean[];
  state: GraphicsState;
  /** The path under construction: its operators, and its points on the page. */
  path: string;
  points: number[];
  /** Rule of a clip that takes effect with the end of the path. */
  clip: string;
}

/** What an operator does. */
export type Handler = (painter: Painter, operation: Operation) => void;

/** The operands as they were written. */
export function operands({ text, start, at }: Operation): string {
  return text.slice(start, at).trim();
}

/** The operator itself. */
export function operator({ text, at, end }: Operation): string {
  return text.slice(at, end);
}

/** Whether what is painted now is outside of the structure. */
export const isOutside = ({ marked }: Painter): boolean => !marked.includes(true);

/** Something painted in the state that holds now. */
export function paintedBy(
  painter: Painter,
  { kind, what, where }: Pick<Painted, "kind" | "what" | "where">,
): Painted {
  const { state } = painter;
  return {
    kind,
    what,
    where,
    clip: state.clip,
    box: boxOf(where),
    text: "",
    spaced: false,
    outside: isOutside(painter),
  };
}

function boxOf(where: readonly number[]): Box {
  const box = emptyBox();
  for (let i = 0; i + 1 < where.length; i += 2)
    includePoint(box, [1, 0, 0, 1, 0, 0], where[i] ?? 0, where[i + 1] ?? 0);
  return box;
}

/** Corners of the unit square, on which pictures are painted, on the page. */
export function unitSquare([a, b, c, d, e, f]: Matrix): number[] {
  return [e, f, a + e, b + f, a + c + e, b + d + f, c + e, d + f];
}
