import { withOutlines } from "./outlines.ts";
import { assemble, readTables, viewOf } from "./sfnt.ts";

/**
 * A font that shows only these characters, and else is the same: the same glyph numbers, widths and layout rules. Outlines of glyphs that no
 * character leads to directly (ligatures, variants) stay, since the layout rules may ask for them.
 */
export function lighter(font: Uint8Array, characters: Iterable<string>): Uint8Array {
  const tables = readTables(font);
  const cmap = tables.find(({ tag }) => tag === "cmap");
  const maxp = tables.find(({ tag }) => tag === "maxp");
  if (cmap === undefined || maxp === undefined) return font;
  const glyphOf = readCharacterMap(cmap.data);
  const wanted = new Set([...characters].map((character) => character.codePointAt(0)));
  const left = new Set([...glyphOf].flatMap(([code, glyph]) => (wanted.has(code) ? [] : [glyph])));
  for (const [code, glyph] of glyphOf) if (wanted.has(code)) left.delete(glyph);
  const count = viewOf(maxp.data).getUint16(4);
  const kept = Array.from({ length: count }, (_, glyph) => glyph).filter((glyph) => !left.has(glyph));
  return assemble(withOutlines(tables, kept));
}

const SEGMENTS = 4;
const GROUPS = 12;

/** Glyphs by code point (OpenType 1.9, `cmap` formats 4 and 12); later subtables add to earlier ones. */
function readCharacterMap(cmap: Uint8Array): Map<number, number> {
  const view = viewOf(cmap);
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(2); i++) {
    const table = viewOf(cmap.subarray(view.getUint32(4 + i * 8 + 4)));
    const format = table.getUint16(0);
    if (format === SEGMENTS) readSegments(table, glyphs);
    else if (format === GROUPS) readGroups(table, glyphs);
  }
  return glyphs;
}

function readSegments(table: DataView, glyphs: Map<number, number>): void {
  const doubled = table.getUint16(6);
  const [ends, starts] = [14, 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const [start, end] = [table.getUint16(starts + at), table.getUint16(ends + at)];
    const [delta, offset] = [table.getUint16(deltas + at), table.getUint16(offsets + at)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = offset === 0 ? code : table.getUint16(offsets + at + offset + (code - start) * 2);
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readGroups(table: DataView, glyphs: Map<number, number>): void {
  for (let i = 0; i < table.getUint32(12); i++) {
    const at = 16 + i * 12;
    const [start, end, first] = [table.getUint32(at), table.getUint32(at + 4), table.getUint32(at + 8)];
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
  }
}
