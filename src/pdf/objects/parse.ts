import { hexValue, kindOf, REGULAR, skipLiteral, skipRegular, skipSpace } from "./characters.ts";
import { PdfFormatError } from "./error.ts";
import { decodeHex, decodeLiteral } from "./strings.ts";
import { type Dict, type Name, ref, type Value } from "./values.ts";

/** A place in a text of PDF syntax (Latin-1: one unit per byte); parsing moves it on. */
export interface Cursor {
  readonly text: string;
  at: number;
}

const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;

/** The PDF object at the cursor, which is left behind it. References are seen as such; streams are not. */
export function parseValue(cursor: Cursor): Value {
  const { text } = cursor;
  cursor.at = skipSpace(text, cursor.at);
  const code = text.charCodeAt(cursor.at);
  if (code === SLASH) return parseName(cursor);
  if (isNumeric(code)) return parseNumberOrRef(cursor);
  if (code === LESS) return text.charCodeAt(cursor.at + 1) === LESS ? parseDict(cursor) : parseHex(cursor);
  if (code === 0x5b) return parseArray(cursor);
  if (code === 0x28) return parseLiteral(cursor);
  return parseWord(cursor);
}

function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function parseName(cursor: Cursor): Name {
  const start = cursor.at;
  cursor.at = skipRegular(cursor.text, start + 1);
  return cursor.text.slice(start, cursor.at) as Name;
}

/** The non-negative integer at the cursor. */
export function parseInteger(cursor: Cursor): number {
  const { text } = cursor;
  let i = skipSpace(text, cursor.at);
  let value = 0;
  for (let code = text.charCodeAt(i); isDigit(code); code = text.charCodeAt(++i))
    value = value * 10 + code - 0x30;
  cursor.at = i;
  return value;
}

function parseNumberOrRef(cursor: Cursor): Value {
  const { text } = cursor;
  const start = cursor.at;
  const integer = parseInteger(cursor);
  if (kindOf(text.charCodeAt(cursor.at)) === REGULAR || cursor.at === start) {
    cursor.at = skipRegular(text, start);
    return Number(text.slice(start, cursor.at));
  }
  // A generation other than 0 occurs neither in Chromium's files nor in ours.
  if (text.startsWith(" 0 R", cursor.at) && kindOf(text.charCodeAt(cursor.at + 4)) !== REGULAR) {
    cursor.at += 4;
    return ref(integer);
  }
  return integer;
}

function parseDict(cursor: Cursor): Dict {
  const { text } = cursor;
  const result: Dict = new Map();
  cursor.at += 2;
  for (;;) {
    cursor.at = skipSpace(text, cursor.at);
    const code = text.charCodeAt(cursor.at);
    if (code === GREATER) break;
    if (code !== SLASH)
      throw new PdfFormatError(`a dictionary's key does not begin with a slash at ${cursor.at}`);
    const start = cursor.at + 1;
    cursor.at = skipRegular(text, start);
    const key = text.slice(start, cursor.at);
    result.set(key, parseValue(cursor));
  }
  cursor.at += 2;
  return result;
}

function parseArray(cursor: Cursor): Value[] {
  const result: Value[] = [];
  cursor.at++;
  for (;;) {
    cursor.at = skipSpace(cursor.text, cursor.at);
    if (cursor.text.charCodeAt(cursor.at) === 0x5d) break;
    result.push(parseValue(cursor));
  }
  cursor.at++;
  return result;
}

function parseLiteral(cursor: Cursor): Value {
  const start = cursor.at;
  cursor.at = skipLiteral(cursor.text, start);
  return { kind: "string", bytes: decodeLiteral(cursor.text.slice(start + 1, cursor.at - 1)) };
}

function parseHex(cursor: Cursor): Value {
  const start = cursor.at;
  const end = cursor.text.indexOf(">", start);
  if (end < 0) throw new PdfFormatError(`a hexadecimal string has no end at ${start}`);
  cursor.at = end + 1;
  return { kind: "string", bytes: decodeHex(cursor.text.slice(start + 1, end)) };
}

const WORDS = new Map<string, Value>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function parseWord(cursor: Cursor): Value {
  const start = cursor.at;
  cursor.at = skipRegular(cursor.text, start);
  const value = WORDS.get(cursor.text.slice(start, cursor.at));
  if (value === undefined) throw new PdfFormatError(`no PDF object begins at ${start}`);
  return value;
}

/** Four hexadecimal digits at `at` as a number: a glyph code of a composite font. */
export function hex4(text: string, at: number): number {
  return (
    (hexValue(text.charCodeAt(at)) << 12) |
    (hexValue(text.charCodeAt(at + 1)) << 8) |
    (hexValue(text.charCodeAt(at + 2)) << 4) |
    hexValue(text.charCodeAt(at + 3))
  );
}
