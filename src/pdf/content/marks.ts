import type { Font } from "../fonts/font.ts";
import type { Box } from "./box.ts";

/** What a piece of content paints, as bits. */
export const PAINTS = { text: 1, path: 2, image: 4, form: 8 } as const;

/** Text that stands on one line, without a break. Lengths are in points, from the page's lower left corner. */
export interface TextLine {
  text: string;
  readonly page: number;
  readonly startX: number;
  endX: number;
  /** Height of the baseline at the line's start. */
  readonly baseline: number;
  /** Height of the font's em on the page. */
  readonly size: number;
  /** The font of the last glyph, and where in the stream its operator ends. */
  font: Font;
  end: number;
  /** Set when a space that the browser left out must be put in at `end`. */
  needsSpace: boolean;
}

/** A marked-content sequence with an MCID: the leaf of the structure tree. */
export interface Mark {
  /** Object number of the content stream in which it stands: a page's, or that of a form. */
  readonly stream: number;
  /** Its marked-content identifier in that stream. */
  readonly id: number;
  /** Index of the page, from 0. */
  readonly page: number;
  readonly tag: string;
  /** Where its BDC begins and ends in the stream. */
  readonly begin: number;
  readonly beginEnd: number;
  readonly lines: TextLine[];
  /** Bits of `PAINTS`. */
  paints: number;
  /** What it covers on the page; empty if it paints nothing. */
  readonly box: Box;
  /** Set by the finish stage: it is decoration or a repetition, and no longer part of the structure. */
  artifact: boolean;
}

/** What a content stream holds. */
export interface StreamContent {
  /** Object number of the stream. */
  readonly id: number;
  readonly page: number;
  /** Its operators, one UTF-16 unit per byte. */
  readonly source: string;
  /** Its marks; the index is the MCID. */
  readonly marks: (Mark | undefined)[];
  /** Runs of painting operators outside of all marked content. */
  readonly untagged: { readonly start: number; readonly end: number }[];
  /** Text outside of the structure: margin boxes. */
  readonly looseLines: TextLine[];
  /** On a page that Chromium printed: the page area without its margins, as far as a clip tells it. */
  pageArea: Box | undefined;
}

/** The text of a mark, its lines joined. */
export function markText(mark: Mark): string {
  let text = "";
  for (const line of mark.lines) text += line.text;
  return text;
}

/** A gap of so many ems between pieces of text on one line sets them apart; justified text has narrower ones. */
export const WIDE_GAP = 0.6;
