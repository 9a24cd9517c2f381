import type { PdfFile } from "../../pdf/objects/file.ts";
import { type Dict, isRef, isStream, isString, type Ref, ref, type Value } from "../../pdf/objects/values.ts";

/** Copies objects from one file into another, each once. */
export interface Copier {
  /** What an object of the source becomes, in place of a copy. To be said before anything refers to it. */
  readonly replace: (id: number, by: Ref) => void;
  /** Reference of an object's copy. */
  readonly refOf: (id: number) => Ref;
  /** A value with its references led to the copies. */
  readonly copyOf: (value: Value) => Value;
  /** Copies all that has been referred to, and all that this refers to. */
  readonly complete: () => void;
}

/** What is done to the copy of an indirect object; `source` is its number in the source. */
export type Adjust = (entries: Dict, source: number) => void;

/** Entries that are keys into the parent tree: they move when trees are joined. */
const TREE_KEYS = new Set(["StructParents", "StructParent"]);

/** A copier that moves the keys into the parent tree by `keyShift`. */
export function createCopier(source: PdfFile, target: PdfFile, keyShift: number, adjust: Adjust): Copier {
  const copies = new Map<number, Ref>();
  const waiting: number[] = [];
  const refOf = (id: number): Ref => {
    const known = copies.get(id);
    if (known !== undefined) return known;
    const copy = target.add(null);
    copies.set(id, copy);
    waiting.push(id);
    return copy;
  };
  const dictOf = (entries: Dict): Dict => {
    const copy: Dict = new Map();
    entries.forEach((value, key) => {
      copy.set(key, typeof value === "number" && TREE_KEYS.has(key) ? value + keyShift : copyOf(value));
    });
    return copy;
  };
  const copyOf = (value: Value): Value => {
    if (typeof value !== "object" || value === null || isString(value)) return value;
    if (Array.isArray(value)) return value.map(copyOf);
    if (value instanceof Map) return dictOf(value);
    if (isRef(value)) return refOf(value.id);
    return { kind: "stream", dict: dictOf(value.dict), data: value.data };
  };
  const complete = (): void => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const copy = copyOf(source.get(id));
      if (copy instanceof Map) adjust(copy, id);
      else if (isStream(copy)) adjust(copy.dict, id);
      target.set(refOf(id).id, copy);
    }
  };
  return { replace: (id, by) => void copies.set(id, ref(by.id)), refOf, copyOf, complete };
}
