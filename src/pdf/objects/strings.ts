import type { PdfString } from "./values.ts";

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes of a literal string, given what stands between its parentheses. */
export function decodeLiteral(body: string): string {
  if (!body.includes("\\")) return body;
  return body.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (char === undefined || char === "\n" || char === "\r") return "";
    return ESCAPES[char] ?? char;
  });
}

/** The bytes of a hexadecimal string, given what stands between its angle brackets. */
export function decodeHex(body: string): string {
  const digits = body.replace(/\s+/g, "");
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex").toString("latin1");
}

/** How a string is written in a file: literal where it is plain ASCII, else hexadecimal. */
export function encodeString({ bytes }: PdfString): string {
  if (/^[\x20-\x7e]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, "\\$&")})`;
  return `<${Buffer.from(bytes, "latin1").toString("hex").toUpperCase()}>`;
}

/** The text of a text string: UTF-16 or UTF-8 with a byte order mark, else taken as Latin-1. */
export function textOf({ bytes }: PdfString): string {
  if (bytes.startsWith("\xfe\xff")) return decodeUtf16(bytes.slice(2));
  if (bytes.startsWith("\xef\xbb\xbf")) return Buffer.from(bytes.slice(3), "latin1").toString("utf8");
  return bytes;
}

/** A text string: ASCII as it is, anything else as UTF-16 big-endian with a byte order mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e\n]*$/.test(text)) return { kind: "string", bytes: text };
  return { kind: "string", bytes: `\xfe\xff${encodeUtf16(text)}` };
}

/** Text from UTF-16 big-endian bytes. */
function decodeUtf16(bytes: string): string {
  return Buffer.from(bytes.slice(0, bytes.length & ~1), "latin1")
    .swap16()
    .toString("utf16le");
}

/** UTF-16 big-endian bytes of a text. */
function encodeUtf16(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("latin1");
}
