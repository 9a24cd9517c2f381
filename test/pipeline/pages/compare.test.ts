import subsetFont from "subset-font";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { comparePages, type PagePair } from "../../../src/pipeline/pages/proof.ts";
import type { Printer } from "../../../src/print/printer.ts";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { readFont } from "../../../src/world/fonts.ts";
import { documentOf } from "../../world/browser/documents.ts";

const [FACE] = FACES.en.filter(({ role, weight }) => role === "sans" && weight === 400);
const FONT = FACE ? await readFont(FACE) : new Uint8Array();

let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

async function printed(body: string, css = ""): Promise<Uint8Array> {
  const page = await printer.open(documentOf(body, css));
  try {
    return await page.print();
  } finally {
    await page.close();
  }
}

async function compared(before: string, after: string, css = ["", ""]): Promise<PagePair[]> {
  const [was, is] = [await printed(before, css[0]), await printed(after, css[1])];
  return [...comparePages("en", was, is).pairs];
}

const verdicts = (pairs: readonly PagePair[]) => pairs.map(({ verdict }) => verdict);

const words = (pairs: readonly PagePair[]) =>
  pairs.flatMap(({ differences }) => differences?.texts.map(({ before, after }) => [before, after]) ?? []);

const PAGE = '<p style="break-before:page">';

test("a page does not change because another page uses other letters, which gives all glyphs other numbers", async () => {
  const first = "<p>Harbour lends books to Zoë, André and Åsa.";
  const [was, is] = [`${first}${PAGE}Hill.`, `${first}${PAGE}Quay & Wharf, 1987: Björn, Čapek.`];
  const pairs = await compared(was, is, [await cutFont(was), await cutFont(is)]);
  expect(verdicts(pairs)).toEqual(["unchanged", "removed", "added"]);
});

/** A rule for the same font, cut to the characters of a text. */
async function cutFont(text: string): Promise<string> {
  const font = await subsetFont(Buffer.from(FONT), text, { targetFormat: "truetype" });
  return `@font-face{font-family:Cut;src:url(data:font/ttf;base64,${font.toString("base64")})}body{font-family:Cut}`;
}

test("one word, however the words after it are spaced", async () => {
  const text = (count: string) =>
    `<p>Harbour lent ${count} books in the year, and Hill lent some as well, to readers near and far.`;
  const pairs = await compared(text("120,400"), text("12,040"));
  expect(verdicts(pairs)).toEqual(["changed"]);
  expect(words(pairs)).toEqual([["120,400", "12,040"]]);
  expect(pairs[0]?.differences?.after.changed.length).toBe(1);
  expect(pairs[0]?.differences?.after.moved.length).toBeGreaterThan(0);
});

test("a colour, a weight of a line, a size, a place", async () => {
  const box = "<p>Harbour</p><div></div>";
  const style = (css: string) => [`div{width:50px;height:20px;border:1px solid #123456}`, css];
  const same = await compared(box, box, style("div{width:50px;height:20px;border:1px solid #123456}"));
  expect(verdicts(same)).toEqual(["unchanged"]);
  for (const other of [
    "div{width:50px;height:20px;border:1px solid #123457}",
    "div{width:50px;height:20px;border:2px solid #123456}",
    "div{width:51px;height:20px;border:1px solid #123456}",
    "div{width:50px;height:20px;border:1px solid #123456;margin-left:1px}",
    "div{width:50px;height:20px;border:1px solid #123456;opacity:.99}",
    "div{width:50px;height:20px;border:1px dashed #123456}",
    "p{color:#000001}div{width:50px;height:20px;border:1px solid #123456}",
  ])
    expect([other, verdicts(await compared(box, box, style(other))).includes("unchanged")]).toEqual([
      other,
      false,
    ]);
});

test("what only a screen reader is told", async () => {
  const figure = (alt: string) =>
    `<p>Text</p><svg role="img" aria-label="${alt}" width="40" height="40"><rect width="40" height="40"/></svg>`;
  const pairs = await compared(figure("Books: 9,000"), figure("Books: 9,750"));
  expect(verdicts(pairs)).toEqual(["changed"]);
  const { looksAlike, texts, aloud } = pairs[0]?.differences ?? {};
  expect([looksAlike, texts]).toEqual([true, []]);
  expect(aloud?.map(({ before, after }) => [before.slice(-12), after.slice(-12)])).toEqual([
    ["Books: 9,000", "Books: 9,750"],
  ]);
});

test("where a link leads", async () => {
  const link = (to: string) => `<p><a href="https://example.org/${to}">The survey</a>`;
  const pairs = await compared(link("a"), link("b"));
  expect(pairs[0]?.differences).toMatchObject({ looksAlike: true, links: 1 });
});

test("a page taken out: the pages after it find their places", async () => {
  const page = (name: string) => `${PAGE}${name} lends books to all who ask for them.`;
  const all = ["One", "Two", "Three", "Four"].map(page);
  const pairs = await compared(all.join(""), [...all.slice(0, 1), ...all.slice(2)].join(""));
  const places = pairs.map(({ verdict, before, after }) => [verdict, before?.index, after?.index]);
  expect(places).toMatchInlineSnapshot(`
    [
      [
        "unchanged",
        0,
        0,
      ],
      [
        "removed",
        1,
        undefined,
      ],
      [
        "renumbered",
        2,
        1,
      ],
      [
        "renumbered",
        3,
        2,
      ],
    ]
  `);
});
