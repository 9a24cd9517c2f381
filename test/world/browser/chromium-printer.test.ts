import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ChromiumPrinter, openPrinter } from "../../../src/world/browser/chromium-printer.ts";
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

test("a trial print has the named destinations and nothing else that takes time", async () => {
  const page = await printer.open(documentOf('<a href="#there">go</a><h1 id="there">Title</h1>'));
  const pdf = Buffer.from(await page.print({ tagged: false })).toString("latin1");
  expect(pdf).toContain("/there");
  expect(pdf).not.toContain("/StructTreeRoot");
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
