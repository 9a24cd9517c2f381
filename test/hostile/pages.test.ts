import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOnDisk } from "../../src/world/files.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { type Changes, LIBRARIES, libraries } from "../support/report.ts";

let browser: Awaited<ReturnType<typeof sharedPrinter>>;
let folder: string;
let port: number;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.end("secret");
}).on("connection", (socket) => asked.push(`connection from ${socket.remotePort}`));

beforeAll(async () => {
  browser = await sharedPrinter();
  folder = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
  await writeFile(join(folder, "secret.csv"), "branch,value\nHidden,424242\n");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await browser.end();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function build(changes: Changes, draft = false) {
  const result = await testBuild({
    content: libraries(changes),
    printer: browser.printer,
    output: memoryOutput(),
    request: { languages: ["en"], draft },
  });
  return { pdf: result.editions[0]?.finished?.pdf ?? null, diagnostics: result.diagnostics };
}

/** Everything in a PDF that a reader could act on or show, its compressed streams unpacked. */
function insideOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [raw, ...streams].join("\n");
}

/** Entries that make a PDF act: scripts, programs, forms that are sent, media, embedded flash. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|OpenAction|AA|RichMedia|Movie|Sound|XFA|AcroForm)\b/;

/** Styles that reach out in ways that a search for url(…) does not see. */
const style = (base: string): string => `
  p { background: u\\72l("${base}/a.png"); list-style-image: image-set("${base}/b.png" 1x); }
  h1 { background: -webkit-image-set("${base}/c.png" 1x); cursor: \\75 rl(${base}/d.cur), auto; }
  figure { border-image: u\\72l("${base}/f.svg") 1; border-style: solid; }
  @page { background: u\\72l("${base}/g.svg"); }`;

test("styles that hide their addresses reach no server and read no file", { timeout: 120_000 }, async () => {
  for (const base of [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `file://${folder}`]) {
    const { pdf, diagnostics } = await build({ "templates/styles/zz-hostile.css": style(base) });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(pdf === null ? "" : insideOf(pdf)).not.toContain("424242");
  }
  expect(asked).toEqual([]);
});

test("a chart reads no file and asks no server", { timeout: 120_000 }, async () => {
  const path = "templates/charts/films_by_branch.vl.json";
  const spec = JSON.parse(new TextDecoder().decode(await folderOnDisk(LIBRARIES).read(path)));
  for (const url of [
    `http://127.0.0.1:${port}/x.csv`,
    `file://${folder}/secret.csv`,
    join(folder, "secret.csv"),
  ]) {
    const { pdf, diagnostics } = await build({
      [path]: JSON.stringify({
        ...spec,
        layer: [{ data: { url }, mark: { type: "image", url }, encoding: {} }],
      }),
    });
    expect(pdf === null ? "" : insideOf(pdf)).not.toContain("424242");
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain("a chart may not load");
  }
  expect(asked).toEqual([]);
});

test("addresses and programs in texts and cells stay words", { timeout: 120_000 }, async () => {
  const preface = "locales/en/2030/preface.json";
  const texts = JSON.parse(new TextDecoder().decode(await folderOnDisk(LIBRARIES).read(preface)));
  const words =
    "file:///etc/passwd javascript:alert data:text/html url(http://localhost/) &lt;script&gt; =cmd|' ../../..";
  const { pdf } = await build(
    { [preface]: JSON.stringify({ ...texts, p1: `${texts.p1} ${words}` }) },
    // Typography forbids some of it in an edition that is released.
    true,
  );
  const inside = pdf === null ? "" : insideOf(pdf);
  expect(inside).toContain("/Type/Catalog");
  expect(inside).not.toMatch(ACTIVE);
  expect(inside).not.toMatch(/\/URI\s*\(/);
  expect(asked).toEqual([]);
});
