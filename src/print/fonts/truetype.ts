import { withOutlines } from "./outlines.ts";
import { assemble, readTables, viewOf } from "./sfnt.ts";

/** Tables of a TrueType file that a PDF needs of it (ISO 32000-2, 9.9); layout tables are of no use once text is set. */
const NEEDED = new Set(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]);

/**
 * A TrueType file with only the tables that a PDF needs (OpenType 1.9, “Organization of an OpenType Font”), and only the outlines of these
 * glyphs. All glyphs keep their numbers.
 */
export function embeddable(font: Uint8Array, glyphs: Iterable<number>): Uint8Array {
  return assemble(
    withOutlines(
      readTables(font).filter(({ tag }) => NEEDED.has(tag)),
      glyphs,
    ),
  );
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** A font's PostScript name, from its `name` table; empty without one. */
export function postScriptName(font: Uint8Array): string {
  const table = readTables(font).find(({ tag }) => tag === "name");
  if (table === undefined) return "";
  const view = viewOf(table.data);
  const strings = view.getUint16(4);
  for (let i = 0; i < view.getUint16(2); i++) {
    const record = 6 + i * 12;
    if (view.getUint16(record) !== WINDOWS || view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + view.getUint16(record + 10);
    const bytes = table.data.subarray(start, start + view.getUint16(record + 8));
    return new TextDecoder("utf-16be").decode(bytes);
  }
  return "";
}
