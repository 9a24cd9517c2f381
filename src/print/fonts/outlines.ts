import { type Table, viewOf } from "./sfnt.ts";

/** The tables with only the outlines of some glyphs, and of what these are put together from. */
export function withOutlines(tables: readonly Table[], glyphs: Iterable<number>): Table[] {
  return changeOutlines(tables, (outlines) => {
    const kept = withComponents(outlines, glyphs);
    return outlines.map((outline, glyph) => (kept.has(glyph) ? outline : NOTHING));
  });
}

/** The tables with other outlines (OpenType 1.9, `glyf` and `loca`); `change` is given those of all glyphs, by number. */
export function changeOutlines(
  tables: readonly Table[],
  change: (outlines: readonly Uint8Array[]) => readonly Uint8Array[],
): Table[] {
  const dataOf = (tag: string) => tables.find((table) => table.tag === tag)?.data ?? new Uint8Array();
  const head = Uint8Array.from(dataOf("head"));
  const outlines = readOutlines(dataOf("glyf"), dataOf("loca"), viewOf(head).getInt16(INDEX_FORMAT));
  const { glyf, loca } = writeOutlines(change(outlines));
  viewOf(head).setInt16(INDEX_FORMAT, 1);
  const written: Record<string, Uint8Array> = { glyf, loca, head };
  return tables.map(({ tag, data }) => ({ tag, data: written[tag] ?? data }));
}

/** Place of indexToLocFormat in `head`: 0 for halved offsets of two bytes, 1 for offsets of four. */
const INDEX_FORMAT = 50;

/** A glyph that paints nothing. */
export const NOTHING = new Uint8Array();

function readOutlines(glyf: Uint8Array, loca: Uint8Array, format: number): Uint8Array[] {
  const view = viewOf(loca);
  const count = loca.length / (format === 0 ? 2 : 4) - 1;
  const offset = (i: number) => (format === 0 ? view.getUint16(i * 2) * 2 : view.getUint32(i * 4));
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

/** These glyphs, the missing one (0), and all that composite ones among them refer to. */
function withComponents(outlines: readonly Uint8Array[], glyphs: Iterable<number>): Set<number> {
  const kept = new Set<number>();
  const waiting = [0, ...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (kept.has(glyph)) continue;
    kept.add(glyph);
    waiting.push(...componentsOf(outlines[glyph] ?? NOTHING));
  }
  return kept;
}

const HEADER = 10;
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const SCALES = 0x0040;
const MATRIX = 0x0080;

function componentsOf(outline: Uint8Array): number[] {
  const view = viewOf(outline);
  if (outline.length < HEADER || view.getInt16(0) >= 0) return [];
  const components: number[] = [];
  let flags = MORE;
  for (let at = HEADER; flags & MORE; ) {
    flags = view.getUint16(at);
    components.push(view.getUint16(at + 2));
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
  }
  return components;
}

function writeOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array((outlines.length + 1) * 4);
  const view = viewOf(loca);
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + padded(length), 0));
  let offset = 0;
  outlines.forEach((outline, glyph) => {
    view.setUint32(glyph * 4, offset);
    glyf.set(outline, offset);
    offset += padded(outline.length);
  });
  view.setUint32(outlines.length * 4, offset);
  return { glyf, loca };
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
