import { expect, test } from "vitest";
import type { Composition } from "../../src/model/composition.ts";
import { documentParts } from "../../src/print/document-parts.ts";

const compositionOf = (chapters: readonly string[], front = "<nav>1</nav>", head = ""): Composition =>
  ({
    html: `<html><head>${head}</head><body>${front}<main>${chapters.join("\n")}</main></body></html>`,
    chapters,
    slots: new Map([["a", "page-of-a"]]),
    references: new Map([["see-1", { target: "b", text: "" }]]),
  }) as unknown as Composition;

const A = '<section class="chapter" id="a"><p>one</p></section>';
const B = '<section class="chapter" id="b"><p><a id="see-1"></a></p></section>';

test("a document falls apart at its chapters, and each part knows its page-number slots", () => {
  const { parts, htmlWith } = documentParts(compositionOf([A, B], '<nav><i id="page-of-a"></i></nav>'));
  expect(parts.map(({ name, kind, chapter }) => [name, kind, chapter])).toEqual([
    ["front", "front", 0],
    ["c1", "chapter", 0],
    ["c2", "chapter", 1],
  ]);
  expect(parts.map(({ slots }) => [...slots])).toEqual([[["page-of-a", "a"]], [], [["see-1", "b"]]]);
  expect(htmlWith(new Set([0]))).toContain(
    `<main><!--chapter-start-->${A}<!--chapter-end-->\n<!--chapter-start--><section class="chapter" id="b"><i id="see-1"></i></section><!--chapter-end--></main>`,
  );
});

test("two chapters with the same words are two parts", () => {
  const { parts } = documentParts(compositionOf([A, A]));
  expect(parts.map(({ html }) => html).slice(1)).toEqual([A, A]);
});

test("words and drawings of other parts are not in the frame; styles, classes and nesting are", () => {
  const { frame } = documentParts(compositionOf([A, B]));
  const frameOf = (a: string, front?: string, head?: string) =>
    documentParts(compositionOf([a, B], front, head)).frame;
  expect(frameOf(A.replace("one", "two"))).toBe(frame);
  expect(frameOf(A, "<nav>2</nav>")).toBe(frame);
  const svg = (width: number) => A.replace("one", `<svg width="${width}"><g class="x${width}"></g></svg>`);
  expect(frameOf(svg(1))).toBe(frameOf(svg(2)));
  expect(frameOf(A.replace("<p>", '<p class="x">'))).not.toBe(frame);
  expect(frameOf(A.replace("<p>one</p>", "<p>one</p><p>two</p>"))).not.toBe(frame);
  expect(frameOf(A, undefined, "<style>p{}</style>")).not.toBe(frame);
});
