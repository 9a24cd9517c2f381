import type { EntryOutline, Outline, Plain } from "./outline.ts";

/** How far a line's value was read, and where in the file its text begins. */
interface Scan {
  readonly text: string;
  readonly start: number;
  at: number;
}

const DEEPEST = 20;

/** In a block, a word may hold anything but “: ”, and ends at a comment. */
const BLOCK_WORD = /(?:[^ \-?:,[\]{}#&*!|>'"%@`]|-(?=[\w.]))(?:[^ :#]+|:(?! |$)|(?<! )#| (?!#))*/y;
/** Within {} and [], it ends at their signs, too. */
const FLOW_WORD =
  /(?:[^ \-?:,[\]{}#&*!|>'"%@`]|-(?=[\w.]))(?:[^ ,[\]{}:#]+|:(?![ ,[\]{}]|$)|(?<! )#| (?!#))*/y;
const QUOTED = /"([^"\\]*)"|'([^']*)'(?!')/y;
const FLOW_KEY = /([A-Za-z0-9_][\w.-]{0,200}): +/y;
const BLANK = / */y;
const END = / *$| +#/y;

const NULL = /^(?:~|null|Null|NULL)$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const NO_KEY = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|__proto__)$/;

/** The value that takes up all of a text but a comment; null where it is not of the plainest kind. `start` is the text's offset in its file. */
export function readWhole(text: string, start: number): Plain | null {
  const scan: Scan = { text, start, at: 0 };
  const read = readValue(scan, BLOCK_WORD, 0);
  END.lastIndex = scan.at;
  return read && END.test(text) ? read : null;
}

function readValue(scan: Scan, word: RegExp, depth: number): Plain | null {
  const { text, start, at } = scan;
  if (depth > DEEPEST) return null;
  if (text[at] === "{") return readMapping(scan, depth);
  if (text[at] === "[") return readList(scan, depth);
  const quoted = take(scan, QUOTED);
  if (quoted) return { value: quoted[1] ?? quoted[2], outline: start + at };
  const found = take(scan, word);
  return found && { value: meaning(found[0].replace(/ +$/, "")), outline: start + at };
}

/** What a word means that stands without quotation marks. Numbers stay words. */
function meaning(word: string): unknown {
  if (NULL.test(word)) return null;
  return TRUE.test(word) || (FALSE.test(word) ? false : word);
}

function take(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  if (found) scan.at = pattern.lastIndex;
  return found;
}

/** Takes the opening sign, and the closing one where nothing stands between them. */
function isEmpty(scan: Scan, closing: string): boolean {
  scan.at++;
  take(scan, BLANK);
  if (scan.text[scan.at] !== closing) return false;
  scan.at++;
  return true;
}

function readMapping(scan: Scan, depth: number): Plain | null {
  const at = scan.start + scan.at;
  const value: Record<string, unknown> = {};
  const entries = new Map<string, EntryOutline>();
  const done = () => ({ value, outline: { at, entries } });
  if (isEmpty(scan, "}")) return done();
  for (;;) {
    const key = scan.start + scan.at;
    const [, name] = take(scan, FLOW_KEY) ?? [];
    if (name === undefined || NO_KEY.test(name) || entries.has(name)) return null;
    const read = readValue(scan, FLOW_WORD, depth + 1);
    if (!read) return null;
    value[name] = read.value;
    entries.set(name, { key, value: read.outline });
    const next = closing(scan, "}");
    if (next !== ",") return next === "}" ? done() : null;
  }
}

function readList(scan: Scan, depth: number): Plain | null {
  const at = scan.start + scan.at;
  const value: unknown[] = [];
  const items: Outline[] = [];
  const done = () => ({ value, outline: { at, items } });
  if (isEmpty(scan, "]")) return done();
  for (;;) {
    const read = readValue(scan, FLOW_WORD, depth + 1);
    if (!read) return null;
    value.push(read.value);
    items.push(read.outline);
    const next = closing(scan, "]");
    if (next !== ",") return next === "]" ? done() : null;
  }
}

/** The sign behind a value: a comma, with the blanks around it, or the one that closes. */
function closing(scan: Scan, sign: string): string | null {
  take(scan, BLANK);
  const found = scan.text[scan.at];
  if (found !== "," && found !== sign) return null;
  scan.at++;
  if (found === ",") take(scan, BLANK);
  return found;
}
