import { deflateSync, inflateSync } from "node:zlib";
import { PdfFormatError } from "./error.ts";
import { type Dict, dict, type Stream } from "./values.ts";

/** The decoded data of a stream: plain or Flate-encoded, the only encodings that Chromium writes for what we read. */
export function decodeStream(stream: Stream): Uint8Array {
  const filter = stream.dict.get("Filter");
  if (filter === undefined) return stream.data;
  if (filter === "/FlateDecode" && !stream.dict.has("DecodeParms")) return inflated(stream.data);
  throw new PdfFormatError(`streams encoded with ${JSON.stringify(filter)} are not known`);
}

/** Bytes that one stream may have when it is unpacked: a hundred times what our largest has. */
const LARGEST = 256 * 1024 * 1024;

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: LARGEST });
  } catch (cause) {
    throw new PdfFormatError("a stream cannot be unpacked", { cause });
  }
}

/** The decoded data of a stream as text, one UTF-16 unit per byte. */
export function decodeStreamText(stream: Stream): string {
  return latin1(decodeStream(stream));
}

/** Bytes as text, one UTF-16 unit per byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** A Flate-encoded stream of bytes, or of text with one byte per UTF-16 unit; the entries stand beside Filter and Length. */
export function flateStream(content: Uint8Array | string, entries: Dict = new Map()): Stream {
  const data = deflateSync(bytesOf(content));
  const own = dict({ Filter: "/FlateDecode", Length: data.length });
  return { kind: "stream", dict: new Map([...entries, ...own]), data };
}

/** A stream of the same as it is; the entries stand beside Length. */
export function plainStream(content: Uint8Array | string, entries: Dict = new Map()): Stream {
  const data = bytesOf(content);
  return { kind: "stream", dict: new Map(entries).set("Length", data.length), data };
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? Buffer.from(content, "latin1") : content;
}
