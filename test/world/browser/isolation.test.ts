import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Printer } from "../../../src/print/printer.ts";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { documentOf, FONT_NAME, fontsIn } from "./documents.ts";

const SECRET = documentOf("<p>secret</p>");
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="50"><style>${/@font-face\{.*?\}/.exec(SECRET)?.[0]}</style><text y="20" font-family="Body">secret</text></svg>`;
const SQUARE = "@page{size:5in 5in}";
const FILES: Readonly<Record<string, string>> = {
  "secret.html": SECRET,
  "secret.svg": PICTURE,
  "secret.css": SQUARE,
};

let printer: Printer;
let folder: string;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.setHeader("access-control-allow-origin", "*").end(FILES[(request.url ?? "").slice(1)] ?? "");
});

beforeAll(async () => {
  printer = await openPrinter();
  folder = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await printer.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const bases = (): string[] => {
  const { port } = server.address() as AddressInfo;
  return [
    `file://${folder}`,
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
  ];
};

const hostile = (base: string): string => `<!doctype html>
<link rel="stylesheet" href="${base}/secret.css"><link rel="prefetch" href="${base}/a"><link rel="preconnect" href="${base}">
<style>@import "${base}/secret.css"; @page{@top-left{content:url(${base}/secret.svg)}} p{background:url(${base}/b.png)}</style>
<p>hello<iframe src="${base}/secret.html"></iframe><img src="${base}/secret.svg"><object data="${base}/secret.svg"></object>
<embed src="${base}/secret.svg"><video src="${base}/c"></video><svg><image href="${base}/secret.svg" width="300" height="50"/></svg>
<iframe srcdoc='<img src="${base}/secret.svg">'></iframe><iframe src='data:text/html,<iframe src="${base}/secret.html"></iframe>'></iframe>
<script>fetch("${base}/d")</script><script src="${base}/e"></script>`;

test("the signs of a leak are seen when the content is in the document itself", async () => {
  const page = await printer.open(documentOf("<p>secret</p>", SQUARE));
  const pdf = await page.print();
  expect(fontsIn(pdf)).toContain(FONT_NAME);
  expect(Buffer.from(pdf).toString("latin1")).toContain("/MediaBox [0 0 360 360]");
});

test("a hostile document reads no file and reaches no server on this machine", {
  timeout: 20_000,
}, async () => {
  for (const base of bases()) {
    const page = await printer.open(hostile(base));
    const pdf = await page.print();
    await page.close();
    expect(fontsIn(pdf), base).not.toContain(FONT_NAME);
    expect(Buffer.from(pdf).toString("latin1"), base).not.toContain("/MediaBox [0 0 360 360]");
  }
  expect(asked).toEqual([]);
});

/** A print after a moment in which the document may go where it wants to; it may go while it is still loaded. */
async function printOf(html: string): Promise<Uint8Array> {
  const page = await printer.open(html);
  try {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return await page.print();
  } finally {
    await page.close();
  }
}

test("a document cannot go to a file or a server", { timeout: 20_000 }, async () => {
  for (const base of bases()) {
    const pdf = await printOf(
      `<!doctype html><meta http-equiv="refresh" content="0;url=${base}/secret.html"><p>hello`,
    ).catch((fault: unknown) => fault);
    if (pdf instanceof Uint8Array) expect(fontsIn(pdf), base).not.toContain(FONT_NAME);
    else
      expect(pdf).toMatchObject({
        code: "print-failed",
        message: expect.stringContaining("went somewhere else"),
      });
  }
  expect(asked).toEqual([]);
});
