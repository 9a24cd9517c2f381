import type { WebFace } from "../../web/fonts/faces.ts";
import { hashOf } from "../cache/store.ts";
import type { WebWorld } from "./world.ts";

/** Gives a face cut to what is shown of it. */
export type PackFont = (font: WebFace) => Promise<Uint8Array>;

/** Cuts and packs fonts, or takes them from the cache. The names of languages are the same on all pages: each is packed once. */
export function createPacker(
  tools: string,
  { cache, workshop }: Pick<WebWorld, "cache" | "workshop">,
): PackFont {
  const packed = new Map<string, Promise<Uint8Array>>();
  const pack = async (key: string, { face, characters }: WebFace): Promise<Uint8Array> => {
    const kept = await cache.get("font", key);
    if (kept) return kept;
    const bytes = await workshop.packFont(face, characters);
    await cache.put("font", key, bytes);
    return bytes;
  };
  return (font) => {
    const { face, characters } = font;
    const key = hashOf(tools, "woff2", face.package, face.file, characters);
    const known = packed.get(key) ?? pack(key, font);
    packed.set(key, known);
    return known;
  };
}

/** The fonts of an edition by their paths. */
export async function webFonts(fonts: readonly WebFace[], pack: PackFont): Promise<Map<string, Uint8Array>> {
  return new Map(await Promise.all(fonts.map(async (font) => [font.path, await pack(font)] as const)));
}
