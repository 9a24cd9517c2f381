import { expect, test } from "vitest";
import type { Composition, ContentsEntry } from "../../src/model/composition.ts";
import { documentParts } from "../../src/print/document-parts.ts";
import { type PartRequest, print } from "../../src/print/print.ts";

const entry = (id: string): ContentsEntry => ({ kind: "chapter", id, number: "", html: "", lang: "" });

const chapter = (id: string, text = "") => `<section id="${id}">${text}</section>`;

/** Three chapters; the second may refer to the page of the third. */
function composition(reference = "", tail = ""): Composition {
  const chapters = [chapter("a"), chapter("b", reference), chapter("c")];
  const list = ["a", "b", "c"].map((id) => `<span id="page-of-${id}"></span>`).join("");
  return {
    html: `<html><head><style></style></head><body><nav>${list}</nav><main>${chapters.join("\n")}</main>${tail}</body></html>`,
    chapters,
    title: "Test",
    entries: ["a", "b", "c"].map(entry),
    slots: new Map(["a", "b", "c"].map((id) => [id, `page-of-${id}`])),
    references: new Map(reference === "" ? [] : [["see-1", { target: "c", text: "" }]]),
    charts: new Map(),
    blocks: [],
  };
}

/** A browser in which parts have so many pages, by name; two for the front unless said otherwise. */
function browser(pages: Record<string, (request: PartRequest) => number> = {}) {
  const asked: string[] = [];
  const ids: Record<string, string> = { c1: "a", c2: "b", c3: "c" };
  return {
    asked,
    printPart: async (request: PartRequest) => {
      const { part, pagesBefore, texts } = request;
      asked.push(`${part.name} after ${pagesBefore}: ${[...texts.values()].join(",")}`);
      const pageCount = pages[part.name]?.(request) ?? 2;
      const id = ids[part.name];
      return {
        bytes: Buffer.from(part.name),
        pageCount,
        places: new Map(id === undefined ? [] : [[id, 0]]),
      };
    },
  };
}

const printed = (
  { printPart }: ReturnType<typeof browser>,
  document = composition(),
  guess: Record<string, string> = {},
) => {
  const { parts } = documentParts(document);
  return print({ composition: document, parts, guess: new Map(Object.entries(guess)), printPart });
};

test("chapters one after the other, and last the front with the pages that they have", async () => {
  const world = browser({ c2: () => 5 });
  const { parts, pages, ...counts } = await printed(world);
  expect(world.asked).toEqual(["c1 after 0: ", "c2 after 2: ", "c3 after 7: ", "front after 0: 1,3,8"]);
  expect(parts.map((part) => Buffer.from(part).toString())).toEqual(["front", "c1", "c2", "c3"]);
  expect(Object.fromEntries(pages)).toEqual({ a: "1", b: "3", c: "8" });
  expect(counts).toEqual({ frontPages: 2, pageCount: 11, passes: 1, settled: true });
});

test("what comes after the last chapter is a part of its own, unless it is nothing", async () => {
  const world = browser({ back: () => 1 });
  const { parts, pageCount } = await printed(world, composition("", "<p>printed in Nanjing</p>"));
  expect(parts.map((part) => Buffer.from(part).toString())).toEqual(["front", "c1", "c2", "c3", "back"]);
  expect(world.asked.slice(3)).toEqual(["back after 6: ", "front after 0: 1,3,5"]);
  expect(pageCount).toBe(9);
});

test("a reference to a later chapter: right at once with a guess, in a second pass without", async () => {
  const document = composition('<a id="see-1"></a>');
  const guessed = browser();
  expect(await printed(guessed, document, { a: "1", b: "3", c: "5" })).toMatchObject({
    passes: 1,
    settled: true,
  });
  const blind = browser();
  expect(await printed(blind, document)).toMatchObject({ passes: 2, settled: true });
  expect(blind.asked.filter((ask) => ask.startsWith("c2"))).toEqual(["c2 after 2: ", "c2 after 2: 5"]);
});

test("a number that moves what it stands in for ever: given up, and said", async () => {
  let grows = 2;
  const world = browser({ c2: () => grows++ });
  const result = await printed(world, composition('<a id="see-1"></a>'));
  expect(result).toMatchObject({ passes: 4, settled: false });
});

test("a document without its chapters as composed is one part; its front ends where its first chapter begins", async () => {
  const whole = { ...composition(), chapters: [chapter("gone")] };
  const asked: string[] = [];
  const result = await print({
    composition: whole,
    parts: documentParts(whole).parts,
    guess: new Map(),
    printPart: async ({ part, texts }) => {
      asked.push(`${part.name}: ${[...texts.values()].join(",")}`);
      const places = new Map([
        ["a", 3],
        ["b", 4],
        ["c", 6],
      ]);
      return { bytes: new Uint8Array(), pageCount: 8, places };
    },
  });
  expect(asked).toEqual(["front: ,,", "front: 1,2,4"]);
  expect(result).toMatchObject({ frontPages: 3, pageCount: 8, passes: 2, settled: true });
});
