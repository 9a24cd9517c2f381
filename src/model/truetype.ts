/** What can be read from a TrueType font without shaping text. */
export interface FontTables {
  /** The glyph of a code point; 0 where the font has none. */
  readonly glyph: (codePoint: number) => number;
  /** A glyph's advance width in em. */
  readonly width: (glyph: number) => number;
}

/** Opens a static TrueType font by its tables `cmap`, `head`, `hhea` and `hmtx`. Throws when one of them is missing. */
export function openFont(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = view.getUint16(tableOffset(view, "head") + 18);
  const metrics = view.getUint16(tableOffset(view, "hhea") + 34);
  const hmtx = tableOffset(view, "hmtx");
  return {
    glyph: glyphReader(view, tableOffset(view, "cmap")),
    // Glyphs past the last long metric share its advance (OpenType, hmtx).
    width: (glyph: number) => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm,
  };
}

function tableOffset(view: DataView, tag: string): number {
  const wanted = [...tag].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    if (view.getUint32(record) === wanted) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no “${tag}” table`);
}

/** The best Unicode character map of a font: format 12 (all of Unicode), else format 4 (the first 65,536). */
function glyphReader(view: DataView, cmap: number): (codePoint: number) => number {
  const maps = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    return { offset, format: view.getUint16(offset) };
  });
  const full = maps.find(({ format }) => format === 12);
  if (full) return (codePoint) => glyphOfFormat12(view, full.offset, codePoint);
  const basic = maps.find(({ format }) => format === 4);
  if (basic) return (codePoint) => glyphOfFormat4(view, basic.offset, codePoint);
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
