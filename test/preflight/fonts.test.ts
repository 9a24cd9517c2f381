import { expect, test } from "vitest";
import type { Font } from "../../src/pdf/fonts/font.ts";
import { checkFonts } from "../../src/preflight/fonts.ts";
import type { Finished } from "../../src/preflight/reading/finished.ts";
import { codesOf, complaints } from "./sample.ts";

/** Codes of what is wrong with an English edition’s font that shows the glyphs 1 and 2. */
function faults(more: Partial<Font>): string[] {
  const font: Font = {
    id: 1,
    name: "AAAAAA+SourceSerif4-Regular",
    type: "CIDFontType2",
    embedded: true,
    wide: true,
    widths: { byCode: [], other: 500 },
    texts: ["", "a", "b"],
    shown: Uint8Array.of(0, 1, 1),
    actualTexts: new Map(),
    ...more,
  };
  const list = complaints();
  checkFonts("en", { fonts: new Map([[1, font]]) } as unknown as Finished, list);
  return codesOf(list.diagnostics());
}

test.each<[string, Partial<Font>, string[]]>([
  ["a subset of the edition’s own TrueType font", {}, []],
  ["a Type 3 font", { type: "Type3", name: "" }, ["font-type"]],
  ["a CFF font", { type: "CIDFontType0" }, ["font-type"]],
  ["a font that is not embedded", { embedded: false }, ["font-not-embedded"]],
  ["a font embedded whole", { name: "SourceSerif4-Regular" }, ["font-not-subset"]],
  ["another edition’s font", { name: "AAAAAA+NotoSerifSC-Regular" }, ["foreign-font"]],
  [
    "a font whose name only begins like one of ours",
    { name: "AAAAAA+SourceSerif4Display-Regular" },
    ["foreign-font"],
  ],
  ["the browser’s substitute for missing characters", { name: "AAAAAA+Blank" }, ["missing-glyph"]],
  ["the glyph for missing characters", { shown: Uint8Array.of(1, 1, 0) }, ["missing-glyph"]],
  ["a glyph that means nothing", { shown: Uint8Array.of(0, 1, 1, 1) }, ["glyph-without-text"]],
])("%s", (_, font, codes) => {
  expect(faults(font)).toEqual(codes);
});
