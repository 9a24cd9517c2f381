import { create } from "fontkit";
import subsetFont from "subset-font";
import { beforeAll, expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { embeddable, postScriptName } from "../../../src/print/fonts/truetype.ts";
import { readFont } from "../../../src/world/fonts.ts";

/** What a font says of its glyphs. */
interface OpenFont {
  readonly postscriptName: string;
  glyphForCodePoint(code: number): { readonly id: number };
  getGlyph(id: number): { readonly path: { toSVG(): string }; readonly advanceWidth: number };
}

const openFont = (bytes: Uint8Array) => create(Buffer.from(bytes)) as unknown as OpenFont;

const [face] = FACES.en;
let cut: Uint8Array;
let open: OpenFont;

beforeAll(async () => {
  if (!face) throw new Error("no face");
  const bytes = Buffer.from(await readFont(face));
  cut = await subsetFont(bytes, "Aàéb", { targetFormat: "truetype" });
  open = openFont(cut);
});

const glyphOf = (character: string) => open.glyphForCodePoint(character.codePointAt(0) ?? 0).id;
const shapeOf = (font: Uint8Array, glyph: number) => openFont(font).getGlyph(glyph).path.toSVG();

test("glyphs that are shown keep number, outline and width; others paint nothing", () => {
  const [a, accented, b] = [glyphOf("A"), glyphOf("à"), glyphOf("b")];
  const embedded = embeddable(cut, [a, accented]);
  expect(shapeOf(embedded, a)).toBe(shapeOf(cut, a));
  expect(shapeOf(embedded, accented)).toBe(shapeOf(cut, accented));
  expect(shapeOf(cut, accented).length).toBeGreaterThan(20);
  expect(shapeOf(embedded, b)).toBe("");
  expect(embedded.length).toBeLessThan(cut.length);
  const widths = (font: Uint8Array) =>
    [a, accented, b].map((glyph) => openFont(font).getGlyph(glyph).advanceWidth);
  expect(widths(embedded)).toEqual(widths(cut));
});

test("only the tables that a PDF needs are left, and their sums add up", () => {
  const embedded = embeddable(cut, [1]);
  const view = new DataView(embedded.buffer, embedded.byteOffset, embedded.length);
  const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
    Buffer.from(embedded.subarray(12 + i * 16, 16 + i * 16)).toString(),
  );
  expect(tags).toEqual(expect.arrayContaining(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]));
  expect(tags).not.toContain("GSUB");
  let sum = 0;
  for (let at = 0; at < embedded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test("the PostScript name is the one that the PDF will show", () => {
  expect(postScriptName(cut)).toBe(open.postscriptName);
  expect(postScriptName(cut)).toMatch(/^Source/);
});
