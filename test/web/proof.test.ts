import { beforeAll, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { dataFiles } from "../../src/compose/data-files.ts";
import { gather } from "../../src/gather/gather.ts";
import { labelsOf } from "../../src/language/translator.ts";
import { FACES } from "../../src/model/faces.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import { composeEdition } from "../../src/pipeline/compose-edition.ts";
import { proveWeb, type WebProof } from "../../src/pipeline/web/proof.ts";
import { siblingOf } from "../../src/pipeline/web/siblings.ts";
import { createWebEngine } from "../../src/web/engine.ts";
import { readPages } from "../../src/web/read/pages.ts";
import type { WebContext } from "../../src/web/request.ts";
import { renderEdition, type WrittenPage } from "../../src/web/site.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { readFont } from "../../src/world/fonts.ts";
import { silentProgress } from "../../src/world/terminal.ts";
import { ENGINE, libraries, YEAR } from "../support/report.ts";

let context: WebContext;
let pages: readonly WrittenPage[];

beforeAll(async () => {
  const { report } = check(await gather({ year: YEAR, content: libraries(), engine: ENGINE }));
  if (!report) throw new Error("the made-up report is broken");
  const world = { readFont, cutFont, cache: NO_CACHE, tools: "test", progress: silentProgress, now: () => 0 };
  const { edition, composition } = await composeEdition({ report, language: "zh-CN", annotate: true, world });
  if (!composition) throw new Error("it cannot be composed");
  const own = siblingOf(report, "zh-CN", "released");
  const label = labelsOf(edition.locale);
  const render = createWebEngine(report.templates)(label);
  context = { report, edition, composition, siblings: [own], address: null, own, label, render };
  const assets = { screen: "", print: "", reader: "", search: "", minisearch: "" };
  pages = renderEdition({ context, data: dataFiles(report, edition), assets, faces: FACES["zh-CN"] }).pages;
});

function proofOf(written: readonly WrittenPage[]): WebProof {
  const read = readPages(
    written.map(({ html }) => html),
    "",
  );
  return proveWeb(
    read.pages.map((page, index) => ({ ...page, file: written[index]?.file ?? "" })),
    context,
  );
}

/** What the proof finds when a piece of the written pages is another. */
function spoilt(from: string | RegExp, to: string): string[] {
  let times = 0;
  const changed = pages.map((page) => {
    const html = page.html.replace(from, (found) => {
      times++;
      return found.replace(from, to);
    });
    return { ...page, html };
  });
  if (times === 0) throw new Error(`no page holds ${String(from)}`);
  return proofOf(changed).diagnostics.map(({ code }) => code);
}

test("sound pages prove sound", () => {
  expect(proofOf(pages).diagnostics).toEqual([]);
  expect(proofOf(pages).shown.texts.size).toBeGreaterThan(5);
});

test.for([
  ["a digit of a figure in the text", /(value="9000">)9,000/, "$19,100", "figure-differs"],
  ["what machines read of a figure", 'value="9000"', 'value="9100"', "web-figure-differs"],
  [
    "a digit of a cell",
    /(id="table-loans"[\s\S]*?data-figure="loans\.mill\.books">)9,000/,
    "$19,008",
    "figure-differs",
  ],
  [
    "a digit in the table of a chart's data",
    /(<details[\s\S]*?data-figure="[^"]+">)([1-9])/,
    "$1$27",
    "web-figure-differs",
  ],
  ["a label in a drawing", /(<text[^>]*>)9,000(<\/text>)/, "$19,001$2", "figure-differs"],
  ["a magnitude", /(<p id=[\s\S]*?2864\.5)万/, "$1亿", "figure-differs"],
  ["a word", /<p id="lending-branches-p1"[^>]*>/, "$&又", "text-differs"],
  ["a paragraph", /<p id="lending-branches-p1"[\s\S]*?<\/p>/, "", "text-missing"],
] as const)("%s that is wrong is found", ([, from, to, code]) => {
  expect(spoilt(from, to)).toContain(code);
});
