import { join } from "node:path";
import type { Browser, KeyInput } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visualLines } from "../../src/preflight/layout/visual-lines.ts";
import { openFinished, readFinished } from "../../src/preflight/reading/finished.ts";
import { startPreview, type TestPreview } from "../support/preview.ts";
import { openPage, openReader } from "../support/reader.ts";

const CHECKOUT = join(import.meta.dirname, "../..");
const LANGUAGES = ["en", "zh-CN", "ja", "ko"] as const;

let browser: Browser;
let preview: TestPreview;
beforeAll(async () => {
  [browser, preview] = await Promise.all([openReader(), startPreview({ year: 2021 }, CHECKOUT)]);
});
afterAll(async () => {
  await browser.close();
  await preview.end();
});

test("every line of every page of the real paper is the print's, in all languages", {
  timeout: 180_000,
}, async () => {
  const reader = await openPage(browser, preview.address);
  for (const [index, language] of LANGUAGES.entries()) {
    await reader.page.keyboard.press(String(index + 1) as KeyInput);
    await reader.pane().waitForFunction(isSet, { timeout: 60_000 }, language);
    const shown = await reader.pane().evaluate(linesShown);
    const printed = await linesPrinted(language);
    expect(shown.length, language).toBeGreaterThan(250);
    for (const line of shown) expect(printed, `${language}: ${line}`).toContain(line);
  }
});

/** Whether a language is shown, with its fonts, and the sheets have been laid since. */
function isSet(language: string): boolean {
  const { fonts, documentElement } = document;
  return (
    documentElement.lang === language &&
    fonts.status === "loaded" &&
    [...fonts].some(({ status }) => status === "loaded") &&
    document.querySelectorAll(".wp-fonts").length === 1 &&
    document.querySelector(".wp-sheet") !== null
  );
}

/** `7 Inourcity,`: each line of running text with the index of its sheet, without spaces. */
function linesShown(): string[] {
  const sheets = [...document.querySelectorAll(".wp-sheet")].map((sheet) => sheet.getBoundingClientRect());
  const sheetAt = (y: number) => sheets.findIndex(({ top, bottom }) => top <= y && y <= bottom);
  const letterAt = (node: Node, at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rect = [...range.getClientRects()].findLast(({ width }) => width > 0);
    return { letter: range.toString(), rect };
  };
  const lettersOf = (paragraph: Element) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes.flatMap((node) =>
      Array.from(node.textContent ?? "", (_, at) => at)
        .map((at) => letterAt(node, at))
        .filter(({ letter }) => letter.trim() !== ""),
    );
  };
  const lines: { page: number; y: number; text: string }[] = [];
  for (const paragraph of document.querySelectorAll("main p, main h2, main h3, main h4")) {
    let y = Number.NEGATIVE_INFINITY;
    for (const { letter, rect } of lettersOf(paragraph)) {
      const middle = rect ? (rect.top + rect.bottom) / 2 : y;
      if (Math.abs(middle - y) > (rect?.height ?? 0) / 2)
        lines.push({ page: sheetAt(middle), y: middle, text: "" });
      y = middle;
      const line = lines.at(-1);
      if (line) line.text += letter;
    }
  }
  return lines.map(({ page, text }) => `${page} ${text.normalize("NFKC")}`);
}

/** The lines of the PDF that the preview makes, in the same form. */
async function linesPrinted(language: string): Promise<Set<string>> {
  await fetch(new URL(`print?language=${language}`, preview.address), { method: "POST" });
  await expect.poll(() => pdfOf(language), { timeout: 60_000, interval: 300 }).not.toBeNull();
  const bytes = (await pdfOf(language)) ?? new Uint8Array();
  const lines = readFinished(openFinished(bytes)).blocks.flatMap(visualLines);
  return new Set(lines.map(({ page, text }) => `${page} ${text.normalize("NFKC").replace(/\s/g, "")}`));
}

async function pdfOf(language: string): Promise<Uint8Array | null> {
  const answer = await fetch(new URL(`pdf/${language}.pdf`, preview.address));
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
