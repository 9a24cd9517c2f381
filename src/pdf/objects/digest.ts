import { createHash, type Hash } from "node:crypto";
import type { PdfFile } from "./file.ts";
import { type Dict, isRef, isStream, isString, type Value } from "./values.ts";

/** Says of an object, by its number, what stands for it in a digest; undefined for one that is gone into. */
export type Leaf = (id: number) => string | undefined;

/** Entries that lead upwards or sideways in a document: to what an object is in, or to an element that a link leads to. */
const LEADING_OUT: ReadonlySet<string> = new Set(["P", "Parent", "SD"]);

/**
 * SHA-256 of values and of all objects that they refer to, but upwards: the same whatever the objects' numbers are, and whatever else is in the
 * file. Streams count as they are encoded.
 */
export function digestOf(file: PdfFile, values: readonly Value[], leaf: Leaf): string {
  const digest = { file, leaf, hash: createHash("sha256"), numbers: new Map<number, number>(), text: "" };
  for (const value of values) add(digest, value);
  flush(digest);
  return digest.hash.digest("hex");
}

interface Digest {
  readonly file: PdfFile;
  readonly leaf: Leaf;
  readonly hash: Hash;
  /** In which order objects were come upon. */
  readonly numbers: Map<number, number>;
  text: string;
}

function add(digest: Digest, value: Value): void {
  if (value === null || typeof value !== "object") digest.text += `${value} `;
  else if (value instanceof Map) addDict(digest, value);
  else if (Array.isArray(value)) {
    digest.text += "[";
    for (const item of value) add(digest, item);
    digest.text += "]";
  } else if (isRef(value)) addObject(digest, value.id);
  else if (isString(value)) digest.text += `(${value.bytes.length}:${value.bytes})`;
  else if (isStream(value)) {
    addDict(digest, value.dict);
    digest.text += `stream ${value.data.length}:`;
    flush(digest);
    digest.hash.update(value.data);
  }
}

function addDict(digest: Digest, entries: Dict): void {
  digest.text += "<";
  entries.forEach((value, key) => {
    if (LEADING_OUT.has(key)) return;
    digest.text += `/${key} `;
    add(digest, value);
  });
  digest.text += ">";
}

function addObject(digest: Digest, id: number): void {
  const known = digest.numbers.get(id);
  const number = known ?? digest.numbers.size;
  digest.text += `#${number} `;
  if (known !== undefined) return;
  digest.numbers.set(id, number);
  const leaf = digest.leaf(id);
  if (leaf === undefined) add(digest, digest.file.get(id));
  else digest.text += `{${leaf}}`;
}

function flush(digest: Digest): void {
  digest.hash.update(digest.text, "latin1");
  digest.text = "";
}
