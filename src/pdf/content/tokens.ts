import { DELIMITER, kindOf, skipLiteral, skipRegular, WHITESPACE } from "../objects/characters.ts";

/**
 * One operator of a content stream with its operands. The scanner hands out the same object again and again: read what is
 * needed, keep nothing.
 */
export interface Operation {
  /** The stream's text, one UTF-16 unit per byte. */
  readonly text: string;
  /** The operator as a number, see `operatorCode`. */
  code: number;
  /** Where its first operand begins; the operator itself if it has none. */
  start: number;
  /** Where the operator begins, and where it ends. */
  at: number;
  end: number;
  /** The numeric operands, those inside arrays and dictionaries included, and how many there are. */
  readonly numbers: Float64Array;
  count: number;
}

/** At most so many numbers before an operator are kept: only the arrays of `TJ` and `d` can have more. */
const MOST_NUMBERS = 64;

/** An operator's name as a number: one byte per character, the first lowest. */
export function operatorCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code |= name.charCodeAt(i) << (8 * i);
  return code;
}

const INLINE_IMAGE = operatorCode("BI");
const SLASH = 0x2f;
const PAREN = 0x28;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Calls `visit` for each operator of a content stream, in order (ISO 32000-2, 7.8.2). */
export function scanContent(text: string, visit: (operation: Operation) => void): void {
  const operation: Operation = {
    text,
    code: 0,
    start: -1,
    at: 0,
    end: 0,
    numbers: new Float64Array(MOST_NUMBERS),
    count: 0,
  };
  const { length } = text;
  let i = 0;
  while (i < length) {
    const char = text.charCodeAt(i);
    const kind = kindOf(char);
    if (kind === WHITESPACE) {
      i++;
      continue;
    }
    if (operation.start < 0) operation.start = i;
    if (kind === DELIMITER) i = skipDelimited(text, i, char);
    else if (char < 0x3a && char !== 0x27 && char !== 0x22) i = readNumber(operation, i);
    else i = readOperator(operation, i, visit);
  }
}

/** Position after a name, a string or a bracket. The words and numbers inside dictionaries and arrays are met one by one. */
function skipDelimited(text: string, at: number, char: number): number {
  if (char === SLASH) return skipRegular(text, at + 1);
  if (char === PAREN) return skipLiteral(text, at);
  if (char === 0x25) return skipComment(text, at);
  if (char === 0x3c && text.charCodeAt(at + 1) !== 0x3c) return text.indexOf(">", at) + 1;
  return char === 0x3c ? at + 2 : at + 1;
}

function skipComment(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Reads a number without making a string of it. The last bits may differ from `Number`'s: good enough for places on a page. */
function readNumber(operation: Operation, at: number): number {
  const { text } = operation;
  const sign = text.charCodeAt(at);
  let i = sign === MINUS || sign === PLUS ? at + 1 : at;
  let digits = 0;
  let point = -1;
  for (; ; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30;
    else if (code === POINT) point = i;
    else break;
  }
  const value = point < 0 ? digits : digits / (POWERS[i - point - 1] ?? 10 ** (i - point - 1));
  if (operation.count < MOST_NUMBERS) operation.numbers[operation.count++] = sign === MINUS ? -value : value;
  // A lone unknown character must not stop the scan.
  return i > at ? i : at + 1;
}

function readOperator(operation: Operation, at: number, visit: (operation: Operation) => void): number {
  const { text } = operation;
  const end = skipRegular(text, at);
  if (isWord(text, at, end)) return end;
  let code = 0;
  for (let i = at; i < end; i++) code |= text.charCodeAt(i) << (8 * (i - at));
  operation.code = code;
  operation.at = at;
  operation.end = code === INLINE_IMAGE ? endOfInlineImage(text, end) : end;
  visit(operation);
  operation.start = -1;
  operation.count = 0;
  return operation.end;
}

/** Whether it is `true`, `false` or `null`, an operand. No operator has more than three characters. */
function isWord(text: string, at: number, end: number): boolean {
  return end - at > 3 && /^(?:true|false|null)$/.test(text.slice(at, end));
}

function endOfInlineImage(text: string, at: number): number {
  const pattern = /\sEI(?=\s|$)/g;
  pattern.lastIndex = at;
  return pattern.exec(text) === null ? text.length : pattern.lastIndex;
}
