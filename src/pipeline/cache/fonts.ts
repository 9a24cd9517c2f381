import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import { boxed } from "../../print/fonts/boxes.ts";
import { charactersOf } from "../../print/fonts/characters.ts";
import { fontProblems, type OriginOf } from "../../print/fonts/coverage.ts";
import { type CutFace, fontRules, type Outlines } from "../../print/fonts/subset.ts";
import { packWoff2 } from "../../web/fonts/woff2.ts";
import type { Memory } from "./memory.ts";
import { hashOf } from "./store.ts";

/** The fonts of one composed document. */
export interface DocumentFonts {
  /** What they were cut from and to: the same key, the same fonts. */
  readonly key: string;
  /** Characters that a face lacks. */
  readonly problems: readonly Diagnostic[];
  /** The faces, cut down to the document's characters. */
  readonly faces: () => Promise<readonly CutFace[]>;
  /** Their `@font-face` rules. */
  readonly rules: (outlines: Outlines) => Promise<string>;
}

/** What the fonts of a document are made from. */
export interface FontsRequest {
  readonly html: string;
  readonly language: Language;
  /** Cuts the language's faces down to characters; not called when fonts for the same characters are kept. */
  readonly cut: (characters: string) => Promise<readonly CutFace[]>;
  readonly originOf: OriginOf;
}

/** Cuts the fonts down, or takes those for the same characters from the cache: only fonts that lack nothing are kept. */
export async function keptFonts(
  { html, language, cut, originOf }: FontsRequest,
  { cache, tools }: Memory,
): Promise<DocumentFonts> {
  const characters = charactersOf(html);
  const key = hashOf(tools, language, characters);
  const faces = once(async () => {
    const kept = await cache.get("font", key);
    if (kept) return deserialize(kept) as CutFace[];
    const made = await cut(characters);
    await cache.put("font", key, serialize(made));
    return made;
  });
  // The fonts themselves are large, and a build that prints little has no use for them.
  const boxes = await cache.get("font", `${key}.boxes`);
  if (boxes) return fontsWith(key, [], faces, async () => new TextDecoder().decode(boxes));
  const problems = fontProblems(html, await faces(), originOf);
  const rules = once(async () => {
    const made = await boxRules(await faces());
    if (problems.length === 0) await cache.put("font", `${key}.boxes`, new TextEncoder().encode(made));
    return made;
  });
  return fontsWith(key, problems, faces, rules);
}

function fontsWith(
  key: string,
  problems: readonly Diagnostic[],
  faces: () => Promise<readonly CutFace[]>,
  boxes: () => Promise<string>,
): DocumentFonts {
  const rules = async (outlines: Outlines) => (outlines === "boxes" ? boxes() : fontRules(await faces()));
  return { key, problems, faces, rules };
}

/** The rules of faces with boxes for letters, packed: the browser is given a tenth of the bytes, and unpacks them in no time. */
async function boxRules(faces: readonly CutFace[]): Promise<string> {
  const packed = faces.map(async (face) => ({ ...face, bytes: await packWoff2(boxed(face.bytes)) }));
  return fontRules(await Promise.all(packed), "woff2");
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
