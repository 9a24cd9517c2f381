import type { Font } from "../fonts/font.ts";
import type { GraphicsState, Ink } from "./ink.ts";
import type { Matrix } from "./matrix.ts";
import type { Paper } from "./paper.ts";

/** An XObject that a content stream draws. */
export type DrawnObject =
  | { readonly kind: "image" }
  /** A form: whether it holds marks of its own, its bounding box and its matrix. */
  | {
      readonly kind: "form";
      readonly tagged: boolean;
      readonly box: readonly number[];
      readonly matrix: Matrix;
    };

/** What a content stream needs to know from outside. */
export interface Surroundings {
  /** Object number of the stream, index of its page. */
  readonly id: number;
  readonly page: number;
  /** The transformation that holds at its beginning. */
  readonly ctm: Matrix;
  /** The font of that resource name. */
  readonly font: (name: string) => Font | undefined;
  /** The XObject of that resource name, drawn under that transformation, in that ink. */
  readonly draw: (name: string, ctm: Matrix, ink: Ink) => DrawnObject | undefined;
  /** The graphics state of that resource name. */
  readonly graphics?: (name: string) => GraphicsState | undefined;
  /** The ink that holds at its beginning. */
  readonly ink?: Ink;
  /** The page on which all that is painted is put; without it nobody asks what lies over what, and in which ink. */
  readonly paper?: Paper;
}
