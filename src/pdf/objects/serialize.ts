import { encodeString } from "./strings.ts";
import type { Dict, Ref, Value } from "./values.ts";

/** PDF syntax of a value. References are written under the numbers that `numberOf` gives them. A stream must be written by its owner. */
export function serialize(value: Value, numberOf: (ref: Ref) => number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatNumber(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (value instanceof Map) return serializeDict(value, numberOf);
  if (Array.isArray(value)) return serializeArray(value, numberOf);
  if (value.kind === "ref") return `${numberOf(value)} 0 R`;
  if (value.kind === "string") return encodeString(value);
  return serializeDict(value.dict, numberOf);
}

function serializeDict(dict: Dict, numberOf: (ref: Ref) => number): string {
  let result = "<<";
  dict.forEach((value, key) => {
    const text = serialize(value, numberOf);
    result += `/${key}${startsWithDelimiter(text) ? "" : " "}${text}`;
  });
  return `${result}>>`;
}

function serializeArray(values: readonly Value[], numberOf: (ref: Ref) => number): string {
  let result = "[";
  for (const value of values) {
    const text = serialize(value, numberOf);
    result += result.length === 1 || startsWithDelimiter(text) ? text : ` ${text}`;
  }
  return `${result}]`;
}

function startsWithDelimiter(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 0x2f || code === 0x28 || code === 0x3c || code === 0x5b;
}

/** A number as PDF syntax knows it: no exponent, at most six decimal places beyond JavaScript's own shortest form. */
export function formatNumber(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(6) : text;
}
