import { arrayAt, asDict, dictAt, nameAt, resolve } from "../objects/access.ts";
import type { PdfFile } from "../objects/file.ts";
import { decodeStream } from "../objects/streams.ts";
import { type Dict, isStream, type Ref } from "../objects/values.ts";
import { hash, type ResourceKeys } from "./resource-keys.ts";

/**
 * The shape of each glyph of a font as a key: the same for the same outline in another subset, where its number is another. Empty for a
 * glyph that paints nothing.
 */
export type GlyphShapes = (code: number) => string;

/** The shapes of a font's glyphs. Those of a font that is not TrueType are told apart by the whole font. */
export function glyphShapes(file: PdfFile, font: Ref, keys: ResourceKeys): GlyphShapes {
  const program = trueTypeProgram(file, asDict(file.get(font.id)) ?? new Map());
  if (program === undefined) return (code) => `${keys(font)}.${code}`;
  const known = new Map<number, string>();
  const read = outlineReader(program);
  return (code) => {
    const found = known.get(code);
    if (found !== undefined) return found;
    const key = read(code);
    known.set(code, key);
    return key;
  };
}

/** The font program of a composite TrueType font whose codes are glyph numbers; undefined for any other font. */
function trueTypeProgram(file: PdfFile, font: Dict): Uint8Array | undefined {
  const descendant = asDict(resolve(file, arrayAt(file, font, "DescendantFonts")[0]));
  if (descendant === undefined || nameAt(file, descendant, "Subtype") !== "CIDFontType2") return undefined;
  if (nameAt(file, font, "Encoding") !== "Identity-H") return undefined;
  if ((descendant.get("CIDToGIDMap") ?? "/Identity") !== "/Identity") return undefined;
  const descriptor = dictAt(file, descendant, "FontDescriptor");
  const program = descriptor && resolve(file, descriptor.get("FontFile2"));
  return program !== undefined && isStream(program) ? decodeStream(program) : undefined;
}

/** Reads outlines from the tables `head`, `loca`, `glyf`; all that bears upon every glyph (units, hinting programs) is in each key. */
function outlineReader(bytes: Uint8Array): GlyphShapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const table = (tag: string): Uint8Array => {
    const { offset, length } = tables.get(tag) ?? { offset: 0, length: 0 };
    return bytes.subarray(offset, offset + length);
  };
  const head = table("head");
  const long = at(head, 50) !== 0;
  const loca = table("loca");
  const glyf = table("glyf");
  const common = hash([...["cvt ", "fpgm", "prep"].map((tag) => hash(table(tag))), at(head, 18)].join());
  const place = (glyph: number): number =>
    long ? at(loca, 4 * glyph) * 65536 + at(loca, 4 * glyph + 2) : at(loca, 2 * glyph) * 2;
  const outline = (glyph: number): Uint8Array => glyf.subarray(place(glyph), place(glyph + 1));
  const bearing = bearings(table("hhea"), table("hmtx"));
  const describe = (glyph: number, depth: number): string => {
    const data = outline(glyph);
    if (data.length === 0) return "";
    // A composite glyph of more levels than any font has: a font that holds itself.
    const parts =
      at(data, 0) < 0x8000 || depth > 8
        ? hash(trimmed(data))
        : compositeKey(data, (part) => describe(part, depth + 1));
    return hash(`${common} ${bearing(glyph)} ${parts}`);
  };
  return (glyph) => describe(glyph, 0);
}

function tablesOf(view: DataView): Map<string, { offset: number; length: number }> {
  const records = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  return new Map(
    records.map((record) => {
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
      return [tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) }];
    }),
  );
}

/** A 16-bit number; 0 past the end. */
function at(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) * 256 + (bytes[offset + 1] ?? 0);
}

/** Left side bearings: an outline is shifted to its own (OpenType, hmtx). */
function bearings(hhea: Uint8Array, hmtx: Uint8Array): (glyph: number) => number {
  const metrics = at(hhea, 34);
  return (glyph) => at(hmtx, glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics));
}

/** A glyph's data without the zeros that fill it up; it says itself how long it is. */
function trimmed(data: Uint8Array): Uint8Array {
  let end = data.length;
  while (end > 0 && data[end - 1] === 0) end--;
  return data.subarray(0, end);
}

/** Flags of a composite glyph's component (OpenType, glyf). */
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const TWO_BY_TWO = 0x80;

/** A glyph made of others: where each stands, and what it looks like; its number is of no account. */
function compositeKey(data: Uint8Array, shapeOf: (glyph: number) => string): string {
  const parts = [hash(data.subarray(0, 10))];
  let offset = 10;
  let flags = MORE;
  while ((flags & MORE) !== 0 && offset < data.length) {
    flags = at(data, offset);
    const start = offset + 4;
    const scales = (flags & SCALE ? 2 : 0) + (flags & TWO_SCALES ? 4 : 0) + (flags & TWO_BY_TWO ? 8 : 0);
    const end = start + (flags & WORDS ? 4 : 2) + scales;
    parts.push(`${flags} ${shapeOf(at(data, offset + 2))} ${hash(data.subarray(start, end))}`);
    offset = end;
  }
  return hash([...parts, hash(trimmed(data.subarray(offset)))].join());
}
