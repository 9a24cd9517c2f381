import { create } from "fontkit";
import subsetFont from "subset-font";
import { beforeAll, describe, expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { lighter } from "../../../src/print/fonts/lighter.ts";
import { readFont } from "../../../src/world/fonts.ts";

/** What a font says of its glyphs. */
interface OpenFont {
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly advanceWidth: number;
  };
  getGlyph(id: number): { readonly path: { toSVG(): string } };
}

const openFont = (bytes: Uint8Array) => create(Buffer.from(bytes)) as unknown as OpenFont;

const TEXT = "office 知识产权 2021、特許";

describe.each(["en", "ja"] as const)("%s", (language) => {
  let cut: Uint8Array;

  beforeAll(async () => {
    const [face] = FACES[language];
    if (!face) throw new Error("no face");
    cut = await subsetFont(Buffer.from(await readFont(face)), `${TEXT}xyz漢字`, { targetFormat: "truetype" });
  });

  test("its characters are set as before, glyph by glyph", () => {
    const [before, after] = [openFont(cut), openFont(lighter(cut, TEXT))];
    const [a, b] = [before.layout(TEXT), after.layout(TEXT)];
    expect(b.glyphs.map(({ id }) => id)).toEqual(a.glyphs.map(({ id }) => id));
    expect(b.advanceWidth).toBe(a.advanceWidth);
    for (const { id } of a.glyphs)
      expect(after.getGlyph(id).path.toSVG()).toBe(before.getGlyph(id).path.toSVG());
  });

  test("others have no outline and are not loaded", () => {
    const light = lighter(cut, TEXT);
    const [x] = openFont(cut).layout("x").glyphs;
    expect(
      openFont(cut)
        .getGlyph(x?.id ?? 0)
        .path.toSVG(),
    ).not.toBe("");
    expect(
      openFont(light)
        .getGlyph(x?.id ?? 0)
        .path.toSVG(),
    ).toBe("");
    expect(light.length).toBeLessThan(cut.length);
  });
});
