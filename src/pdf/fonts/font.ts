import { arrayAt, asDict, dictAt, nameAt, resolve } from "../objects/access.ts";
import type { PdfFile } from "../objects/file.ts";
import { decodeStreamText } from "../objects/streams.ts";
import { type Dict, isStream } from "../objects/values.ts";
import { parseToUnicode } from "./tounicode.ts";
import { compositeWidths, simpleWidths, type Widths } from "./widths.ts";

/** A font as a page uses it. */
export interface Font {
  /** Number of its object. */
  readonly id: number;
  /** PostScript name with the subset's prefix: `AAAAAA+NotoSansSC-Bold`; empty for a Type 3 font. */
  readonly name: string;
  /** `CIDFontType2` (TrueType), `CIDFontType0` (CFF), `Type3` and so on. */
  readonly type: string;
  /** Whether the font program is in the file; a Type 3 font always is. */
  readonly embedded: boolean;
  /** Whether its glyph codes have two bytes. */
  readonly wide: boolean;
  readonly widths: Widths;
  /** The text of each glyph code, from ToUnicode. */
  readonly texts: readonly string[];
  /** `shown[code]` is 1 for the codes that any page shows. Code 0 is the missing glyph. */
  readonly shown: Uint8Array;
  /** Text of shown codes that ToUnicode lacks, as far as an ActualText around them tells it. */
  readonly actualTexts: Map<number, string>;
}

/** Reads a font from its object. */
export function readFont(file: PdfFile, id: number): Font {
  const font = asDict(file.get(id)) ?? new Map();
  const wide = nameAt(file, font, "Subtype") === "Type0";
  const own = wide ? (asDict(resolve(file, arrayAt(file, font, "DescendantFonts")[0])) ?? font) : font;
  const type = nameAt(file, own, "Subtype") ?? "";
  const toUnicode = resolve(file, font.get("ToUnicode"));
  return {
    id,
    name: nameAt(file, font, "BaseFont") ?? "",
    type,
    embedded: type === "Type3" || isEmbedded(file, own),
    wide,
    widths: wide ? compositeWidths(file, own) : simpleWidths(file, own),
    texts: isStream(toUnicode) ? parseToUnicode(decodeStreamText(toUnicode)) : [],
    shown: new Uint8Array(wide ? 65536 : 256),
    actualTexts: new Map(),
  };
}

function isEmbedded(file: PdfFile, font: Dict): boolean {
  const descriptor = dictAt(file, font, "FontDescriptor");
  return (
    descriptor !== undefined && ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(key))
  );
}

/** Glyph codes that are shown although neither ToUnicode nor an ActualText says what they mean; the missing glyph is one. */
export function codesWithoutText(font: Font): number[] {
  const result: number[] = [];
  const { shown, texts, actualTexts } = font;
  for (let code = shown.indexOf(1); code >= 0; code = shown.indexOf(1, code + 1))
    if (texts[code] === undefined && !actualTexts.has(code)) result.push(code);
  return result;
}
