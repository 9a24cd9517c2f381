import type { Matrix } from "../content/matrix.ts";
import type { Font } from "../fonts/font.ts";
import type { GlyphShapes } from "./glyph-shapes.ts";
import type { Clip } from "./painted.ts";

/** A font with the shapes of its glyphs. */
export interface ShapedFont {
  readonly font: Font;
  readonly shapes: GlyphShapes;
}

/** What holds for all that is painted: where, how, and cut to what. Never changed, but replaced. */
export interface GraphicsState {
  readonly ctm: Matrix;
  /** Colours, line styles, transparency and the like: parameters by name, as they were written. */
  readonly parameters: ReadonlyMap<string, string>;
  /** All parameters as one text. */
  readonly style: string;
  readonly clip: Clip | null;
  readonly font: ShapedFont | undefined;
  readonly size: number;
}

/** The state at the beginning of a page, or of a form within another state. */
export function initialState(ctm: Matrix): GraphicsState {
  return { ctm, parameters: new Map(), style: "", clip: null, font: undefined, size: 1 };
}

/** A state with another value of some parameters. */
export function withParameters(
  state: GraphicsState,
  changes: Iterable<readonly [string, string]>,
): GraphicsState {
  const parameters = new Map([...state.parameters, ...changes]);
  const style = [...parameters]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name} ${value}`)
    .sort()
    .join(";");
  return { ...state, parameters, style };
}

/** How a state's space is stretched and turned on the page, without where it is: what a line's width depends on. */
export function stretch([a, b, c, d]: Matrix, scale = 1): string {
  return [a, b, c, d].map((value) => (value * scale).toFixed(3)).join(" ");
}
