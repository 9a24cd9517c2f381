import { expect, test } from "vitest";
import type { Mark } from "../../../src/pdf/content/marks.ts";
import type { Element, Kid } from "../../../src/pdf/structure/element.ts";
import { foundBlocks, pageAt } from "../../../src/preflight/reading/found-blocks.ts";
import { element, found, line } from "../sample.ts";

/** A piece of content with these lines. */
function content(...texts: string[]): Kid {
  const mark: Mark = {
    stream: 1,
    id: 0,
    page: 0,
    tag: "P",
    begin: 0,
    beginEnd: 0,
    lines: texts.map((text, index) => line(text, index)),
    paints: 1,
    box: [0, 0, 1, 1],
    artifact: false,
  };
  return { kind: "content", mark };
}

const read = (...kids: Element[]) =>
  foundBlocks(element("Document", kids, { lang: "en" })).map(({ element: { role }, text }) => [role, text]);

test("headings, paragraphs, cells and list items are blocks, pieces in them are part of their text", () => {
  const row = element("TR", [element("TH", [content("Hill")]), element("TD", [content("80,250")])]);
  const item = element("LI", [
    element("Lbl", [content("1. ")]),
    element("LBody", [element("Link", [content("One")])]),
  ]);
  expect(
    read(
      element("H1", [content("Title")]),
      element("Sect", [
        element("P", [content("Some "), element("Em", [content("plan,")]), content(" two ", "lines")]),
      ]),
      element("Table", [element("Caption", [content("Table 1")]), row]),
      element("L", [item]),
    ),
  ).toEqual([
    ["H1", "Title"],
    ["P", "Some plan, two lines"],
    ["Caption", "Table 1"],
    ["TH", "Hill"],
    ["TD", "80,250"],
    ["LI", "1. One"],
  ]);
});

test("a figure’s caption comes before its labels, wherever it stands", () => {
  const caption = element("Caption", [content("Figure 1")]);
  expect(read(element("Figure", [content("80,250"), caption]))).toEqual([
    ["Caption", "Figure 1"],
    ["Figure", "80,250"],
  ]);
});

test("text outside of all blocks is not overlooked", () => {
  expect(read(element("Sect", [content("stray"), element("P", [content("text")])]))).toEqual([
    ["Sect", "stray"],
    ["P", "text"],
  ]);
});

test("a replacement text counts instead of what it replaces", () => {
  const bullet = element("Lbl", [content("")], { actualText: "• " });
  expect(read(element("LI", [bullet, element("LBody", [content("One")])]))).toEqual([["LI", "• One"]]);
});

test("a language holds for what is inside", () => {
  const document = element(
    "Document",
    [element("P", [content("一")], { lang: "zh-CN" }), element("P", [content("one")])],
    { lang: "en" },
  );
  expect(foundBlocks(document).map(({ lang }) => lang)).toEqual(["zh-CN", "en"]);
});

test("a place in a text is on the page of its line", () => {
  const block = found(["first ", line("second", 1, { page: 3 })]);
  expect([pageAt(block, 0), pageAt(block, 5), pageAt(block, 6), pageAt(block, 11)]).toEqual([0, 0, 3, 3]);
});
