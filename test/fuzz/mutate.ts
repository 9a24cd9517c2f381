import type { Random } from "../faults/random.ts";

/** Pieces that have broken readers elsewhere. */
const NASTY: readonly string[] = [
  "\0",
  "\ufeff",
  "\u202e",
  "\u200b",
  "\ud800",
  "\u{10ffff}",
  "\u0001",
  "\r",
  "\r\n",
  "\n\n",
  "\t",
  '"',
  '""',
  "'",
  "`",
  ",",
  ";",
  "|",
  "__proto__",
  "constructor",
  "toString",
  "{{",
  "}}",
  "{{a, count}}",
  "{{{",
  "<",
  "</em>",
  "<em>",
  "<see table=",
  "<see table=x/>",
  "$t(",
  "&",
  "*a",
  "&a",
  "<<: *a",
  "- ",
  "? ",
  ": ",
  "!!binary ",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "[",
  "]",
  "{",
  "}",
  "\\",
  "\\u",
  "\\ud83d",
  "null",
  "true",
  "1e999",
  "-0",
  "NaN",
  "０",
  "=cmd|' /C calc'!A0",
  "../",
  "sep=,\n",
  "#",
  "   ",
  "一二三万亿",
  "१",
  "²",
  "½",
  "e\u0301",
  "9".repeat(400),
  "(".repeat(50),
  "a".repeat(3000),
  " ".repeat(3000),
];

/** A piece that has broken readers elsewhere. */
export function nasty(random: Random): string {
  return random.pick(NASTY) ?? "";
}

/** A text with a few random changes: pieces taken out, doubled, moved, replaced, and nasty ones put in. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes--) result = changedOnce(result, random);
  return result;
}

function changedOnce(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(random.below(8) === 0 ? 400 : 12));
  const piece = text.slice(start, end);
  const [before, after] = [text.slice(0, start), text.slice(end)];
  switch (random.below(7)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + String.fromCharCode(random.below(0x10000)) + after;
    case 3:
      return before.slice(random.below(before.length + 1)) + after;
    case 4:
      return before + after.slice(0, random.below(200)) + piece + after;
    case 5:
      return text.slice(0, end);
    default:
      return before + nasty(random) + text.slice(start);
  }
}

/** Bytes with a few random changes. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = Buffer.from(bytes);
  for (let changes = 1 + random.below(6); changes > 0; changes--) {
    const at = random.below(result.length + 1);
    const length = random.below(random.below(4) === 0 ? 2000 : 8);
    const [before, after] = [result.subarray(0, at), result.subarray(at + length)];
    const kind = random.below(6);
    if (kind === 0) result = Buffer.concat([before, after]);
    else if (kind === 1) result = Buffer.from(before);
    else if (kind === 2)
      result = Buffer.concat([before, result.subarray(at, at + length), result.subarray(at)]);
    else if (kind === 3) result = Buffer.concat([before, numberOf(random), after]);
    else if (at < result.length) result[at] = random.below(256);
  }
  return result;
}

function numberOf(random: Random): Buffer {
  const numbers = [
    "0",
    "-1",
    "1",
    "65536",
    "2147483647",
    "99999999999999999999",
    "1 0 R",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    "null",
  ];
  return Buffer.from(` ${random.pick(numbers)} `);
}
