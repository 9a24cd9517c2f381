import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import { charactersOf } from "../../print/fonts/characters.ts";
import { fontProblems, type OriginOf } from "../../print/fonts/coverage.ts";
import { type CutFonts, type CutProgram, cutFonts, type LoadedFace } from "../../print/fonts/subset.ts";
import type { Memory } from "./memory.ts";
import { hashOf } from "./store.ts";

/** The fonts of one composed document. */
export interface DocumentFonts {
  /** What they were cut from and to: the same key, the same fonts. */
  readonly key: string;
  /** Characters that a face lacks. */
  readonly problems: readonly Diagnostic[];
  /** The `@font-face` rules, each face cut down to the document's characters. */
  readonly rules: () => Promise<string>;
  /** The same fonts, one by one. */
  readonly programs: () => Promise<readonly CutProgram[]>;
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
  if (kept) {
    let fonts: CutFonts | undefined;
    const cut = async () => {
      fonts ??= deserialize(kept) as CutFonts;
      return fonts;
    };
    return { key, problems: [], ...partsOf(cut) };
  }
  const loaded = await faces();
  const problems = fontProblems(html, loaded, originOf);
  let cutting: Promise<CutFonts> | undefined;
  const cut = () => {
    cutting ??= cutFonts(loaded, characters).then(async (fonts) => {
      if (problems.length === 0) await cache.put("font", key, serialize(fonts));
      return fonts;
    });
    return cutting;
  };
  return { key, problems, ...partsOf(cut) };
}

function partsOf(cut: () => Promise<CutFonts>): Pick<DocumentFonts, "rules" | "programs"> {
  return { rules: async () => (await cut()).rules, programs: async () => (await cut()).programs };
}
