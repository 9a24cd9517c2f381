import { create } from "fontkit";
import subsetFont from "subset-font";
import { beforeAll, describe, expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { boxed } from "../../../src/print/fonts/boxes.ts";
import { readFont } from "../../../src/world/fonts.ts";

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** What a font says of its glyphs. */
interface OpenFont {
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly advanceWidth: number;
  };
  getGlyph(id: number): { readonly bbox: Box; readonly path: { readonly commands: readonly unknown[] } };
}

const openFont = (bytes: Uint8Array) => create(Buffer.from(bytes)) as unknown as OpenFont;

const TEXT = "office Å 知识产权 2021、特許";

describe.each(["en", "ja"] as const)("%s", (language) => {
  let cut: Uint8Array;
  let boxes: Uint8Array;

  beforeAll(async () => {
    const [face] = FACES[language];
    if (!face) throw new Error("no face");
    cut = await subsetFont(Buffer.from(await readFont(face)), TEXT, { targetFormat: "truetype" });
    boxes = boxed(cut);
  });

  test("text is set as before, glyph by glyph, each as large as it was", () => {
    const [before, after] = [openFont(cut), openFont(boxes)];
    const [a, b] = [before.layout(TEXT), after.layout(TEXT)];
    expect(b.glyphs.map(({ id }) => id)).toEqual(a.glyphs.map(({ id }) => id));
    expect(b.advanceWidth).toBe(a.advanceWidth);
    for (const { id } of a.glyphs) expect(after.getGlyph(id).bbox).toEqual(before.getGlyph(id).bbox);
  });

  test("each letter is a box of four corners, and a space is nothing", () => {
    const font = openFont(boxes);
    const drawn = (text: string) => font.getGlyph(font.layout(text).glyphs[0]?.id ?? 0).path.commands.length;
    // To the first corner, three sides, and back.
    for (const letter of language === "en" ? "2Å" : "2特") expect(drawn(letter)).toBe(5);
    expect(drawn(" ")).toBe(0);
    expect(boxes.length).toBeLessThan(cut.length / 1.2);
  });
});
