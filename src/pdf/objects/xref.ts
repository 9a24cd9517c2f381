import { PdfFormatError } from "./error.ts";
import { type Cursor, parseInteger, parseValue } from "./parse.ts";
import { decodeStream } from "./streams.ts";
import { type Dict, isStream, type Value } from "./values.ts";

/** Where an object stands: at a byte offset, or as the n-th object of an object stream. */
export type Location =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "packed"; readonly container: number; readonly index: number };

/** The cross-reference section of a file. */
export interface CrossReference {
  /** The trailer's entries: Root, Info, ID, Size. */
  readonly trailer: Dict;
  /** Where the object of that number stands; undefined for a free or unknown one. */
  readonly locate: (id: number) => Location | undefined;
}

/** Reads the cross-reference section, a table (Chromium) or a stream (ours). Only files with a single section are known. */
export function readCrossReference(text: string, parseAt: (offset: number) => Value): CrossReference {
  const start = text.lastIndexOf("startxref");
  if (start < 0) throw new PdfFormatError("the file has no startxref");
  const offset = parseInteger({ text, at: start + "startxref".length });
  const section = text.startsWith("xref", offset) ? readTable(text, offset) : readStream(parseAt(offset));
  if (section.trailer.has("Prev"))
    throw new PdfFormatError("the file has more than one cross-reference section");
  return section;
}

const ENTRY_LENGTH = 20;

function readTable(text: string, offset: number): CrossReference {
  const cursor: Cursor = { text, at: offset + "xref".length };
  const first = parseInteger(cursor);
  const count = parseInteger(cursor);
  const entries = text.indexOf("\n", cursor.at) + 1;
  cursor.at = entries + count * ENTRY_LENGTH;
  if (!text.startsWith("trailer", cursor.at))
    throw new PdfFormatError("the cross-reference table has several parts");
  cursor.at += "trailer".length;
  const trailer = parseValue(cursor);
  if (!(trailer instanceof Map)) throw new PdfFormatError("the trailer is not a dictionary");
  const locate = (id: number): Location | undefined => {
    const at = entries + (id - first) * ENTRY_LENGTH;
    if (id < first || id >= first + count || text[at + 17] !== "n") return undefined;
    return { kind: "offset", offset: parseInteger({ text, at }) };
  };
  return { trailer, locate };
}

function readStream(value: Value): CrossReference {
  if (!isStream(value)) throw new PdfFormatError("startxref does not point at a cross-reference section");
  const widths = value.dict.get("W");
  if (!Array.isArray(widths) || value.dict.has("Index"))
    throw new PdfFormatError("the cross-reference stream is not one of ours");
  const data = decodeStream(value);
  const [a, b, c] = widths.map(Number) as [number, number, number];
  const field = (at: number, width: number): number => {
    let result = 0;
    for (let i = at; i < at + width; i++) result = result * 256 + (data[i] ?? 0);
    return result;
  };
  const locate = (id: number): Location | undefined => {
    const at = id * (a + b + c);
    const kind = field(at, a);
    const second = field(at + a, b);
    if (kind === 1) return { kind: "offset", offset: second };
    if (kind === 2) return { kind: "packed", container: second, index: field(at + a + b, c) };
    return undefined;
  };
  return { trailer: value.dict, locate };
}
