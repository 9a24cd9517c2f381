import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CutFont } from "../model/font-file.ts";
import { fontTrouble } from "./trouble.ts";

/**
 * What we use of HarfBuzz's subsetter, as harfbuzzjs compiles it: https://harfbuzz.github.io/harfbuzz-hb-subset.html. Fonts, sets and what is asked for are
 * addresses in its memory; 0 is none.
 */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  readonly hb_blob_create: (
    data: number,
    size: number,
    mode: number,
    user: number,
    destroy: number,
  ) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_set_invert: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** `HB_MEMORY_MODE_WRITABLE`. */
const WRITABLE = 2;
/** `HB_SUBSET_SETS_LAYOUT_FEATURE_TAG`. */
const LAYOUT_FEATURES = 6;

/**
 * Cuts a TrueType font down to the glyphs of a text, with those that any of its features puts in their place. Rejects when the font cannot be read. By
 * HarfBuzz itself: the package `subset-font` does the same, but loads code for WOFF with it and copies a CJK font's 15 MB once more. A file is read into
 * HarfBuzz's own memory, which takes half of the time of reading and copying it.
 */
export const cutFont: CutFont = async (font, characters) => {
  harfBuzz ??= loadHarfBuzz();
  const hb = await harfBuzz;
  const data = hb.malloc(font.length);
  if (data === 0) throw new Error(`no memory for a font of ${font.length} bytes`);
  try {
    const room = new Uint8Array(hb.memory.buffer, data, font.length);
    if (font instanceof Uint8Array) room.set(font);
    else font.readInto(room);
    const cut = cutBytes(hb, { data, length: font.length }, characters);
    if (cut) return cut;
    const path = "path" in font ? font.path : `of ${font.length} bytes`;
    throw fontTrouble(path, "cannot be cut down: it may be damaged");
  } finally {
    hb.free(data);
  }
};

let harfBuzz: Promise<HarfBuzz> | undefined;

/** Loaded when it is needed: most builds find their fonts cut. */
async function loadHarfBuzz(): Promise<HarfBuzz> {
  const path = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(path));
  const exports = instance.exports as unknown as HarfBuzz;
  exports._initialize();
  return exports;
}

/** Null where the font, which stands at `data` in HarfBuzz's memory, cannot be read. */
function cutBytes(hb: HarfBuzz, { data, length }: { data: number; length: number }, characters: string) {
  const blob = hb.hb_blob_create(data, length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  try {
    return cutFace(hb, face, characters);
  } finally {
    hb.hb_face_destroy(face);
  }
}

function cutFace(hb: HarfBuzz, face: number, characters: string): Uint8Array | null {
  const input = hb.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error("no memory to cut a font down");
  const features = hb.hb_subset_input_set(input, LAYOUT_FEATURES);
  // All but none of them.
  hb.hb_set_clear(features);
  hb.hb_set_invert(features);
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(wanted, character.codePointAt(0) ?? 0);
  const cut = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  const blob = hb.hb_face_reference_blob(cut);
  try {
    const length = hb.hb_blob_get_length(blob);
    if (length === 0) return null;
    // A copy: what is in HarfBuzz's memory is overwritten by the next font.
    return new Uint8Array(hb.memory.buffer, hb.hb_blob_get_data(blob, 0), length).slice();
  } finally {
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(cut);
  }
}
