import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source-file.ts";

/** A file's text; empty, with a diagnostic, when its bytes are not UTF-8. */
export interface Decoded {
  readonly file: SourceFile;
  readonly problem?: Diagnostic;
}

/** Decodes UTF-8 and takes a byte order mark away. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const text = utf8(bytes);
  if (text !== null && !text.includes("\0")) return { file: { path, text } };
  return { file: { path, text: "" }, problem: notUtf8(path, bytes) };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const utf16 = bytes.subarray(0, 100).includes(0);
  const line = utf16 ? 1 : firstWrongLine(bytes);
  return error({
    code: "not-utf-8",
    message: utf16
      ? "the file is UTF-16 or not text at all; UTF-8 is needed"
      : `the file is not UTF-8 text; line ${line} is the first that cannot be read`,
    place: { file: path, line },
    hints: ["save it as UTF-8 (spreadsheets: “CSV UTF-8”)"],
  });
}

/** A line feed is never a part of another character in UTF-8, so lines can be decoded one by one. */
function firstWrongLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (utf8(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
  return 1;
}
