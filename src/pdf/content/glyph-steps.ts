import { hex4 } from "../objects/parse.ts";

/** How Chromium writes text, glyph by glyph: `5.4 0 Td <0012> Tj`, each on a line of its own; about as many as a line of text has. */
const STEPS = /(?:\n-?\d+\.?\d* 0 Td <[\dA-F]{4}> Tj){1,128}(?=\s)/y;
const BEGIN = "\n".length;
const END = "> Tj";
/** What stands in a step behind the number that it goes to the right. */
const BEHIND = " 0 Td <0012".length;

/** A step from one glyph to the next without its end: `5.4 0 Td <0012`. */
export type GlyphStep = string;

/**
 * The steps that follow on each other from a place in a content stream. Most of a page is such steps: found together by their pattern, they take a
 * third less time than operator by operator.
 */
export function stepsAt(source: string, at: number): readonly GlyphStep[] {
  STEPS.lastIndex = at;
  if (!STEPS.test(source)) return [];
  return source.slice(at + BEGIN, STEPS.lastIndex - END.length).split(`${END}\n`);
}

/** How far a step goes to the right, in text space. */
export const dxOf = (step: GlyphStep): number => Number(step.slice(0, -BEHIND));

/** The code of the glyph that a step shows, of two bytes. */
export const codeOf = (step: GlyphStep): number => hex4(step, step.length - 4);

/** How much of the stream a step takes. */
export const lengthOf = (step: GlyphStep): number => BEGIN + step.length + END.length;
