import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDestinationPages } from "../../src/pdf/destinations.ts";
import { readPdf } from "../../src/pdf/read.ts";
import { readStructure } from "../../src/pdf/structure/text.ts";

const PRINT = readFileSync(new URL("../finish/fixtures/en.pdf", import.meta.url));

test("tells on which pages links' destinations are", () => {
  const { pages, count } = readDestinationPages(PRINT);
  expect(Object.fromEntries(pages)).toEqual({ "heading-1": 3, "note-1": 4, "table-1": 4 });
  expect(count).toBe(5);
});

test("reads pages, bookmarks and links", () => {
  const { pages, outline, links } = readPdf(PRINT);
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    Array(5).fill([595, 842]),
  );
  expect(outline[0]?.title).toBe("Sample White Paper & Annual Report 2021");
  expect(outline[0]?.items[1]?.items.map(({ title }) => title)).toEqual([
    "41.17% patents trademarks",
    "region",
  ]);
  expect(
    [...links.values()].map(({ page, target }) => [
      page,
      target.kind === "external" ? target.uri : target.name,
    ]),
  ).toEqual([
    [1, "heading-1"],
    [2, "table-1"],
    [2, "https://example.org/1"],
    [2, "note-1"],
  ]);
});

test("reads the structure in reading order, with language, alternative text, pages and place", () => {
  const entries = readStructure(PRINT);
  const emphasis = entries.filter(({ role }) => role === "Em").at(-1);
  expect(emphasis).toMatchObject({ lang: "fr", text: "Déjà vu, très égal", pages: [2] });
  expect(entries.find(({ role, alt }) => role === "Figure" && alt?.startsWith("region"))?.pages).toEqual([3]);
  const heading = entries.find(({ role, text }) => role === "H2" && text.startsWith("1."));
  expect(heading?.box?.map(Math.round)).toEqual([74, 731, 232, 747]);
  expect(entries.map(({ role }) => role).slice(0, 4)).toEqual(["Document", "NonStruct", "H1", "NonStruct"]);
});
