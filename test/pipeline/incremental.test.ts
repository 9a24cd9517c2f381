import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCache, hashOf, NO_CACHE } from "../../src/pipeline/cache/store.ts";
import type { Printer } from "../../src/print/printer.ts";
import { type MemoryOutput, memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { type Changes, edited, libraries } from "../support/report.ts";

let shared: { printer: Printer; end: () => Promise<void> };

beforeAll(async () => {
  shared = await sharedPrinter();
});
afterAll(() => shared.end());

/** Edits that a report sees in a year: a figure, a cell, a text of one language, a label, a style, the order of a chart. */
const EDITS: readonly (() => Promise<Changes>)[] = [
  () => edited("data/2030/indicators.yaml", "value: 28645", "value: 28646"),
  () => edited("data/2030/indicators.yaml", "value: -2.50", "value: 2.50"),
  () => edited("locales/ko/2030/lending.json", "분관별 도서 대출", "분관의 도서 대출"),
  () => edited("templates/charts/books_by_branch.vl.json", '"order": "value"', '"order": "official"'),
  async () => ({ "templates/styles/9-own.css": "h3 { letter-spacing: 0.1pt }" }),
  async () => ({}),
];

const builds = { draft: true, languages: ["en", "ko"] as const };

async function pdfs(changes: Changes, output: MemoryOutput, kept: boolean): Promise<Record<string, string>> {
  const { printer } = shared;
  const cache = kept ? createCache(output) : NO_CACHE;
  const content = libraries(changes);
  const result = await testBuild({ content, printer, output, request: builds, world: { cache } });
  expect(result.editions.map(({ finished }) => finished !== null)).toEqual([true, true]);
  const files = [...output.files].filter(([path]) => /^\d.*\.pdf$/.test(path)).sort();
  return Object.fromEntries(files.map(([path, bytes]) => [path, hashOf(bytes)]));
}

test("whatever was edited in whatever order, what is made step by step has the bytes of a clean build", async () => {
  const steps = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.boolean()), { minLength: 4, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const output = memoryOutput();
      for (const [edit, loseSome] of sequence) {
        const changes = (await EDITS[edit]?.()) ?? {};
        if (loseSome)
          for (const path of [...output.files.keys()].filter((_, i) => i % 3 === 0 && i > 0))
            output.files.delete(path);
        expect(await pdfs(changes, output, true)).toEqual(await pdfs(changes, memoryOutput(), false));
      }
    }),
    { numRuns: 1, seed: 2021 },
  );
});

test("a change of one language prints only that language, and says why; no change prints nothing", async () => {
  const output = memoryOutput();
  const said: string[] = [];
  const { printer } = shared;
  const progress = {
    begin: () => undefined,
    end: (stage: string, _: number, language = "", remark = "") =>
      void said.push(`${stage} ${language} ${remark}`),
    report: () => undefined,
  };
  const build = (changes: Changes) => {
    said.length = 0;
    const world = { cache: createCache(output), progress };
    return testBuild({ content: libraries(changes), printer, output, request: builds, world });
  };
  await build({});
  expect(said).toContain("print ko stale, because it was not built here before");
  await build((await EDITS[2]?.()) ?? {});
  expect(said).toContain("print en fresh");
  expect(said).toContainEqual(
    expect.stringMatching(/^print ko stale, because text lending\.branches\.title changed; 2 of \d parts$/),
  );
  await build((await EDITS[2]?.()) ?? {});
  expect(said.map((line) => line.split(" ")[0])).toEqual(["gather", "deliver"]);
  const pdf = [...output.files.keys()].find((path) => /^\d.*\.pdf$/.test(path)) ?? "";
  output.files.set(pdf, new Uint8Array([1]));
  await build((await EDITS[2]?.()) ?? {});
  expect(output.files.get(pdf)?.length).toBeGreaterThan(1000);
});
