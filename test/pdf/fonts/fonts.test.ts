import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codesWithoutText } from "../../../src/pdf/fonts/font.ts";
import { parseToUnicode } from "../../../src/pdf/fonts/tounicode.ts";
import { compositeWidths } from "../../../src/pdf/fonts/widths.ts";
import { openFile } from "../../../src/pdf/objects/file.ts";
import { dict } from "../../../src/pdf/objects/values.ts";
import { readPdf } from "../../../src/pdf/read.ts";
import { font } from "../tree.ts";

const PRINT = readFileSync(new URL("../../finish/fixtures/zh-CN.pdf", import.meta.url));

test("reads single codes, ligatures, ranges and characters beyond the first plane", () => {
  const texts = parseToUnicode(
    "2 beginbfchar\n<0001> <0020>\n<002F> <00660066>\nendbfchar 2 beginbfrange\n<0009> <000B> <0052>\n<0010> <0011> <D83DDE00>\nendbfrange",
  );
  expect([texts[1], texts[0x2f], texts[9], texts[11], texts[16], texts[17]]).toEqual([
    " ",
    "ff",
    "R",
    "T",
    "😀",
    "😁",
  ]);
});

test("reads widths as lists and as ranges", () => {
  const descendant = dict({ W: [1, [500, 600], 10, 12, 700], DW: 880 });
  const { byCode, other } = compositeWidths(openFile(PRINT), descendant);
  expect([byCode[1], byCode[2], byCode[3], byCode[10], byCode[12], other]).toEqual([
    500,
    600,
    undefined,
    700,
    700,
    880,
  ]);
});

test("reads the fonts of a print: embedded TrueType, every shown glyph with a text", () => {
  const fonts = [...readPdf(PRINT).fonts.values()];
  expect(fonts.map(({ name, type, embedded }) => [name.replace(/^.*\+/, ""), type, embedded])).toEqual([
    ["NotoSansSC-Bold", "CIDFontType2", true],
    ["NotoSansSC-Regular", "CIDFontType2", true],
  ]);
  expect(fonts.flatMap(codesWithoutText)).toEqual([]);
});

test("tells glyphs that are shown without a text", () => {
  const texts: string[] = [];
  texts[1] = "a";
  const one = font(texts);
  one.shown.fill(1, 0, 3);
  one.actualTexts.set(2, "x");
  expect(codesWithoutText(one)).toEqual([0]);
});
