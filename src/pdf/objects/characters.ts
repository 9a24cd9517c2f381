/** Kinds of characters in PDF syntax (ISO 32000-2, 7.2.3). */
export const REGULAR = 0;
/** Null, tab, line feed, form feed, carriage return, space. */
export const WHITESPACE = 1;
/** `( ) < > [ ] { } / %`. */
export const DELIMITER = 2;

const KINDS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITESPACE;
for (const char of "()<>[]{}/%") KINDS[char.charCodeAt(0)] = DELIMITER;

/** The kind of a character code; the end of the text (NaN) counts as a delimiter. */
export function kindOf(code: number): number {
  return KINDS[code] ?? DELIMITER;
}

/** Position of the first character at or after `at` that is neither whitespace nor in a comment. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    // Whitespace is all below: nearly always there is nothing to skip.
    if (code > 0x20 && code !== 0x25) return i;
    if (code === 0x25) {
      while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
    } else if (kindOf(code) !== WHITESPACE) return i;
    i++;
  }
}

/** Position after the run of regular characters that begins at `at`. */
export function skipRegular(text: string, at: number): number {
  let i = at;
  while (kindOf(text.charCodeAt(i)) === REGULAR) i++;
  return i;
}

/** Position after the literal string `(…)` that begins at `at`, minding nesting and escapes. */
export function skipLiteral(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return i + 1;
  }
  return text.length;
}

/** Value of a hexadecimal digit's character code; undefined behaviour for other codes. */
export function hexValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code & 0xdf) - 0x37;
}
