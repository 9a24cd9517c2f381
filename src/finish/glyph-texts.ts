import { asDict, resolve } from "../pdf/objects/access.ts";
import { decodeStreamText, flateStream } from "../pdf/objects/streams.ts";
import { isRef, isStream } from "../pdf/objects/values.ts";
import type { PdfReading } from "../pdf/read.ts";

/**
 * Enters into each font's ToUnicode map the glyphs whose text only an ActualText told (ligatures, variants): every glyph must have
 * a text of its own. Gives the number of glyphs.
 */
export function mendGlyphTexts({ file, fonts }: PdfReading): number {
  let count = 0;
  for (const font of fonts.values()) {
    if (font.actualTexts.size === 0) continue;
    const dict = asDict(file.get(font.id));
    if (dict === undefined) continue;
    const entry = dict.get("ToUnicode");
    const stream = resolve(file, entry);
    const source = isStream(stream) ? decodeStreamText(stream) : emptyMap(font.wide);
    const mended = flateStream(withEntries(source, font.actualTexts, font.wide));
    if (isRef(entry)) file.set(entry.id, mended);
    else dict.set("ToUnicode", file.add(mended));
    count += font.actualTexts.size;
  }
  return count;
}

/** A ToUnicode map of these texts by glyph code (ISO 32000-2, 9.10.3). */
export function toUnicodeMap(texts: ReadonlyMap<number, string>, wide: boolean): string {
  return withEntries(emptyMap(wide), texts, wide);
}

/** At most 100 entries may stand in one block. */
const BLOCK = 100;

function withEntries(source: string, texts: ReadonlyMap<number, string>, wide: boolean): string {
  const lines = [...texts].map(([code, text]) => `<${hex(code, wide)}> <${utf16Hex(text)}>`);
  let added = "";
  for (let i = 0; i < lines.length; i += BLOCK) {
    const block = lines.slice(i, i + BLOCK);
    added += `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`;
  }
  return source.replace(/endcmap/, `${added}endcmap`);
}

function hex(code: number, wide: boolean): string {
  return code
    .toString(16)
    .toUpperCase()
    .padStart(wide ? 4 : 2, "0");
}

function utf16Hex(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i), true);
  return digits;
}

/** A ToUnicode map without entries (Adobe Technical Note 5411). */
function emptyMap(wide: boolean): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
${wide ? "<0000> <FFFF>" : "<00> <FF>"}
endcodespacerange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
