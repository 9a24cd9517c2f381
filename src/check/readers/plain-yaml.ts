import { forbiddenIn } from "./forbidden.ts";
import type { EntryOutline, Outline, Plain } from "./outline.ts";
import { readWhole } from "./plain-yaml-value.ts";

/** A line with something on it: how far it is indented, where its text begins in the file, and its text. */
interface Line {
  readonly indent: number;
  readonly at: number;
  readonly text: string;
}

/** How far a file was read. */
interface Reading {
  readonly lines: Line[];
  next: number;
}

/** Deeper values are left to the library, which has a limit of its own. */
const DEEPEST = 50;

/** A key as this program's files have them, and what stands behind it on its line. */
const ENTRY = /^([A-Za-z0-9_][\w.-]{0,200}):(?: +(.*))?$/;
/** Keys that are no texts, or have a meaning of their own. */
const NO_KEY = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|__proto__)$/;
const ITEM = /^(- +)(.+)$/;

/**
 * Reads YAML of the plainest kind, as nearly every file of a report is written: mappings and lists by indentation, each value on one line, as a
 * word, in quotation marks, in {} or []. Null for all else, valid or not: the library judges that. Whatever is read here, the library reads alike, and
 * takes twenty times as long for it while nothing of it is compiled yet.
 */
export function readPlainYaml(text: string): Plain | null {
  if (text.includes("\t") || forbiddenIn(text.replaceAll("\r\n", "\n"))) return null;
  const reading: Reading = { lines: linesOf(text), next: 0 };
  const first = reading.lines[0];
  const read = first?.indent === 0 ? readBlock(reading, first, 0) : null;
  return reading.next === reading.lines.length ? read : null;
}

/** The lines but blank ones and comments. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const next = end < 0 ? text.length : end;
    const line = text.slice(start, text[next - 1] === "\r" ? next - 1 : next);
    const indent = line.search(/[^ ]/);
    if (indent >= 0 && line[indent] !== "#")
      lines.push({ indent, at: start + indent, text: line.slice(indent) });
    start = next + 1;
  }
  return lines;
}

function readBlock(reading: Reading, first: Line, depth: number): Plain | null {
  if (depth > DEEPEST) return null;
  const block = first.text.startsWith("- ")
    ? readList(reading, first, depth)
    : readMapping(reading, first, depth);
  // A line that is indented more continues a text, or is a mistake.
  return (reading.lines[reading.next]?.indent ?? 0) > first.indent ? null : block;
}

function readMapping(reading: Reading, { indent, at }: Line, depth: number): Plain | null {
  const value: Record<string, unknown> = {};
  const entries = new Map<string, EntryOutline>();
  for (let line = reading.lines[reading.next]; line?.indent === indent; line = reading.lines[reading.next]) {
    const [, key, rest = ""] = ENTRY.exec(line.text) ?? [];
    if (key === undefined || NO_KEY.test(key) || entries.has(key)) return null;
    reading.next++;
    const read =
      rest === "" || rest.startsWith("#")
        ? readBelow(reading, indent, depth)
        : readWhole(rest, line.at + line.text.length - rest.length);
    if (!read) return null;
    value[key] = read.value;
    entries.set(key, { key: line.at, value: read.outline });
  }
  return { value, outline: { at, entries } };
}

/** The value of a key that stands alone on its line; the items of a list may be indented as the key is. */
function readBelow(reading: Reading, indent: number, depth: number): Plain | null {
  const line = reading.lines[reading.next];
  if (!line) return null;
  const below = line.indent > indent || (line.indent === indent && line.text.startsWith("- "));
  return below ? readBlock(reading, line, depth + 1) : null;
}

function readList(reading: Reading, { indent, at }: Line, depth: number): Plain | null {
  const value: unknown[] = [];
  const items: Outline[] = [];
  for (let line = reading.lines[reading.next]; line?.indent === indent; line = reading.lines[reading.next]) {
    const [, mark, rest] = ITEM.exec(line.text) ?? [];
    if (mark === undefined || rest === undefined) break;
    const read = readItem(
      reading,
      { indent: indent + mark.length, at: line.at + mark.length, text: rest },
      depth,
    );
    if (!read) return null;
    value.push(read.value);
    items.push(read.outline);
  }
  return { value, outline: { at, items } };
}

/** An item is a value, or a mapping that begins behind the dash. */
function readItem(reading: Reading, line: Line, depth: number): Plain | null {
  if (ENTRY.test(line.text)) {
    reading.lines[reading.next] = line;
    return readBlock(reading, line, depth + 1);
  }
  reading.next++;
  return readWhole(line.text, line.at);
}
