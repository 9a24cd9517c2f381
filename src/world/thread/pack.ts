import Big from "big.js";

/**
 * A value that may be sent to another thread: plain data, maps and sets as they are, decimal numbers packed, since instances of classes do not
 * arrive as such. What is shared stays shared.
 */
export function pack(value: unknown): unknown {
  return mapped(value, (found) => (found instanceof Big ? { packedBig: found.toString() } : undefined));
}

/** The value that `pack` made ready. */
export function unpack<T>(value: T): T {
  return mapped(value, (found) => {
    const packed = (found as { readonly packedBig?: unknown }).packedBig;
    return typeof packed === "string" ? new Big(packed) : undefined;
  }) as T;
}

/** A copy of a value in which objects are replaced; where nothing in an object is, it is the object itself. */
function mapped(value: unknown, replace: (found: object) => object | undefined): unknown {
  const known = new Map<object, unknown>();
  const visit = (found: unknown): unknown => {
    if (typeof found !== "object" || found === null || ArrayBuffer.isView(found)) return found;
    if (known.has(found)) return known.get(found);
    const result = replace(found) ?? inside(found, visit);
    known.set(found, result);
    return result;
  };
  return visit(value);
}

function inside(found: object, visit: (value: unknown) => unknown): object {
  if (Array.isArray(found))
    return unlessSame(found, found.map(visit), (a, b) => a.every((item, i) => item === b[i]));
  if (found instanceof Map) {
    const copy = new Map([...found].map(([key, value]) => [key, visit(value)]));
    return unlessSame(found, copy, (a, b) => [...a].every(([key, value]) => b.get(key) === value));
  }
  if (found instanceof Set) return found;
  const entries = Object.entries(found);
  const copied = entries.map(([key, value]) => [key, visit(value)] as const);
  return copied.every(([, value], i) => value === entries[i]?.[1]) ? found : Object.fromEntries(copied);
}

function unlessSame<T extends object>(before: T, after: T, same: (a: T, b: T) => boolean): T {
  return same(before, after) ? before : after;
}
