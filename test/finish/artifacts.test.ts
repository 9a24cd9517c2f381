import { expect, test } from "vitest";
import { releaseDecoration, rewriteContent } from "../../src/finish/artifacts.ts";
import { interpretContent } from "../../src/pdf/content/interpret.ts";
import type { StreamContent } from "../../src/pdf/content/marks.ts";
import { IDENTITY } from "../../src/pdf/content/matrix.ts";
import { content, drawing, element, font, outlineOf } from "../pdf/tree.ts";

const FONT = font(["", "a", " "]);

function interpret(source: string): StreamContent {
  return interpretContent(source, { id: 1, page: 0, ctm: IDENTITY, font: () => FONT, draw: () => undefined });
}

test("takes lines and backgrounds out of the structure, but not out of figures and labels", () => {
  const structure = element("Document", [
    element("Table", [drawing(), element("TR", [drawing(), element("TD", ["7"])])]),
    element("Figure", [element("Span", [drawing()])]),
    element("LI", [element("Lbl", [drawing()]), element("LBody", ["text", content("", { paints: 0 })])]),
  ]);
  expect(releaseDecoration(structure)).toBe(3);
  expect(outlineOf(structure)).toBe("Document[Table[TR[TD[7]]] Figure[Span[~]] LI[Lbl[~] LBody[text]]]");
});

test("wraps what is untagged, and turns released marks into artifacts", () => {
  const page = interpret(
    "0 0 1 1 re f\n/P <</MCID 0>>BDC BT /F1 9 Tf <0001> Tj ET EMC /TR <</MCID 1>>BDC 1 1 1 1 re f EMC 2 2 1 1 re f",
  );
  const mark = page.marks[1];
  if (mark !== undefined) mark.artifact = true;
  expect(rewriteContent(page)).toBe(
    "/Artifact BMC\n0 0 1 1 re f\n\nEMC\n/P <</MCID 0>>BDC BT /F1 9 Tf <0001> Tj ET EMC " +
      "/Artifact BMC 1 1 1 1 re f EMC /Artifact BMC\n2 2 1 1 re f\nEMC\n",
  );
});

test("puts in the space that a line break stands for", () => {
  const page = interpret("/P <</MCID 0>>BDC BT /F1 9 Tf <0001> Tj 0 -9 Td <0001> Tj ET EMC");
  const line = page.marks[0]?.lines[0];
  if (line !== undefined) line.needsSpace = true;
  expect(rewriteContent(page)).toBe(
    "/P <</MCID 0>>BDC BT /F1 9 Tf <0001> Tj <0002> Tj 0 -9 Td <0001> Tj ET EMC",
  );
});

test("leaves alone a stream in which all is well", () => {
  expect(rewriteContent(interpret("/P <</MCID 0>>BDC 0 0 1 1 re f EMC"))).toBeUndefined();
});
