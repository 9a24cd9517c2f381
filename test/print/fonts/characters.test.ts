import { expect, test } from "vitest";
import { charactersOf } from "../../../src/print/fonts/characters.ts";

const has = (html: string, characters: string) =>
  [...characters].every((one) => charactersOf(html).includes(one));

test("the characters of texts and of generated content, entities and CSS escapes undone", () => {
  expect(has("<p>專 &amp; &lt;</p>", "專&<")).toBe(true);
  expect(has('<style>@page x{content:"Ω \\4e2d \\22 "}</style>', 'Ω中"')).toBe(true);
});

test("neither tags nor the code of style sheets count as text", () => {
  expect(charactersOf('<p class="λ">a</p><style>.μ{color:red}</style>')).not.toMatch(/[λμ{}]/);
});

test("each once, sorted, whatever their order was; page numbers always", () => {
  const characters = charactersOf("<p>bcab \u{20000}</p>");
  expect(charactersOf("<p>\u{20000} acb</p>")).toBe(characters);
  expect([...characters]).toEqual([...new Set(characters)].sort());
  expect(has("", "0123456789ivx")).toBe(true);
});
