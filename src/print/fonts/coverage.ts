import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { openFont } from "../../model/truetype.ts";
import { charactersOf } from "./characters.ts";
import type { CutFace } from "./subset.ts";

/** Where a character comes from, as far as that is known. */
export type OriginOf = (character: string) => Place | undefined;

/** An error for every character of a document that a face of its edition lacks, whole or cut down: the page would show an empty box. */
export function fontProblems(
  html: string,
  faces: readonly Pick<CutFace, "family" | "weight" | "bytes">[],
  originOf: OriginOf = () => undefined,
): Diagnostic[] {
  const characters = [...charactersOf(html)];
  const lacking = new Map<string, string[]>();
  for (const face of faces) {
    const { glyph } = openFont(face.bytes);
    for (const character of characters)
      if (glyph(character.codePointAt(0) ?? 0) === 0)
        lacking.set(character, [...(lacking.get(character) ?? []), `${face.family} ${face.weight}`]);
  }
  return [...lacking].map(([character, names]) => missingGlyph(character, names, html, originOf(character)));
}

function missingGlyph(
  character: string,
  names: readonly string[],
  html: string,
  place: Place | undefined,
): Diagnostic {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const at = html.indexOf(character);
  const around = html.slice(Math.max(0, at - 20), at + 20).replace(/^[^<>]*>|<[^>]*>?|\s+/g, " ");
  return error({
    code: "missing-glyph",
    message: `no glyph for “${character}” (U+${code}) in ${names.join(", ")}: “…${around.trim()}…”`,
    place,
    hints: ["use another character, or one that the edition's fonts have"],
  });
}
