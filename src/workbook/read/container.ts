import type { Diagnostic } from "../../model/diagnostic.ts";
import { LIMITS, type Refusal, refusal } from "./messages.ts";
import { unpacked, type ZipEntry, ZipFault, zipDirectory } from "./zip.ts";

/**
 * Looks at a file before it is read as a workbook: what it is, whether it holds macros, and how large it is once unpacked. Nothing is
 * unpacked beyond the limits. A diagnostic when it is refused, else null.
 */
export function refuseContainer(file: string, bytes: Uint8Array): Diagnostic | null {
  const kind = otherKind(bytes);
  if (kind) return refusal(kind, file);
  if (bytes.length > LIMITS.file) return refusal("workbook-too-large", file, megabytes(bytes.length));
  try {
    const entries = zipDirectory(bytes);
    return refuseEntries(file, entries) ?? refuseParts(file, bytes, entries);
  } catch (cause) {
    if (cause instanceof ZipFault) return refusal("broken-workbook", file);
    throw cause;
  }
}

/** What a file is by its first bytes, when it is no ZIP file. */
function otherKind(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return "empty-file";
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK\u0003\u0004")) return null;
  if (start !== "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1") return "not-a-workbook";
  // An encrypted workbook is a compound file, as old workbooks are, with a stream of this name (MS-OFFCRYPTO 2.3.4).
  return Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? "encrypted-workbook"
    : "old-workbook";
}

function refuseEntries(file: string, entries: readonly ZipEntry[]): Diagnostic | null {
  const names = entries.map(({ name }) => name);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (entries.some(({ encrypted }) => encrypted)) return refusal("encrypted-workbook", file);
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return refusal("opendocument-workbook", file);
  if (has(/^xl\/workbook\.bin$/i)) return refusal("binary-workbook", file);
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i)) return refusal("macro-workbook", file);
  if (!has(/^\[Content_Types\]\.xml$/) || !has(/^xl\//i)) return refusal("not-a-workbook", file);
  const size = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.length > LIMITS.parts) return refusal("workbook-too-large", file, `${entries.length} parts`);
  if (size > LIMITS.unpacked) return refusal("workbook-too-large", file, `${megabytes(size)} unpacked`);
  return null;
}

/** Unpacks every part once, none further than the directory says, and looks into those that are XML. */
function refuseParts(file: string, bytes: Uint8Array, entries: readonly ZipEntry[]): Diagnostic | null {
  let tags = 0;
  for (const entry of entries) {
    const part = unpacked(bytes, entry);
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
    const view = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    const found = refusePart(file, entry.name, view);
    if (found) return found;
    tags += tagsOf(view, LIMITS.tags - tags);
    if (tags > LIMITS.tags) return tooFar(file, entry.name, `more than ${LIMITS.tags} tags`);
  }
  return null;
}

function refusePart(file: string, name: string, part: Buffer): Diagnostic | null {
  // In UTF-16, which spreadsheets do not write, nothing of what follows would be seen.
  if (part.includes(0) || part.includes("<!DOCTYPE") || part.includes("<!ENTITY"))
    return refusal("unsafe-workbook", file, name);
  if (name === "[Content_Types].xml" && MACROS.some((type) => part.includes(type)))
    return refusal("macro-workbook", file);
  return /^xl\/worksheets\/[^/]*\.xml$/i.test(name) ? refuseSheet(file, name, part) : null;
}

/** Types of content that hold macros, whatever their parts are called. */
const MACROS = ["macroEnabled", "vbaProject", "macrosheet"];

/** Counts tags as far as they are asked for, and one more. */
function tagsOf(part: Buffer, most: number): number {
  let count = 0;
  for (let at = part.indexOf("<"); at >= 0 && count <= most; at = part.indexOf("<", at + 1)) count++;
  return count;
}

/** Cells with something in them that stand too far down or too far to the right. */
function refuseSheet(file: string, name: string, sheet: Buffer): Diagnostic | null {
  const text = sheet.toString("latin1");
  // No tag goes beyond the next `<`: else what is never closed would be looked through again from each of its beginnings.
  for (const [, attributes = ""] of text.matchAll(/<(?:\w+:)?c\b([^<>]*)>/g)) {
    if (attributes.endsWith("/")) continue;
    const [, column = "", row = ""] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? [];
    if (Number(row) > LIMITS.rows) return tooFar(file, name, `a value in row ${row}`);
    if (columnNumber(column) > LIMITS.columns) return tooFar(file, name, `a value in column ${column}`);
  }
  const rows = text.match(/<(?:\w+:)?row\b(?![^<>]*\/>)/g)?.length ?? 0;
  if (rows > LIMITS.rows) return tooFar(file, name, `${rows} rows`);
  const merged = text.match(/<(?:\w+:)?mergeCell\b/g)?.length ?? 0;
  return merged > LIMITS.rows ? tooFar(file, name, `${merged} merged cells`) : null;
}

function tooFar(file: string, name: string, found: string): Diagnostic {
  return refusal("workbook-too-large", file, `${name.replace(/^.*\//, "")} has ${found}`);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
