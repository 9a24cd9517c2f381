import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { runImpact } from "../../../src/commands/impact.ts";
import { gather } from "../../../src/gather/gather.ts";
import { createCache, NO_CACHE } from "../../../src/pipeline/cache/store.ts";
import { writeEditorReport } from "../../../src/pipeline/editor-report.ts";
import type { PagesProof, ProofWorld } from "../../../src/pipeline/pages/prove.ts";
import type { Printer } from "../../../src/print/printer.ts";
import { cutFont } from "../../../src/world/cut-font.ts";
import { readFont } from "../../../src/world/fonts.ts";
import { openRasterizer } from "../../../src/world/rasterizer.ts";
import { silentProgress } from "../../../src/world/terminal.ts";
import { type MemoryOutput, memoryOutput, sharedPrinter } from "../../support/build.ts";
import { decodePng } from "../../support/png.ts";
import { type Changes, changed, ENGINE, edited, libraries, YEAR } from "../../support/report.ts";
import { released } from "../../support/revisions.ts";

const LENDING = "locales/en/2030/lending.json";
const PREFACE = "locales/en/2030/preface.json";
const LOANS = "data/2030/tables/loans.csv";
const INDEX = "2030/impact/index.html";

const ENGLISH = await edited(
  "data/2030/report.yaml",
  "  zh-CN: { state: released }\n  ja: { state: released }\n  ko: { state: released }\n",
  "",
);
const FIRST = { ...ENGLISH, ...(await released(libraries(ENGLISH), { year: YEAR })) };

let shared: { printer: Printer; end: () => Promise<void> };

beforeAll(async () => {
  shared = await sharedPrinter();
});
afterAll(() => shared.end());

interface Proven {
  readonly pages: PagesProof;
  readonly html: string;
  readonly exitCode: number;
}

function worldOf(changes: Changes, output: MemoryOutput, printer: Printer): ProofWorld {
  return {
    content: libraries(changes),
    engine: ENGINE,
    output,
    readFont,
    cutFont,
    openPrinter: async () => printer,
    openRasterizer,
    versions: async () => ({ engine: "test" }),
    sourceDate: null,
    cache: NO_CACHE,
    tools: async () => "test",
    progress: silentProgress,
    now: () => 0,
    pause: async () => undefined,
  };
}

/** What `whitepaper impact --pages --json` says and writes. */
async function prove(
  changes: Changes,
  output = memoryOutput(),
  world: Partial<ProofWorld> = {},
): Promise<Proven> {
  const proof = { ...worldOf({ ...FIRST, ...changes }, output, shared.printer), ...world };
  const { content, engine } = proof;
  const { lines, exitCode } = await runImpact(
    { year: YEAR, json: true },
    { content, engine, report: () => undefined, proof },
  );
  const { pages } = JSON.parse(lines.join("\n")) as { pages: PagesProof };
  return { pages, html: new TextDecoder().decode(output.files.get(INDEX)), exitCode };
}

const pictures = (output: MemoryOutput) =>
  [...output.files.keys()].filter((path) => path.endsWith(".png")).sort();

test("nothing has changed: every page is proven unchanged, and there is no picture", async () => {
  const output = memoryOutput();
  const { pages, html, exitCode } = await prove({}, output);
  expect(exitCode).toBe(0);
  expect(pages.editions).toMatchInlineSnapshot(`
    [
      {
        "added": [],
        "changed": [],
        "language": "en",
        "pages": {
          "after": 7,
          "before": 7,
        },
        "removed": [],
        "renumbered": {
          "after": [],
          "before": [],
        },
        "unchanged": [
          "i–iv",
          "1–3",
        ],
      },
    ]
  `);
  expect(html).toContain("Every page is proven unchanged");
  expect([...output.files.keys()].sort()).toEqual([INDEX, "2030/impact/pages.json"]);
});

