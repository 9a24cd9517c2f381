import { createHash } from "node:crypto";
import type { PdfFile } from "../objects/file.ts";
import { decodeStream } from "../objects/streams.ts";
import { isRef, isStream, isString, type Stream, type Value } from "../objects/values.ts";

/** The content of an object as a short key: the same for equal objects, whatever their numbers. */
export type ResourceKeys = (value: Value | undefined) => string;

/** Entries that lead back to where an object is used, or say how it is stored. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  "Parent",
  "P",
  "StructParent",
  "StructParents",
  "Length",
  "Filter",
]);

/** Keys of a file's objects; each object is read once. */
export function resourceKeys(file: PdfFile): ResourceKeys {
  const known = new Map<number, string>();
  const open = new Set<number>();
  const keyOf = (id: number): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // What leads back to itself is told apart by all else that it holds.
    if (open.has(id)) return "itself";
    open.add(id);
    const key = hash(describe(file.get(id)));
    open.delete(id);
    if (open.size === 0) known.set(id, key);
    return key;
  };
  const describe = (value: Value): string => {
    if (isRef(value)) return keyOf(value.id);
    if (isString(value)) return `(${value.bytes})`;
    if (isStream(value)) return `${describe(value.dict)} ${hash(dataOf(value))}`;
    if (Array.isArray(value)) return `[${value.map(describe).join(" ")}]`;
    if (!(value instanceof Map)) return String(value);
    const entries = [...value].filter(([name]) => !NO_CONTENT.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    return `<<${entries.map(([name, entry]) => `${name} ${describe(entry)}`).join(" ")}>>`;
  };
  return (value) => (value === undefined ? "" : isRef(value) ? keyOf(value.id) : hash(describe(value)));
}

/** A stream's data as it was before it was compressed; encodings of pictures stay. */
function dataOf(stream: Stream): Uint8Array {
  return stream.dict.get("Filter") === "/FlateDecode" && !stream.dict.has("DecodeParms")
    ? decodeStream(stream)
    : stream.data;
}

/** 16 hexadecimal digits of SHA-256. */
export function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
