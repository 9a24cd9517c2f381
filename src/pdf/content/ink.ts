import type { Box } from "./box.ts";

/** Red, green and blue from 0 to 1; null where it is no plain colour: a pattern, a colour space of its own. */
export type Colour = readonly [number, number, number] | null;

/** How things are painted at a moment. One such object holds until something of it changes. */
export interface Ink {
  /** Colour that fills letters and areas. */
  readonly colour: Colour;
  /** How much of it is laid on, 0 to 1. */
  readonly alpha: number;
  /** Text rendering mode (ISO 32000-2, 9.3.6): 0 fills, 3 shows nothing, 7 only clips. */
  readonly mode: number;
  /** Whether a soft mask thins it. */
  readonly masked: boolean;
  /** What the clip leaves at most; null where nothing clips. */
  readonly clip: Box | null;
}

/** What a graphics state of the resources says of ink. */
export interface GraphicsState {
  readonly alpha: number | undefined;
  readonly masked: boolean | undefined;
}

/** The ink at the beginning of a page: black, full. */
export const BLACK_INK: Ink = { colour: [0, 0, 0], alpha: 1, mode: 0, masked: false, clip: null };

/** The colour that `g`, `rg` or `k` set, by the number of their operands. */
export function colourOf(numbers: Float64Array, count: 1 | 3 | 4): Colour {
  const [a = 0, b = 0, c = 0, black = 0] = numbers;
  if (count === 1) return [a, a, a];
  return count === 3 ? [a, b, c] : [(1 - a) * (1 - black), (1 - b) * (1 - black), (1 - c) * (1 - black)];
}

/** What two rectangles have in common; null stands for everything. */
export function common(a: Box | null, b: Box): Box {
  if (a === null) return b;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