test("a changed figure without a correction: the pages that show it, marked where they differ and nowhere else", async () => {
  const output = memoryOutput();
  const { pages, html, exitCode } = await prove(await edited(LOANS, "Mill,9000", "Mill,9750"), output);
  expect(exitCode).toBe(1);
  const [english] = pages.editions;
  expect(english?.changed.map(({ before, after }) => [before, after])).toMatchInlineSnapshot(`
    [
      [
        "2",
        "2",
      ],
    ]
  `);
  expect(english?.unchanged).toMatchInlineSnapshot(`
    [
      "i–iv",
      "1",
      "3",
    ]
  `);
  expect(
    english?.changed.flatMap(({ texts }) => texts.map(({ before, after }) => `${before} → ${after}`)),
  ).toMatchInlineSnapshot(`
    [
      "9,000 → 9,750",
      "9,000 → 9,750",
      "9,000 → 9,750",
    ]
  `);
  expect(english?.changed.flatMap(({ aloud }) => aloud.map(({ before }) => /9,000/.test(before)))).toEqual([
    true,
  ]);
  expect(pictures(output).length).toBe(2 * (english?.changed.length ?? 0));
  for (const { files } of english?.changed ?? []) {
    const [before, after] = [files.before ?? "", files.after ?? ""];
    expect(differencesIn(output, before, after, boxesOver(html, after))).toEqual({
      inside: true,
      outside: 0,
    });
    expect(areaOf(boxesOver(html, after))).toBeLessThan(0.12 * 595 * 842);
  }
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marks over a picture, in points from the upper left corner. */
function boxesOver(html: string, file: string): Box[] {
  const figure = html.split("<figure").find((part) => part.includes(`src="${file}"`)) ?? "";
  return [...figure.matchAll(/<rect class="\w+" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g)].map(
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  );
}

const areaOf = (boxes: readonly Box[]) => boxes.reduce((sum, { width, height }) => sum + width * height, 0);

/** Whether two pictures differ inside of boxes, and how many of their pixels do outside. */
function differencesIn(output: MemoryOutput, before: string, after: string, boxes: readonly Box[]) {
  const [a, b] = [before, after].map((file) =>
    decodePng(output.files.get(`2030/impact/${file}`) ?? new Uint8Array()),
  );
  if (!a || !b) throw new Error("no picture");
  expect([a.width, a.height]).toEqual([1190, 1684]);
  let [inside, outside] = [false, 0];
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      const [was, is] = [a.at(x, y), b.at(x, y)];
      if (was.every((value, index) => Math.abs(value - (is[index] ?? 0)) <= 24)) continue;
      const marked = boxes.some(
        (box) =>
          x / 2 >= box.x && y / 2 >= box.y && x / 2 <= box.x + box.width && y / 2 <= box.y + box.height,
      );
      if (marked) inside = true;
      else outside++;
    }
  return { inside, outside };
}

test("a picture shows the page: ink on white", async () => {
  const output = memoryOutput();
  await prove(await edited(PREFACE, "had lent", "have lent"), output);
  const [file = ""] = pictures(output);
  const picture = decodePng(output.files.get(file) ?? new Uint8Array());
  const row = Array.from({ length: picture.height }, (_, y) =>
    Array.from({ length: picture.width }, (_, x) => picture.at(x, y)[0]),
  ).flat();
  const dark = row.filter((red) => red < 128).length / row.length;
  expect(dark).toBeGreaterThan(0.002);
  expect(dark).toBeLessThan(0.3);
  expect(row.filter((red) => red === 255).length / row.length).toBeGreaterThan(0.6);
});

test("a text that grows over a page: its page changes, one is new, those that follow are only renumbered", async () => {
  const grown =
    "made-up libraries had lent many books to many readers on many days, the made-up libraries had lent ";
  const { pages, html } = await prove(await edited(PREFACE, "made-up libraries had lent ", grown.repeat(30)));
  const [english] = pages.editions;
  expect({
    pages: english?.pages,
    changed: english?.changed.map(({ before, after }) => `${before} → ${after}`),
    added: english?.added.map(({ after }) => after),
    removed: english?.removed,
    renumbered: english?.renumbered,
    unchanged: english?.unchanged,
  }).toMatchInlineSnapshot(`
    {
      "added": [
        "2",
      ],
      "changed": [
        "iii → iii",
        "iv → iv",
        "1 → 1",
        "2 → 3",
      ],
      "pages": {
        "after": 8,
        "before": 7,
      },
      "removed": [],
      "renumbered": {
        "after": [
          "4",
        ],
        "before": [
          "3",
        ],
      },
      "unchanged": [
        "i–ii",
      ],
    }
  `);
  expect(html).toContain("Page 2 is new");
});

test("a changed layout is said, since both sides are printed with today's", async () => {
  const { pages, html } = await prove({ "templates/styles/9-own.css": "h2 { letter-spacing: 0.3pt }" });
  expect(pages.layout).toEqual(["templates/styles/9-own.css"]);
  expect(pages.editions[0]?.changed).toEqual([]);
  expect(html).toContain("templates/styles/9-own.css");
});

test("an edition that cannot be composed is not compared, and says why", async () => {
  const { pages, exitCode } = await prove({
    "templates/partials/paragraph.hbs": "{{nothing_of_that_name 1}}",
  });
  expect([pages.failed, pages.editions, exitCode]).toEqual([["en"], [], 1]);
});

test("what a build has printed is not printed again, and a build's reasons stay those of the newest pages", async () => {
  const output = memoryOutput();
  const cache = createCache(output);
  const change = await edited(LENDING, "counts", "finds");
  const told: string[] = [];
  const end = (stage: string, _: number, __: unknown, remark = "") =>
    void (stage === "print" && told.push(remark));
  const world = { cache, progress: { ...silentProgress, end } };
  await prove(change, output, world);
  await prove(change, output, world);
  expect(told.map((remark) => remark.replace(/ because.*/, ""))).toEqual([
    "as released: stale,",
    "now: stale,",
    "as released: fresh",
    "now: fresh",
  ]);
});

test("a later proof takes an earlier one's place; what else lies there stays", async () => {
  const output = memoryOutput([["2030/impact/note.png", new Uint8Array([1])]]);
  await prove(await edited(LENDING, "counts", "finds"), output);
  const first = pictures(output);
  expect(first.length).toBe(3);
  const { html } = await prove(await edited(PREFACE, "had lent", "have lent"), output);
  const second = pictures(output);
  expect(second).toContain("2030/impact/note.png");
  expect(second.filter((path) => first.includes(path))).toEqual(["2030/impact/note.png"]);
  const shown = [...html.matchAll(/src="([^"]+)"/g)].map(([, file]) => `2030/impact/${file}`);
  expect(shown.sort()).toEqual(second.filter((path) => !path.endsWith("note.png")));
});

test("the editor's report leads to it, and says when it is of an earlier state", async () => {
  const output = memoryOutput();
  const report = async (changes: Changes) => {
    const sources = await gather({
      year: YEAR,
      content: libraries({ ...FIRST, ...changes }),
      engine: ENGINE,
    });
    const told = {
      sources,
      report: check(sources).report,
      diagnostics: [],
      editions: [],
      manifest: null,
      readFont,
      cutFont,
    };
    await writeEditorReport(told, output);
    return new TextDecoder().decode(output.files.get("2030/report.html"));
  };
  const change = await edited(LENDING, "counts", "finds");
  const link = '<a href="impact/index.html">Old and new pages side by side</a>';
  expect(await report(change)).not.toContain(link);
  await prove(change, output);
  expect(await report(change)).toContain(`${link}.`);
  const other = await report(await edited(PREFACE, "had lent", "have lent"));
  expect(other).toContain(`${link}, as they were at an earlier state`);
});

test("in words on the command line", async () => {
  const proof = worldOf(
    { ...FIRST, ...(await edited(LENDING, "counts", "finds")) },
    memoryOutput(),
    shared.printer,
  );
  const { lines } = await runImpact(
    { year: YEAR, json: false },
    { content: proof.content, engine: ENGINE, report: () => undefined, proof },
  );
  expect(lines.slice(lines.indexOf("pages since revision 1:"))).toMatchInlineSnapshot(`
    [
      "pages since revision 1:",
      "  en: changed: 2; proven unchanged: i–iv, 1, 3",
      "  old and new side by side: 2030/impact/index.html in the output folder",
    ]
  `);
});

test("nothing is released: there is nothing to prove", async () => {
  const output = memoryOutput();
  const proof = { ...worldOf({}, output, shared.printer), content: changed(libraries(), {}) };
  const { lines } = await runImpact(
    { year: YEAR, json: true },
    { content: proof.content, engine: ENGINE, report: () => undefined, proof },
  );
  expect((JSON.parse(lines.join("\n")) as { pages: unknown }).pages).toBeNull();
  expect(output.files.size).toBe(0);
});
