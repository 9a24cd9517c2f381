import { skipSpace } from "./characters.ts";
import { PdfFormatError } from "./error.ts";
import { type Cursor, parseInteger, parseValue } from "./parse.ts";
import { decodeStreamText, latin1 } from "./streams.ts";
import { type Dict, isRef, isStream, type Ref, ref, type Stream, type Value } from "./values.ts";
import { type Location, readCrossReference } from "./xref.ts";

/** An open PDF: its objects are parsed when first asked for, and may be replaced or added. */
export interface PdfFile {
  /** The trailer's entries: Root, Info, ID, Size. */
  readonly trailer: Dict;
  /** The object of that number; null where there is none. */
  readonly get: (id: number) => Value;
  /** Puts another object in its place. */
  readonly set: (id: number, value: Value) => void;
  /** Adds an object under a new number. */
  readonly add: (value: Value) => Ref;
}

/** Opens a PDF that Chromium or the finish stage has written. Throws a `PdfFormatError` for any other. */
export function openFile(bytes: Uint8Array): PdfFile {
  const text = latin1(bytes);
  const objects: Value[] = [];
  const parseAt = (offset: number): Value => parseObject(text, bytes, offset, (length) => get(length.id));
  const { trailer, locate } = readCrossReference(text, parseAt);
  const unpack = objectStreams((id) => get(id));
  const load = (location: Location | undefined): Value => {
    if (location === undefined) return null;
    return location.kind === "offset" ? parseAt(location.offset) : unpack(location.container, location.index);
  };
  const get = (id: number): Value => {
    let value = objects[id];
    if (value === undefined) {
      value = load(locate(id));
      objects[id] = value;
    }
    return value;
  };
  let next = Number(trailer.get("Size"));
  const add = (value: Value): Ref => {
    objects[next] = value;
    return ref(next++);
  };
  const set = (id: number, value: Value): void => {
    objects[id] = value;
  };
  return { trailer, get, set, add };
}

/** A PDF without any object yet. */
export function emptyFile(): PdfFile {
  const objects: Value[] = [null];
  return {
    trailer: new Map(),
    get: (id) => objects[id] ?? null,
    set: (id, value) => {
      objects[id] = value;
    },
    add: (value) => ref(objects.push(value) - 1),
  };
}

function parseObject(text: string, bytes: Uint8Array, offset: number, lengthOf: (ref: Ref) => Value): Value {
  const cursor: Cursor = { text, at: offset };
  parseInteger(cursor);
  parseInteger(cursor);
  cursor.at = skipSpace(text, cursor.at);
  if (!text.startsWith("obj", cursor.at)) throw new PdfFormatError(`no object begins at ${offset}`);
  cursor.at += 3;
  const value = parseValue(cursor);
  if (!(value instanceof Map)) return value;
  const at = skipSpace(text, cursor.at);
  return text.startsWith("stream", at) ? streamAt(text, bytes, at, value, lengthOf) : value;
}

function streamAt(
  text: string,
  bytes: Uint8Array,
  at: number,
  dict: Dict,
  lengthOf: (ref: Ref) => Value,
): Stream {
  const start = text.indexOf("\n", at) + 1;
  const length = dict.get("Length");
  const size = Number(isRef(length) ? lengthOf(length) : length);
  return { kind: "stream", dict, data: bytes.subarray(start, start + size) };
}

/** Reads objects out of object streams, each stream decoded once. */
function objectStreams(get: (id: number) => Value): (container: number, index: number) => Value {
  const opened = new Map<number, { text: string; offsets: number[] }>();
  const open = (container: number): { text: string; offsets: number[] } => {
    const stream = get(container);
    if (!isStream(stream)) throw new PdfFormatError(`object ${container} is not an object stream`);
    const text = decodeStreamText(stream);
    const first = Number(stream.dict.get("First"));
    const cursor: Cursor = { text, at: 0 };
    const offsets = Array.from({ length: Number(stream.dict.get("N")) }, () => {
      parseInteger(cursor);
      return first + parseInteger(cursor);
    });
    const result = { text, offsets };
    opened.set(container, result);
    return result;
  };
  return (container, index) => {
    const { text, offsets } = opened.get(container) ?? open(container);
    return parseValue({ text, at: offsets[index] ?? text.length });
  };
}
