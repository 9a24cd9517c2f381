import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import { arrayAt, asDict, resolve, textAt } from "../../src/pdf/objects/access.ts";
import { readPageLabels } from "../../src/pdf/page-labels.ts";
import { type PdfReading, readPdf } from "../../src/pdf/read.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { type Landing, landings } from "../finish/landings.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { libraries } from "../support/report.ts";

const ROOT = join(import.meta.dirname, "../..");
const papers = new Map<string, PdfReading>();

const browser = await sharedPrinter();
afterAll(browser.end);

beforeAll(async () => {
  for (const [year, content] of [
    [2021, folderOnDisk(ROOT)],
    [2030, libraries()],
  ] as const) {
    const { editions } = await testBuild({
      content,
      printer: browser.printer,
      output: memoryOutput(),
      request: { year },
    });
    for (const { language, finished, diagnostics } of editions) {
      if (!finished) throw new Error(`${year} ${language}: ${diagnostics.map(({ message }) => message)}`);
      papers.set(`${year} ${language}`, readPdf(finished.pdf));
    }
  }
});

function paper(year: number, language: Language): PdfReading {
  const reading = papers.get(`${year} ${language}`);
  if (!reading) throw new Error(`no ${year} in ${language}`);
  return reading;
}

/** Points from the top of an element to the top of its letters: its border and padding in the style sheets. */
const INSETS: Readonly<Record<string, number>> = { H2: 17, H3: 0, Caption: 7 };

/** How far from the top of what it names a link lands. */
function distance({ target, above }: Landing): number {
  return Math.abs(above - (INSETS[target?.role ?? ""] ?? Number.NaN));
}

describe.each(LANGUAGES)("%s", (language) => {
  test.for([2021, 2030] as const)("%d: every link lands at the top of what it names", (year) => {
    const all = landings(paper(year, language));
    expect(all.length).toBe(year === 2021 ? 51 : 10);
    for (const landing of all) {
      expect(landing.pages[0], landing.text).toBe(landing.pages[1]);
      expect(distance(landing), landing.text).toBeLessThan(6);
    }
  });

  test.for([2021, 2030] as const)(
    "%d: the number at each page’s foot is what viewers call the page",
    (year) => {
      const { file, pages, streams } = paper(year, language);
      const labels = readPageLabels(file, pages.length);
      const feet = pages.map(({ index }) => {
        const stream = [...streams.values()].find(({ page, pageArea }) => page === index && pageArea);
        const bottom = stream?.pageArea?.[1] ?? 0;
        const lines = (stream?.looseLines ?? []).filter(({ baseline }) => baseline < bottom);
        return lines.map(({ text }) => text.trim()).find((text) => /^[\divx]+$/.test(text));
      });
      expect(labels.slice(0, 3)).toEqual(["i", "ii", "iii"]);
      expect(feet).toEqual([undefined, ...labels.slice(1)]);
    },
  );

  test("every chart and table refers to its data", () => {
    const reading = paper(2021, language);
    const entries = structureEntries(reading.structure);
    const shown = entries.filter(({ role }) => role === "Figure" || role === "Table");
    expect(shown.map((entry) => filesOf(reading, entry).join())).toEqual(DATA_2021);
  });

  test("a chart is read as it is seen: its caption, then what it shows; number, title and unit apart", () => {
    const figures = structureEntries(paper(2021, language).structure).filter(({ role }) => role === "Figure");
    expect(figures).toHaveLength(12);
    for (const { element, alt, text } of figures) {
      const [caption] = element.kids;
      expect(caption).toMatchObject({ role: "Caption" });
      expect(alt?.length ?? 0).toBeGreaterThan(20);
      expect(alt?.length ?? 0).toBeLessThan(400);
      expect(text.trim()).toMatch(/^(?:Figure |图|図|그림 )\d+ \S/);
    }
  });
});

/** The files of all charts and tables, in reading order. */
const DATA_2021 = [
  "trademarks_by_region.csv",
  "trademarks_by_region.csv",
  "grants_by_type.csv",
  "patents_by_region.csv",
  "invention_grants.csv",
  "patents_by_region.csv",
  "patents_by_region.csv",
  "patents_valid.csv",
  "patents_valid.csv",
  "patents_valid.csv",
  "high_value_by_region.csv",
  "gi.csv",
  "gi.csv",
  "ic_layouts.csv",
  "ic_layouts.csv",
];

function filesOf({ file }: PdfReading, { element }: StructureEntry): string[] {
  return arrayAt(file, asDict(file.get(element.id)) ?? new Map(), "AF").map(
    (specification) => textAt(file, asDict(resolve(file, specification)) ?? new Map(), "UF") ?? "",
  );
}

test.for([
  ["en", "see Table 1, page 2 and Figure 2, page 2."],
  ["zh-CN", "见表1（第2页）和图2（第2页）。"],
  ["ja", "表1（2ページ）及び図2（2ページ）を参照。"],
  ["ko", "표 1(2쪽) 및 그림 2(2쪽) 참조."],
] as const)("%s: references print number and page in the language’s own form", ([language, words]) => {
  const reading = paper(2030, language);
  const text = structureEntries(reading.structure).find(({ role }) => role === "Document")?.text ?? "";
  expect(text).toContain(words);
});

test("PDF/UA-2 with PDF/A-4f: links lead there, too", async () => {
  const { editions, diagnostics } = await testBuild({
    content: libraries(),
    printer: browser.printer,
    output: memoryOutput(),
    request: { conformance: "ua2-a4f", languages: ["en", "zh-CN"] },
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const { finished } of editions)
    for (const landing of landings(readPdf(finished?.pdf ?? new Uint8Array()))) {
      expect(landing.pages[0], landing.text).toBe(landing.pages[1]);
      expect(distance(landing), landing.text).toBeLessThan(6);
    }
});
