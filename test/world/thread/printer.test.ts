import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BrowserFault, type Printer } from "../../../src/print/printer.ts";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { openThreadPrinter } from "../../../src/world/thread/printer.ts";
import { documentOf, withoutNames } from "../browser/documents.ts";
import { browsers } from "../browser/processes.ts";

let printer: Printer;
const restarts: string[] = [];

beforeAll(async () => {
  printer = await openThreadPrinter({ onRestart: (message) => restarts.push(message) });
});
afterAll(() => printer.close());

const filled = documentOf('<h1>Title</h1><p>page <span id="slot">0</span> <a href="#x">link</a>');
const slots = new Map([["slot", "1,234"]]);

async function printOf(from: Printer, html: string): Promise<string> {
  const page = await from.open(html);
  await page.fill(slots);
  const pdf = await page.print();
  await page.close();
  return withoutNames(pdf);
}

test("a print from the thread is the print from here, and what is asked of a page is done in order", async () => {
  const direct = await openPrinter();
  const expected = await printOf(direct, filled);
  await direct.close();
  expect(await printOf(printer, filled)).toBe(expected);
  const page = await printer.open(filled);
  const [, pdf, underlined] = await Promise.all([page.fill(slots), page.print(), page.underlined()]);
  expect([withoutNames(pdf), underlined]).toEqual([expected, true]);
  expect(await printer.version()).toMatch(/^Chromium \d+/);
  await page.close();
});

test("more documents than the browser takes at once are all printed", { timeout: 30_000 }, async () => {
  const documents = Array.from({ length: 9 }, (_, i) => documentOf(`<p>${"word ".repeat(40 * (i + 1))}`));
  const sizes = await Promise.all(
    documents.map(async (html) => {
      const page = await printer.open(html);
      const { length } = await page.print();
      await page.close();
      return length;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(1_000);
});

test("a page whose last print was asked for is given to the next document at once, by whoever holds it", {
  timeout: 30_000,
}, async () => {
  const first = await printer.open(filled, { brief: true });
  const second = await printer.open(filled, { brief: true });
  const waiting = second.print();
  const sooner = await Promise.race([waiting.then(() => "second"), first.print().then(() => "first")]);
  expect(sooner).toBe("first");
  // Nobody closes it: only as it is the last can the other one have its place.
  await first.print({ last: true });
  expect((await waiting).length).toBeGreaterThan(1_000);
  await Promise.all([first.close(), second.close()]);
});

test("the browser's version is told before it can print", { timeout: 30_000 }, async () => {
  const told: string[] = [];
  const another = await openThreadPrinter({
    onFound: (version) => told.push(version),
    onRestart: () => undefined,
  });
  expect(told).toEqual([await another.version()]);
  await another.close();
});

test("a fault keeps its class, its code and its hints on the way, and the next document is printed", async () => {
  const broken = documentOf(
    "<p>text",
    "@font-face{font-family:Broken;src:url(data:font/ttf;base64,AAEAAAAK)}",
  );
  const page = await printer.open(broken);
  const fault = await page.print().catch((cause: unknown) => cause);
  expect(fault).toBeInstanceOf(BrowserFault);
  expect(fault).toMatchObject({ code: "font-failed", hints: [expect.stringContaining("@font-face")] });
  await page.close();
  const other = await printer.open(filled);
  await expect(other.fill(new Map([["nothing", "1"]]))).rejects.toMatchObject({ code: "slot-missing" });
  await other.close();
  expect((await printOf(printer, filled)).length).toBeGreaterThan(1_000);
});

test("a browser that is killed is replaced, and who waits is told of nothing", {
  timeout: 30_000,
}, async () => {
  const expected = await printOf(printer, filled);
  const page = await printer.open(filled);
  await page.fill(slots);
  for (const pid of browsers()) process.kill(pid, "SIGKILL");
  expect(withoutNames(await page.print())).toBe(expected);
  expect(restarts).toHaveLength(1);
  await page.close();
});

test("when it is closed, neither a browser nor a folder is left", { timeout: 30_000 }, async () => {
  const before = [browsers(), folders()];
  const another = await openThreadPrinter({ onRestart: () => undefined });
  expect(browsers().length).toBeGreaterThan(before[0]?.length ?? 0);
  await another.close();
  expect([browsers(), folders()]).toEqual(before);
  await expect(another.open(filled).then((page) => page.print())).rejects.toThrow(/has ended/);
});

function folders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.includes(`-${process.pid}-`));
}
