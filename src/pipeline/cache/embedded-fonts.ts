import { deserialize, serialize } from "node:v8";
import { deflateSync } from "node:zlib";
import type { FontProgram, FontPrograms } from "../../finish/bind/fonts.ts";
import { embeddable } from "../../print/fonts/truetype.ts";
import type { DocumentFonts } from "./fonts.ts";
import { type Cache, hashOf } from "./store.ts";

/** The fonts of an edition as its PDF embeds them, with the outlines that it shows; for the same glyphs of the same fonts, those from the cache. */
export async function embeddedPrograms(
  shown: ReadonlyMap<string, readonly number[]>,
  fonts: DocumentFonts,
  cache: Cache,
): Promise<FontPrograms> {
  const key = `${hashOf(fonts.key, JSON.stringify([...shown]))}.embedded`;
  const kept = await cache.get("font", key);
  if (kept) return deserialize(kept) as FontPrograms;
  const programs = new Map(
    (await fonts.faces()).flatMap(({ postScriptName, bytes }) => {
      const glyphs = shown.get(postScriptName);
      return glyphs === undefined ? [] : [[postScriptName, embedded(embeddable(bytes, glyphs))] as const];
    }),
  );
  await cache.put("font", key, serialize(programs));
  return programs;
}

function embedded(program: Uint8Array): FontProgram {
  return { deflated: deflateSync(program), length: program.length };
}
