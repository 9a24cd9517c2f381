import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source-file.ts";

/** A file's text; empty, with a diagnostic, when its bytes are not UTF-8. */
export interface Decoded {
  readonly file: SourceFile;
  readonly problem?: Diagnostic;
}

/** Bytes that one file may have: a table of a hundred thousand rows has ten million. */
const LARGEST = 32 * 1024 * 1024;

/** Decodes UTF-8 and takes a byte order mark away. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST) return { file: { path, text: "" }, problem: tooLarge(path, bytes.length) };
  const text = utf8(bytes);
  if (text !== null && !text.includes("\0")) return { file: { path, text } };
  return { file: { path, text: "" }, problem: notUtf8(path, bytes) };
}

const LED_OUT = "put the file itself there instead of the link: nothing outside of the report is read";
const NOT_READ = "look at its rights, and whether it is still there";

/** A file that the system does not let us read; empty, with a diagnostic that repeats what the system says. */
export function unreadable(path: string, reason: string, code: unknown): Decoded {
  const problem = error({
    code: "unreadable-file",
    message: `the file cannot be read: ${reason}`,
    place: { file: path },
    hints: [code === "EXDEV" ? LED_OUT : NOT_READ],
  });
  return { file: { path, text: "" }, problem };
}

function tooLarge(path: string, size: number): Diagnostic {
  return error({
    code: "file-too-large",
    message: `the file has ${Math.ceil(size / 1024 / 1024)} MB; ${LARGEST / 1024 / 1024} MB is the most that is read`,
    place: { file: path },
    hints: ["look whether it is what its name says; a table can be split into two"],
  });
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
