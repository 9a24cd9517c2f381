import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import { charactersOf } from "../../print/fonts/characters.ts";
import { fontProblems, type OriginOf } from "../../print/fonts/coverage.ts";
import {
  type CutFace,
  cutFaces,
  fontRules,
  type LoadedFace,
  type Outlines,
} from "../../print/fonts/subset.ts";
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
  /** Reads the whole font files; not called when fonts for the same characters are kept. */
  readonly faces: () => Promise<readonly LoadedFace[]>;
  readonly originOf: OriginOf;
}

/** Cuts the fonts down, or takes those for the same characters from the cache: only fonts that lack nothing are kept. */
export async function keptFonts(
  { html, language, faces, originOf }: FontsRequest,
  { cache, tools }: Memory,
): Promise<DocumentFonts> {
  const characters = charactersOf(html);
  const key = hashOf(tools, language, characters);
  const kept = await cache.get("font", key);
  if (kept) return fontsWith(key, [], async () => deserialize(kept) as CutFace[]);
  const loaded = await faces();
  const problems = fontProblems(html, loaded, originOf);
  return fontsWith(key, problems, async () => {
    const made = await cutFaces(loaded, characters);
    if (problems.length === 0) await cache.put("font", key, serialize(made));
    return made;
  });
}

function fontsWith(
  key: string,
  problems: readonly Diagnostic[],
  make: () => Promise<readonly CutFace[]>,
): DocumentFonts {
  const faces = once(make);
  return { key, problems, faces, rules: async (outlines) => fontRules(await faces(), outlines) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
