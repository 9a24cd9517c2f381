import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, NO_CACHE } from "../../../src/pipeline/cache/store.ts";
import type { EditionHelper } from "../../../src/pipeline/helper.ts";
import { helperThread } from "../../../src/world/thread/helper-thread.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../../support/build.ts";
import { edited, libraries } from "../../support/report.ts";

let shared: Awaited<ReturnType<typeof sharedPrinter>>;
let folder: string;
beforeAll(async () => {
  shared = await sharedPrinter();
  folder = await mkdtemp(join(tmpdir(), "whitepaper-helper-"));
});
afterAll(async () => {
  await shared.end();
  await rm(folder, { recursive: true, force: true });
});

async function pdfs(openHelper?: () => Promise<EditionHelper>) {
  const output = memoryOutput();
  const world = { cache: NO_CACHE, ...(openHelper ? { openHelper } : {}) };
  await testBuild({
    content: libraries({}),
    printer: shared.printer,
    output,
    request: { draft: true },
    world,
  });
  const files = [...output.files].filter(([path]) => /^\d.*\.pdf$/.test(path)).sort();
  return Object.fromEntries(files.map(([path, bytes]) => [path, hashOf(bytes)]));
}

test("with a second thread the editions have the same bytes", { timeout: 60_000 }, async () => {
  const both = await pdfs(async () => helperThread({ output: folder, caching: false }));
  expect(Object.keys(both)).toHaveLength(4);
  expect(both).toEqual(await pdfs());
});

test("content with errors: nothing is built, nothing told of what the thread had begun", async () => {
  const output = memoryOutput();
  const said: string[] = [];
  const progress = {
    begin: (stage: string) => void said.push(stage),
    end: () => undefined,
    report: () => undefined,
  };
  const changes = await edited("data/2030/indicators.yaml", "value: 28645", "value: 28x645");
  const openHelper = async () => helperThread({ output: folder, caching: false });
  const world = { cache: NO_CACHE, progress, openHelper };
  const result = await testBuild({ content: libraries(changes), printer: shared.printer, output, world });
  expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  expect(said).toEqual(["gather", "check"]);
  expect([...output.files.keys()].filter((path) => path.endsWith(".pdf"))).toEqual([]);
});

test("a thread that ends while it is needed fails its editions", async () => {
  const helper = helperThread({ output: folder, caching: false });
  const build = helper.start({
    // A report that no stage can work with: whatever the thread makes of it, the edition fails and nothing hangs.
    report: { editions: new Map() } as never,
    previous: null,
    conformance: "ua1-a3a",
    sourceDate: null,
    tools: "test",
    printer: Promise.resolve(shared.printer),
    progress: { begin: () => undefined, end: () => undefined, report: () => undefined },
  });
  await expect(build("en").result).rejects.toThrow();
  await helper.end();
});
