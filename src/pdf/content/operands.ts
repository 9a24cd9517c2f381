import { skipLiteral, skipRegular, skipSpace } from "../objects/characters.ts";
import { hex4, parseValue } from "../objects/parse.ts";
import { decodeHex, decodeLiteral } from "../objects/strings.ts";
import type { Value } from "../objects/values.ts";
import type { Operation } from "./tokens.ts";

/** The first operand of an operation, a name, without its slash: the font of `Tf`, the XObject of `Do`, the tag of `BDC`. */
export function nameOperand({ text, start }: Operation): string {
  return text.slice(start + 1, skipRegular(text, start + 1));
}

/** The second operand of `BDC`: its properties, a dictionary, or the name of a resource. */
export function propertiesOperand({ text, start }: Operation): Value {
  return parseValue({ text, at: skipSpace(text, skipRegular(text, start + 1)) });
}

/** The first six numeric operands of an operation. */
export function sixNumbers({ numbers }: Operation): [number, number, number, number, number, number] {
  return [
    numbers[0] ?? 0,
    numbers[1] ?? 0,
    numbers[2] ?? 0,
    numbers[3] ?? 0,
    numbers[4] ?? 0,
    numbers[5] ?? 0,
  ];
}

/** Calls `visit` with each glyph code that `Tj` or `TJ` shows; `wide` codes have two bytes, others one. */
export function eachGlyph(
  { text, start, at }: Operation,
  wide: boolean,
  visit: (code: number) => void,
): void {
  let i = start;
  while (i < at) {
    const char = text.charCodeAt(i);
    if (char === 0x3c) i = hexGlyphs(text, i, wide, visit);
    else if (char === 0x28) i = literalGlyphs(text, i, wide, visit);
    else i++;
  }
}

function hexGlyphs(text: string, at: number, wide: boolean, visit: (code: number) => void): number {
  const end = text.indexOf(">", at);
  if (wide && (end - at - 1) % 4 === 0) for (let i = at + 1; i < end; i += 4) visit(hex4(text, i));
  else bytesGlyphs(decodeHex(text.slice(at + 1, end)), wide, visit);
  return end + 1;
}

function literalGlyphs(text: string, at: number, wide: boolean, visit: (code: number) => void): number {
  const end = skipLiteral(text, at);
  bytesGlyphs(decodeLiteral(text.slice(at + 1, end - 1)), wide, visit);
  return end;
}

function bytesGlyphs(bytes: string, wide: boolean, visit: (code: number) => void): void {
  if (!wide) for (let i = 0; i < bytes.length; i++) visit(bytes.charCodeAt(i));
  else
    for (let i = 0; i + 1 < bytes.length; i += 2) visit((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
}
