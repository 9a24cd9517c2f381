import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mendGlyphTexts, toUnicodeMap } from "../../src/finish/glyph-texts.ts";
import { readFont } from "../../src/pdf/fonts/font.ts";
import { asDict } from "../../src/pdf/objects/access.ts";
import { readPdf } from "../../src/pdf/read.ts";

const reading = readPdf(readFileSync(new URL("fixtures/en.pdf", import.meta.url)));

test("enters texts that only an ActualText told, with or without a map to begin with", () => {
  const [first, second] = [...reading.fonts.values()];
  first?.actualTexts.set(0x1234, "😀").set(0x1235, "\u200b");
  asDict(reading.file.get(second?.id ?? 0))?.delete("ToUnicode");
  second?.actualTexts.set(0x0042, "ffi");
  expect(mendGlyphTexts(reading)).toBe(3);
  const texts = readFont(reading.file, first?.id ?? 0).texts;
  expect([texts[0x1234], texts[0x1235], texts[1]]).toEqual(["😀", "\u200b", " "]);
  expect(readFont(reading.file, second?.id ?? 0).texts[0x42]).toBe("ffi");
});

test("writes a text as the four digits of each of its units", () => {
  const map = toUnicodeMap(new Map([[0x0a, "é😀"]]), true);
  expect(map).toContain("1 beginbfchar\n<000A> <00E9D83DDE00>\nendbfchar\nendcmap");
});
