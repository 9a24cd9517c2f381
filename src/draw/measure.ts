import { type FontTables, openFont, type ReadTable } from "../model/truetype.ts";

/** How a text is set: what decides its width. */
export interface TextFace {
  readonly family: string;
  /** In CSS pixels. */
  readonly size: number;
  /** CSS weight: 400, 600. */
  readonly weight: number;
}

/** The width of a text on one line, in CSS pixels. */
export type TextMeasure = (text: string, face: TextFace) => number;

/** A font as its file's bytes, or what reads its tables: static TrueType. */
export interface FontBytes {
  readonly family: string;
  readonly weight: number;
  readonly bytes: Uint8Array | ReadTable;
}

/**
 * Measures texts by the advance widths in the fonts themselves (tables `cmap` and `hmtx`). Kerning is left out:
 * it moves a label by less than 3 % and would cost a shaping engine. Of a family's weights the nearest one measures.
 * Throws when a family is asked for that no font has.
 */
export function createMeasure(fonts: readonly FontBytes[]): TextMeasure {
  const faces = fonts.map(({ family, weight, bytes }) => ({ family, weight, advance: advanceReader(bytes) }));
  return (text, { family, size, weight }) => {
    const [best] = faces
      .filter((face) => face.family === family)
      .sort((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight));
    if (!best) throw new Error(`no font of the family “${family}” was given for measuring text`);
    let sum = 0;
    for (const character of text) sum += best.advance(character.codePointAt(0) ?? 0);
    return sum * size;
  };
}

/** Reads a character's advance in em, each character once. */
function advanceReader(bytes: FontBytes["bytes"]): (codePoint: number) => number {
  const known = new Map<number, number>();
  let font: FontTables | null = null;
  return (codePoint) => {
    let advance = known.get(codePoint);
    if (advance === undefined) {
      font ??= openFont(bytes);
      advance = font.width(font.glyph(codePoint));
      known.set(codePoint, advance);
    }
    return advance;
  };
}
