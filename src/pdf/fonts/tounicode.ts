import { hex4 } from "../objects/parse.ts";

/**
 * The texts of a font's glyph codes, from its ToUnicode map (ISO 32000-2, 9.10.3): `texts[code]` is one or several
 * characters. Ranges with an array of targets are not written by Chromium and not read.
 */
export function parseToUnicode(source: string): string[] {
  const texts: string[] = [];
  for (const [, body = ""] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", target = ""] of body.matchAll(/<(\w+)>\s*<(\w*)>/g))
      texts[Number.parseInt(code, 16)] = decodeTarget(target);
  for (const [, body = ""] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", target = ""] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      fillRange(texts, Number.parseInt(from, 16), Number.parseInt(to, 16), decodeTarget(target));
  return texts;
}

/** UTF-16 units of four digits each. A document has thousands, nearly all of one unit: no bytes are made of them. */
function decodeTarget(hex: string): string {
  let text = "";
  for (let i = 0; i + 4 <= hex.length; i += 4) text += String.fromCharCode(hex4(hex, i));
  return text;
}

/** In a range only the last UTF-16 unit counts up. */
function fillRange(texts: string[], from: number, to: number, target: string): void {
  const last = target.length - 1;
  const head = target.slice(0, last);
  for (let code = from; code <= to; code++)
    texts[code] = head + String.fromCharCode(target.charCodeAt(last) + code - from);
}
