import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPdf } from "../../../src/pdf/read.ts";
import { elementText } from "../../../src/pdf/structure/text.ts";
import { CHAPTER_END, CHAPTER_START } from "../../../src/print/document-parts.ts";
import type { PrintedPiece } from "../../../src/print/printer.ts";
import { type ChromiumPrinter, openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { FIRST_PASS } from "../../../src/world/browser/document.ts";
import { documentOf, FONT_NAME, fontsIn, undated } from "./documents.ts";

let printer: ChromiumPrinter;
beforeAll(async () => {
  printer = await openPrinter();
}, 30_000);
afterAll(() => printer.close());

async function print(html: string): Promise<Uint8Array> {
  const page = await printer.open(html);
  try {
    return await page.print();
  } finally {
    await page.close();
  }
}

test("a document is printed tagged, with its outline, in the size its style asks for", async () => {
  const pdf = Buffer.from(await print(documentOf("<h1>Title</h1><p>text", "@page{size:5in 5in}"))).toString(
    "latin1",
  );
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toContain("/MediaBox [0 0 360 360]");
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toContain("/Outlines");
  expect(pdf).toContain("/Lang (en)");
});

test("where the browser would hide the document in its last pass, too, it is printed without hiding it", async () => {
  const hidden = documentOf("<p>text", `html:has(#${FIRST_PASS}){display:none!important}`);
  expect(elementText(readPdf(await print(hidden)).structure).trim()).toBe("text");
  const blank = await print(documentOf("", "body{display:none}"));
  expect(blank.length).toBeLessThan(2_000);
  expect((await print(documentOf("<p>i"))).length).toBeGreaterThan(2_500);
});

test("a piece of a document: alone, from its page on, with links to what is not in it", async () => {
  const chapter = (id: string) =>
    `<!--${CHAPTER_START}--><section id="${id}"><h2>Chapter ${id}</h2><a href="#a">a</a> <a href="#b">b</a></section><!--${CHAPTER_END}-->`;
  const style =
    "@page{margin:20mm;counter-increment:page 1;@bottom-center{content:counter(page);font-family:Body}}section{break-before:page}";
  const page = await printer.open(
    documentOf(`<p>front</p><main>${chapter("a")}${chapter("b")}</main><p>back</p>`, style),
  );
  const piece = async (kind: PrintedPiece["kind"], chapter: number, pagesBefore: number) => {
    const { pages, structure, streams, links, destinations } = readPdf(
      await page.print({ piece: { kind, chapter, pagesBefore } }),
    );
    return {
      pages: pages.length,
      text: elementText(structure).trim(),
      foot: [...streams.values()].flatMap(({ looseLines }) => looseLines.map(({ text }) => text)).join(""),
      links: [...links.values()].map(({ target }) => target.kind === "internal" && target.name),
      places: [...destinations.keys()],
    };
  };
  expect(await piece("front", 0, 0)).toEqual({ pages: 1, text: "front", foot: "1", links: [], places: [] });
  expect(await piece("chapter", 1, 7)).toEqual({
    pages: 1,
    text: expect.stringMatching(/^Chapter b\s*a b$/),
    foot: "8",
    links: ["a", "b"],
    places: ["b"],
  });
  expect(await piece("chapter", 0, 3)).toMatchObject({ pages: 1, foot: "4", places: ["a"] });
  expect(await piece("back", 0, 8)).toEqual({ pages: 1, text: "back", foot: "9", links: [], places: [] });
  await page.close();
});

test("page numbers can be filled in between two prints", async () => {
  const page = await printer.open(documentOf('<p>on page <span id="n1">00</span><span id="n2">00</span>'));
  const before = await page.print();
  await page.fill(
    new Map([
      ["n1", "17"],
      ["n2", "<b>&amp;"],
    ]),
  );
  const after = await page.print();
  const filled = await print(
    documentOf('<p>on page <span id="n1">17</span><span id="n2">&lt;b>&amp;amp;</span>'),
  );
  expect(undated(after)).not.toBe(undated(before));
  expect(undated(after)).toBe(undated(filled));
  await expect(
    page.fill(
      new Map([
        ["n1", "18"],
        ["n3", "1"],
      ]),
    ),
  ).rejects.toMatchObject({ code: "slot-missing", message: expect.stringMatching(/ n3$/) });
  expect(undated(await page.print())).toBe(undated(after));
  await page.close();
});

test("two browsers print the same bytes, and two documents at once do not mix", {
  timeout: 20_000,
}, async () => {
  const documents = [documentOf("<p>one"), documentOf("<p>two".repeat(500))];
  const together = await Promise.all(documents.map(print));
  const other = await openPrinter();
  try {
    for (const [index, html] of documents.entries()) {
      const page = await other.open(html);
      expect(undated(await page.print())).toBe(undated(together[index] ?? new Uint8Array()));
    }
  } finally {
    await other.close();
  }
});

test("no system font takes the place of one of ours", async () => {
  const system = await print(
    "<!doctype html><p style=\"font-family:sans-serif,'DejaVu Sans',Arial\">Abc 中文 한국어 日本語",
  );
  expect(fontsIn(system).filter((name) => name !== "Blank")).toEqual([]);
  expect(fontsIn(await print(documentOf("<p>Abc 中文")))).toContain(FONT_NAME);
});

test("a font that only a margin box uses is there", async () => {
  const css = "@page{margin:25mm;@bottom-center{content:'Abc';font-family:Body}} body{font-family:none}";
  expect(fontsIn(await print(documentOf("<p>x", css)))).toContain(FONT_NAME);
});

test("a font that cannot be loaded is named", async () => {
  const face = (name: string, source: string) =>
    `@font-face{font-family:${name};font-weight:700;src:${source}}`;
  const css =
    face("Broken", "url(data:font/ttf;base64,AAEAAAAK)") +
    face("Local", 'local("DejaVu Sans")') +
    face("Away", "url(file:///a.ttf)");
  await expect(printer.open(documentOf("<p>text", css))).rejects.toMatchObject({
    code: "font-failed",
    message:
      "the browser could not load the fonts Broken (700 normal), Local (700 normal), Away (700 normal)",
  });
});

test("it says which browser it is, and leaves nothing behind", async () => {
  const other = await openPrinter();
  expect(await other.version()).toMatch(/^\S.* \d+\.\d+/);
  expect(other.browser).toMatchObject({ ok: true, path: expect.stringMatching(/^\//) });
  const session = await sessionOf(other.processId);
  expect(await readdir(session)).toContain("profile");
  await other.close();
  await expect(readdir(session)).rejects.toThrow("ENOENT");
});

async function sessionOf(processId: number | undefined): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const environment = await readFile(`/proc/${processId}/environ`, "utf8");
  return /(?:^|\0)HOME=([^\0]*)/.exec(environment)?.[1] ?? "";
}
