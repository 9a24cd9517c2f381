/** What can be read from a TrueType font without shaping text. */
export interface FontTables {
  /** The glyph of a code point; 0 where the font has none. */
  readonly glyph: (codePoint: number) => number;
  /** A glyph's advance width in em. */
  readonly width: (glyph: number) => number;
}

/** Gives a table of a font by its tag, such as `cmap`. Throws when the font has none. */
export type ReadTable = (tag: string) => Uint8Array;

/** Opens a static TrueType font, or what reads its tables, by `cmap`, `head`, `hhea` and `hmtx`. Throws when one of them is missing. */
export function openFont(font: Uint8Array | ReadTable): FontTables {
  const read = typeof font === "function" ? font : tablesIn(font);
  const table = (tag: string) => viewOf(read(tag));
  const unitsPerEm = table("head").getUint16(18);
  const metrics = table("hhea").getUint16(34);
  const hmtx = table("hmtx");
  return {
    glyph: glyphReader(table("cmap")),
    // Glyphs past the last long metric share its advance (OpenType, hmtx).
    width: (glyph: number) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) / unitsPerEm,
  };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

function tablesIn(bytes: Uint8Array): ReadTable {
  return (tag) => {
    const { offset, length } = placeOf(bytes, tag);
    return bytes.subarray(offset, offset + length);
  };
}

/** Where a table stands in a font's file, by the list at the file's beginning. Throws when the font has none. */
export function placeOf(
  beginning: Uint8Array,
  tag: string,
): { readonly offset: number; readonly length: number } {
  const view = viewOf(beginning);
  const wanted = [...tag].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    if (view.getUint32(record) === wanted)
      return { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) };
  }
  throw new Error(`the font has no “${tag}” table`);
}

/** The best Unicode character map of a font: format 12 (all of Unicode), else format 4 (the first 65,536). */
function glyphReader(cmap: DataView): (codePoint: number) => number {
  const maps = Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const offset = cmap.getUint32(4 + 8 * index + 4);
    return { offset, format: cmap.getUint16(offset) };
  });
  const full = maps.find(({ format }) => format === 12);
  if (full) return (codePoint) => glyphOfFormat12(cmap, full.offset, codePoint);
  const basic = maps.find(({ format }) => format === 4);
  if (basic) return (codePoint) => glyphOfFormat4(cmap, basic.offset, codePoint);
  throw new Error("the font has no Unicode character map of format 4 or 12");
}

function glyphOfFormat12(view: DataView, offset: number, codePoint: number): number {
  let low = 0;
  let high = view.getUint32(offset + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = offset + 16 + 12 * middle;
    if (codePoint < view.getUint32(group)) high = middle - 1;
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
  }
  return 0;
}

function glyphOfFormat4(view: DataView, offset: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const size = view.getUint16(offset + 6); // twice the number of segments
  const ends = offset + 14;
  for (let at = 0; at < size; at += 2) {
    if (view.getUint16(ends + at) < codePoint) continue;
    const start = view.getUint16(ends + size + 2 + at);
    if (start > codePoint) return 0;
    const delta = view.getUint16(ends + 2 * size + 2 + at);
    const rangeAt = ends + 3 * size + 2 + at;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
