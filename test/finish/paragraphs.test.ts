import { expect, test } from "vitest";
import { mendParagraphs } from "../../src/finish/paragraphs.ts";
import { element, outlineOf } from "../pdf/tree.ts";

const box = (...kids: Parameters<typeof element>[1] & object): ReturnType<typeof element> =>
  element("NonStruct", kids);

test("boxes that mean nothing dissolve, and text in a group becomes paragraphs", () => {
  const structure = element("Document", [
    box(element("H1", [box("Title")]), box(box("a"), element("Em", [box("b")])), box(box("c"))),
    element("Div", [box("d"), element("Link", [box("e")]), box(box("f")), element("P", [box(box("g"))])]),
    box(box(box("term")), box(box("meaning"))),
    box(),
  ]);
  expect(mendParagraphs(structure, element)).toBe(6);
  expect(outlineOf(structure)).toBe(
    "Document[H1[Title] P[a Em[b]] P[c] Div[P[d Link[e]] P[f] P[g]] P[term] P[meaning]]",
  );
});

test("a box keeps its language", () => {
  const structure = element("Document", [
    element("NonStruct", [box("x")], { lang: "fr" }),
    element("NonStruct", [element("P", ["y"])], { lang: "ko" }),
    element("P", [element("NonStruct", ["z"], { lang: "ja" })]),
  ]);
  mendParagraphs(structure, element);
  expect(outlineOf(structure)).toBe("Document[P[x] Div[P[y]] P[Span[z]]]");
});
