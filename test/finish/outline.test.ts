import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameBookmarks } from "../../src/finish/outline.ts";
import { readPdf } from "../../src/pdf/read.ts";
import { descendants } from "../../src/pdf/structure/element.ts";
import { elementText } from "../../src/pdf/structure/text.ts";

const { outline, structure } = readPdf(readFileSync(new URL("fixtures/en.pdf", import.meta.url)));

test("bookmarks read as their headings do, at all levels", () => {
  const broken = outline.map((item) => ({ ...item, title: item.title.replaceAll(" ", "").repeat(2) }));
  const heading = descendants(structure).find(({ id }) => id === outline[0]?.element);
  const title = heading && elementText(heading).trim();
  expect(title).toMatch(/\w \w/);
  expect(nameBookmarks(broken, structure)[0]?.title).toBe(title);
});

test("a bookmark without a heading keeps its title", () => {
  const item = { title: "Notes", destination: undefined, element: undefined, items: [] };
  expect(nameBookmarks([{ ...item, items: [item] }], structure)).toEqual([{ ...item, items: [item] }]);
});
