import { areaOf, type Box } from "../pdf/content/box.ts";
import type { Colour } from "../pdf/content/ink.ts";
import type { Area, Letters } from "../pdf/content/paper.ts";
import type { Complaints } from "./complaints.ts";
import type { Finished } from "./reading/finished.ts";

/** Letters of fewer points nobody reads. */
const SMALLEST = 4;
/** Letters that are laid on with less than this are not seen. */
const FAINTEST = 0.35;
/** Contrast (WCAG 2.2, from 1 to 21) that letters must have with what is below them; the palest grey of a mark that can be read has more. */
const LEAST_CONTRAST = 1.6;
/** A part of the letters this large must be left by the clip, and by what lies above them. */
const SEEN = 0.5;

const WHITE = [1, 1, 1] as const;
/** Text rendering modes that paint nothing: 3, and 7, which only clips. */
const UNPAINTED: ReadonlySet<number> = new Set([3, 7]);

/** Every letter that the document holds can be seen: no invisible, transparent, tiny, covered or clipped ones, none in the colour of their ground. */
export function checkInk({ papers }: Finished, complaints: Complaints): void {
  papers.forEach(({ letters, areas }, page) => {
    for (const piece of letters) {
      const reason = unseenBecause(piece, areas);
      if (reason === null) continue;
      complaints.error({
        code: "unseen-text",
        page,
        message: `“${piece.line.text.trim()}”, or a part of it, cannot be seen: ${reason}`,
        hints: [
          "look for what hides it in templates/styles: colour, opacity, size, clipping, something above it",
        ],
      });
    }
  });
}

function unseenBecause(piece: Letters, areas: readonly Area[]): string | null {
  const { ink, line, box } = piece;
  if (UNPAINTED.has(ink.mode)) return "it is not painted";
  if (ink.alpha < FAINTEST) return `it is laid on with ${Math.round(ink.alpha * 100)}% of its colour`;
  if (ink.masked) return "a mask lies over it";
  if (line.size < SMALLEST) return `its letters are ${line.size.toFixed(1)} points high`;
  if (ink.clip !== null && shareOf(box, ink.clip) < SEEN) return "it is clipped";
  if (isCovered(piece, areas)) return "something is painted over it";
  const ground = groundOf(piece, areas);
  if (ground === null || ink.colour === null) return null;
  const contrast = contrastOf(mixed(ink.colour, ground, ink.alpha), ground);
  return contrast < LEAST_CONTRAST
    ? `its colour is that of what is below it (contrast ${contrast.toFixed(2)})`
    : null;
}

/** How much of a box lies in another, 0 to 1. */
function shareOf(box: Box, other: Box): number {
  const width = Math.min(box[2], other[2]) - Math.max(box[0], other[0]);
  const height = Math.min(box[3], other[3]) - Math.max(box[1], other[1]);
  return width > 0 && height > 0 ? (width * height) / areaOf(box) : 0;
}

/** Whether one of the rectangles that were painted later covers the letters. */
function isCovered({ box, above }: Letters, areas: readonly Area[]): boolean {
  for (let index = above; index < areas.length; index++) {
    const area = areas[index];
    if (area && area.colour !== null && shareOf(box, area.box) > SEEN) return true;
  }
  return false;
}

/** The colour below the middle of the letters: of the last area that was painted there before, else white; null where it is not known. */
function groundOf({ box, above }: Letters, areas: readonly Area[]): Colour {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  for (let index = above - 1; index >= 0; index--) {
    const area = areas[index];
    if (area && area.box[0] <= x && x <= area.box[2] && area.box[1] <= y && y <= area.box[3])
      return area.colour;
  }
  return WHITE;
}

type Plain = readonly [number, number, number];

function mixed(colour: Plain, ground: Plain, alpha: number): Plain {
  const mix = (index: 0 | 1 | 2) => colour[index] * alpha + ground[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}

/** Contrast ratio (WCAG 2.2, “contrast ratio”). */
function contrastOf(a: Plain, b: Plain): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance([red, green, blue]: Plain): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
