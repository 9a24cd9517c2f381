import { expect, test } from "vitest";
import { interpretContent } from "../../../src/pdf/content/interpret.ts";
import { markText, PAINTS, type StreamContent } from "../../../src/pdf/content/marks.ts";
import { IDENTITY } from "../../../src/pdf/content/matrix.ts";
import type { Surroundings } from "../../../src/pdf/content/surroundings.ts";
import { font } from "../tree.ts";

const FONT = font(["", "a", "b", " "]);

function interpret(source: string, more: Partial<Surroundings> = {}): StreamContent {
  return interpretContent(source, {
    id: 1,
    page: 0,
    ctm: IDENTITY,
    font: () => FONT,
    draw: () => undefined,
    ...more,
  });
}

const untaggedOf = ({ source, untagged }: StreamContent): string[] =>
  untagged.map(({ start, end }) => source.slice(start, end).trim());

test("reads a mark's text, what it paints and what it covers", () => {
  const content = interpret(
    "2 0 0 2 0 0 cm /P <</MCID 0>>BDC BT /F1 10 Tf 1 0 0 1 5 7 Tm <0001> Tj 20 0 Td [<0002> 500 <0001>] TJ ET EMC",
  );
  const mark = content.marks[0];
  expect(mark && markText(mark)).toBe("aba");
  expect(mark?.paints).toBe(PAINTS.text);
  // Half an em per glyph, at twice the size: 10 points from x = 10, and from x = 50.
  expect(mark?.box.map((value) => Math.round(value * 10) / 10)).toEqual([10, 9.6, 60, 31.6]);
});

test("breaks the text into lines where it jumps", () => {
  const content = interpret(
    "/P <</MCID 0>>BDC BT /F1 10 Tf 1 0 0 1 0 20 Tm <0001> Tj 5 0 Td <0001> Tj 1 0 0 1 0 8 Tm <0002> Tj ET EMC",
  );
  expect(
    content.marks[0]?.lines.map(({ text, startX, endX, baseline }) => [text, startX, endX, baseline]),
  ).toEqual([
    ["aa", 0, 10, 20],
    ["b", 0, 5, 8],
  ]);
});

test("takes a replacement text once, and remembers it for glyphs without a text of their own", () => {
  const content = interpret(
    "/P <</MCID 0>>BDC BT /F1 10 Tf /Span<</ActualText <FEFF00660066>>>BDC <00050006> Tj EMC <0001> Tj ET EMC",
  );
  const mark = content.marks[0];
  expect(mark && markText(mark)).toBe("ffa");
  expect([...FONT.actualTexts]).toEqual([
    [5, "ff"],
    [6, "\u200b"],
  ]);
});

test("finds what is painted outside of the structure, whole", () => {
  const content = interpret(
    "1 g 0 0 1 1 re f q BT /F1 9 Tf <0001> Tj ET Q /P <</MCID 0>>BDC 0 0 1 1 re f EMC 2 g 3 3 m 4 4 l S /Artifact BMC 5 5 1 1 re f EMC",
  );
  expect(untaggedOf(content)).toEqual(["0 0 1 1 re f q BT /F1 9 Tf <0001> Tj ET Q", "3 3 m 4 4 l S"]);
  expect(content.looseLines.map(({ text }) => text)).toEqual(["a"]);
});

test("does not count clips and unseen paths as painting", () => {
  expect(untaggedOf(interpret("0 0 10 10 re W n q Q 1 0 0 RG BT ET"))).toEqual([]);
});

test("holds a whole text object or an unmarked sequence around untagged text", () => {
  expect(
    untaggedOf(interpret("/Span <</ActualText (x)>>BDC BT /F1 9 Tf <0001> Tj ET EMC /P <</MCID 0>>BDC EMC")),
  ).toEqual(["/Span <</ActualText (x)>>BDC BT /F1 9 Tf <0001> Tj ET EMC"]);
});

test("leaves a form with marks of its own outside of artifacts, and puts others into them", () => {
  const form = (tagged: boolean): StreamContent =>
    interpret("1 1 m 2 2 l S /X1 Do 3 3 m 4 4 l S", {
      draw: () => ({ kind: "form", tagged, box: [0, 0, 1, 1], matrix: IDENTITY }),
    });
  expect(untaggedOf(form(true))).toEqual(["1 1 m 2 2 l S", "3 3 m 4 4 l S"]);
  expect(untaggedOf(form(false))).toEqual(["1 1 m 2 2 l S /X1 Do 3 3 m 4 4 l S"]);
});

test("takes the largest outer clip for the page area", () => {
  const content = interpret("q 1 1 2 2 re W n Q q 10 20 100 200 re W* n q 0 0 900 900 re W n Q Q");
  expect(content.pageArea).toEqual([10, 20, 110, 220]);
});
