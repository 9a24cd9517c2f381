import { PdfFormatError } from "./error.ts";
import type { PdfFile } from "./file.ts";
import { textOf } from "./strings.ts";
import { type Dict, isRef, isStream, isString, type Ref, type Value } from "./values.ts";

/** The object that a value stands for: itself, or what it refers to. */
export function resolve(file: PdfFile, value: Value | undefined): Value {
  return isRef(value) ? file.get(value.id) : (value ?? null);
}

/** A dictionary's entry as a dictionary (a stream's own dictionary for a stream); undefined if it is none. */
export function dictAt(file: PdfFile, owner: Dict, key: string): Dict | undefined {
  return asDict(resolve(file, owner.get(key)));
}

/** A value as a dictionary, or undefined. */
export function asDict(value: Value): Dict | undefined {
  if (value instanceof Map) return value;
  return isStream(value) ? value.dict : undefined;
}

/** A dictionary's entry as an array; empty if it is none. */
export function arrayAt(file: PdfFile, owner: Dict, key: string): Value[] {
  const value = resolve(file, owner.get(key));
  return Array.isArray(value) ? value : [];
}

/** A dictionary's entry as an array of numbers; empty if it is none. */
export function numbersAt(file: PdfFile, owner: Dict, key: string): number[] {
  return arrayAt(file, owner, key).map((value) => Number(resolve(file, value)));
}

/** A dictionary's entry as a number, or undefined. */
export function numberAt(file: PdfFile, owner: Dict, key: string): number | undefined {
  const value = resolve(file, owner.get(key));
  return typeof value === "number" ? value : undefined;
}

/** A dictionary's entry as a name without its slash, or undefined. */
export function nameAt(file: PdfFile, owner: Dict, key: string): string | undefined {
  const value = resolve(file, owner.get(key));
  return typeof value === "string" ? value.slice(1) : undefined;
}

/** A dictionary's entry as a text, or undefined. */
export function textAt(file: PdfFile, owner: Dict, key: string): string | undefined {
  const value = resolve(file, owner.get(key));
  return isString(value) ? textOf(value) : undefined;
}

/** A dictionary's entry as a reference, or undefined. */
export function refAt(owner: Dict, key: string): Ref | undefined {
  const value = owner.get(key);
  return isRef(value) ? value : undefined;
}

/** A dictionary that must be there; throws a `PdfFormatError` if it is not. */
export function requireDict(file: PdfFile, owner: Dict, key: string): Dict {
  const value = dictAt(file, owner, key);
  if (value === undefined) throw new PdfFormatError(`the entry ${key} is not a dictionary`);
  return value;
}

/** The document catalog. */
export function catalogOf(file: PdfFile): Dict {
  return requireDict(file, file.trailer, "Root");
}
