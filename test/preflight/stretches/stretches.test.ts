import Big from "big.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Memo } from "../../../src/model/memo.ts";
import { openFinished } from "../../../src/preflight/reading/finished.ts";
import { stretchesOf } from "../../../src/preflight/stretches/stretches.ts";
import { type ChromiumPrinter, openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import {
  type ComposedEdition,
  composeLibraries,
  librariesReport,
  type Print,
  preflightPrint,
  printTampered,
  replacing,
} from "../libraries.ts";

let printer: ChromiumPrinter;
let composed: ComposedEdition;
let print: Print;

beforeAll(async () => {
  printer = await openPrinter();
  composed = await composeLibraries(await librariesReport(), "en");
  print = await printTampered(composed, printer);
});
afterAll(() => printer.close());

/** A memo that counts what it had to have made, and keeps results as a build does: as JSON. */
function countingMemo(): Memo & { readonly made: (step?: string) => number } {
  const known = new Map<string, string>();
  const steps: string[] = [];
  return {
    made: (step = "proof") => steps.filter((other) => other.startsWith(step)).length,
    once: <T>(step: string, key: () => string, make: () => T, lasting: (made: T) => boolean = () => true) => {
      const id = `${step} ${key()}`;
      const before = known.get(id);
      if (before !== undefined) return JSON.parse(before) as T;
      steps.push(step);
      const made = make();
      if (lasting(made)) known.set(id, JSON.stringify(made));
      return made;
    },
  };
}

/** What stands before the first chapter, and each chapter. */
const count = () => composed.report.chapters.length + 1;

test("every page, block and top element is in one stretch", () => {
  const opened = openFinished(print.pdf);
  const stretches = stretchesOf(opened, composed.composition);
  expect(stretches).toHaveLength(count());
  expect(stretches.flatMap(({ pages }) => pages.map(({ index }) => index))).toEqual(
    opened.pages.map(({ index }) => index),
  );
  expect(stretches.flatMap(({ blocks }) => blocks)).toEqual(composed.composition.blocks);
  expect(stretches.every(({ kids }) => kids.length > 0)).toBe(true);
});

test("an edition whose chapters are not found is one stretch", () => {
  const opened = openFinished(print.pdf);
  const entries = composed.composition.entries.map((entry) => ({ ...entry, id: `no-${entry.id}` }));
  const { blocks } = composed.composition;
  const [whole, ...others] = stretchesOf(opened, { blocks, entries });
  expect(others).toEqual([]);
  expect(whole?.pages).toHaveLength(opened.pages.length);
  expect(whole?.blocks).toHaveLength(blocks.length);
});

test("stretches that were proven before are not examined again, and say the same", () => {
  const memo = countingMemo();
  const plain = preflightPrint(composed, print);
  expect(preflightPrint(composed, print, memo)).toEqual(plain);
  expect(memo.made()).toBe(count());
  expect(preflightPrint(composed, print, memo)).toEqual(plain);
  expect(memo.made()).toBe(count());
});

test("a figure that is another than the PDF shows is told, whatever is remembered", () => {
  const memo = countingMemo();
  preflightPrint(composed, print, memo);
  const figures = new Map(composed.report.figures);
  const figure = figures.get("loans.all.books");
  if (figure) figures.set("loans.all.books", { ...figure, value: new Big(254757) });
  const changed = { ...composed, report: { ...composed.report, figures } };
  const { diagnostics } = preflightPrint(changed, print, memo);
  expect(diagnostics).toEqual(preflightPrint(changed, print).diagnostics);
  expect(diagnostics.map(({ code }) => code)).toContain("figure-differs");
});

test("a print that shows something else is told, whatever is remembered", async () => {
  const memo = countingMemo();
  preflightPrint(composed, print, memo);
  const other = await printTampered(composed, printer, replacing("254,775", "254,757"));
  const { diagnostics } = preflightPrint(composed, other, memo);
  expect(diagnostics).toEqual(preflightPrint(composed, other).diagnostics);
  expect(diagnostics.map(({ code }) => code)).toEqual(["text-differs", "figure-differs"]);
});

test("what was found wrong is not remembered", async () => {
  const memo = countingMemo();
  const other = await printTampered(composed, printer, replacing("254,775", "254,757"));
  preflightPrint(composed, other, memo);
  const first = memo.made();
  expect(preflightPrint(composed, other, memo).diagnostics).not.toEqual([]);
  expect(memo.made()).toBeGreaterThan(first);
});

test("charts that were proven are not proven again where another text of their chapter has changed", async () => {
  const memo = countingMemo();
  preflightPrint(composed, print, memo);
  const charts = memo.made("proven chart");
  expect(charts).toBe(composed.edition.charts.size);
  const other = await printTampered(composed, printer, replacing(" loans at Harbour", " sales at Harbour"));
  const { diagnostics } = preflightPrint(composed, other, memo);
  expect(diagnostics.map(({ code }) => code)).toEqual(["text-differs"]);
  // Found wrong, the whole is examined without the memo; the stretch itself had its charts kept.
  expect(memo.made("proven chart")).toBe(charts);
});

test("a chart that shows another number is told, whatever is remembered", async () => {
  const memo = countingMemo();
  preflightPrint(composed, print, memo);
  const other = await printTampered(composed, printer, (html) => {
    const drawing = html.indexOf("<svg", html.indexOf("<main>"));
    return (
      html.slice(0, drawing) +
      html
        .slice(drawing)
        .replace(/(<text[^>]*>)(\d)([\d,.]*)(?=<)/, (_, tag, digit, rest) => `${tag}${9 - digit}${rest}`)
    );
  });
  const { diagnostics } = preflightPrint(composed, other, memo);
  expect(diagnostics).toEqual(preflightPrint(composed, other).diagnostics);
  expect(diagnostics).not.toEqual([]);
});
