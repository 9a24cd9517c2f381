import type { EntryOutline, Outline, Plain } from "./outline.ts";

/** Deeper values are left to the library, which has a limit of its own. */
const DEEPEST = 50;

/** A text with its escapes, in quotation marks. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const KEY = /\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*:\s*/y;
/** A number, true, false or null. */
const WORD = /[^\s,\]}]+/y;
const NEXT = /\s*([,\]}])\s*/y;
const BLANK = /\s*/y;

/** How far a text was read. */
interface Scan {
  readonly text: string;
  at: number;
}

/**
 * Reads JSON by the language's own parser, many times as fast as the library; null for whatever the library may have something to say of:
 * what is not valid, keys that stand twice or have a meaning of their own, values that are nested deep.
 */
export function readPlainJson(text: string): Plain | null {
  const value = parsed(text);
  if (value === undefined) return null;
  const scan: Scan = { text, at: 0 };
  take(scan, BLANK);
  const outline = outlineOf(scan, 0);
  return outline === null ? null : { value, outline };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Takes what stands next; the text is known to be valid. */
function take(scan: Scan, pattern: RegExp): string {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  if (!found) return "";
  scan.at = pattern.lastIndex;
  return found[1] ?? "";
}

function outlineOf(scan: Scan, depth: number): Outline | null {
  const { text, at } = scan;
  if (depth > DEEPEST) return null;
  switch (text[at]) {
    case "{":
      return mappingOf(scan, depth);
    case "[":
      return listOf(scan, depth);
    case '"':
      take(scan, STRING);
      return at;
    default:
      take(scan, WORD);
      return at;
  }
}

function mappingOf(scan: Scan, depth: number): Outline | null {
  const start = scan.at++;
  const entries = new Map<string, EntryOutline>();
  take(scan, BLANK);
  let more = scan.text[scan.at] === "}" ? take(scan, NEXT) : ",";
  while (more === ",") {
    const key = scan.at;
    const quoted = take(scan, KEY);
    const name = quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
    const value = outlineOf(scan, depth + 1);
    if (value === null || entries.has(name) || name === "__proto__") return null;
    entries.set(name, { key, value });
    more = take(scan, NEXT);
  }
  return { at: start, entries };
}

function listOf(scan: Scan, depth: number): Outline | null {
  const start = scan.at++;
  const items: Outline[] = [];
  take(scan, BLANK);
  let more = scan.text[scan.at] === "]" ? take(scan, NEXT) : ",";
  while (more === ",") {
    const item = outlineOf(scan, depth + 1);
    if (item === null) return null;
    items.push(item);
    more = take(scan, NEXT);
  }
  return { at: start, items };
}
