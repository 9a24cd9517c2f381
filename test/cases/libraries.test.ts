import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../src/model/language.ts";
import { type PdfReading, readPdf } from "../../src/pdf/read.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { libraries } from "../support/report.ts";

interface Read {
  readonly pdf: PdfReading;
  readonly entries: readonly StructureEntry[];
}

const editions = new Map<Language, Read>();
const output = memoryOutput();
const browser = await sharedPrinter();
afterAll(browser.end);

beforeAll(async () => {
  const result = await testBuild({ content: libraries(), printer: browser.printer, output });
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const { language, finished } of result.editions) {
    const pdf = readPdf(finished?.pdf ?? new Uint8Array());
    editions.set(language, { pdf, entries: structureEntries(pdf.structure) });
  }
});

function edition(language: Language): Read {
  const read = editions.get(language);
  if (!read) throw new Error(`no edition in ${language}`);
  return read;
}

const texts = ({ entries }: Read, role: string) =>
  entries.filter((entry) => entry.role === role).map(({ text }) => text);

const LANGUAGES = ["en", "zh-CN", "ja", "ko"] as const;

test("four PDFs and a manifest, and nothing else but the editor's report", () => {
  expect([...output.files.keys()].filter((path) => !path.startsWith("2030/report.")).sort()).toEqual([
    "2030/manifest.json",
    "2030/white-paper-2030.en.pdf",
    "2030/white-paper-2030.ja.pdf",
    "2030/white-paper-2030.ko.pdf",
    "2030/white-paper-2030.zh-CN.pdf",
  ]);
});

test.for([
  [
    "en",
    "Lending in the Made-up Libraries in 2030",
    "By December 31, 2030, the made-up libraries had lent 254,775 books, down 2.50% YoY, on a budget of RMB 28.645 million.",
  ],
  ["zh-CN", "2030年虚构图书馆借阅报告", "截至2030年12月31日"],
  ["ja", "2030年", "2030年12月31日"],
  ["ko", "2030년", "2030년 12월 31일"],
] as const)("%s: title and figures in the edition's own form", ([language, title, words]) => {
  const read = edition(language);
  expect(texts(read, "H1")[0]).toContain(title);
  expect(texts(read, "P").join("\n").replaceAll("\u00a0", " ")).toContain(words);
});

test.for([
  ["zh-CN", ["同比下降2.50%", "2864.5万元"]],
  ["ja", ["前年比2.50%減", "2,864万5,000元"]],
  ["ko", ["전년 대비 2.50% 감소", "2,864만 5,000 위안"]],
] as const)("%s: change and money", ([language, words]) => {
  const prose = texts(edition(language), "P").join("\n").replaceAll("\u00a0", " ");
  for (const word of words) expect(prose).toContain(word);
});

test.for(LANGUAGES)("%s: tagged, in its language, with embedded TrueType fonts alone", (language) => {
  const { pdf, entries } = edition(language);
  expect(entries[0]?.lang).toBe(language);
  const fonts = [...pdf.fonts.values()];
  expect(fonts.length).toBeGreaterThan(2);
  for (const { name, type, embedded } of fonts)
    expect({ name, type, embedded }).toEqual({ name, type: "CIDFontType2", embedded: true });
  for (const { name } of fonts) expect(name).toMatch(/^[A-Z]{6}\+(?:Source|Noto)/);
});

test.for(LANGUAGES)("%s: as many pages as the manifest says, all A4", (language) => {
  const { pdf } = edition(language);
  const manifest = JSON.parse(new TextDecoder().decode(output.files.get("2030/manifest.json")));
  const listed = manifest.editions.find((entry: { language: string }) => entry.language === language);
  expect(pdf.pages).toHaveLength(listed.pages);
  expect(pdf.pages.length).toBeGreaterThanOrEqual(5);
  for (const { width, height } of pdf.pages)
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
});

test.for(LANGUAGES)("%s: chapters and sections are bookmarks, on the pages of their headings", (language) => {
  const { pdf, entries } = edition(language);
  const [report] = pdf.outline;
  const first = pdf.destinations.get("preface")?.page ?? Number.NaN;
  const chapters = report?.items.filter(({ destination }) => (destination?.page ?? 0) >= first) ?? [];
  expect(chapters.map(({ items }) => items.length)).toEqual([0, 1]);
  for (const { title, destination } of [...chapters, ...chapters.flatMap(({ items }) => items)]) {
    const heading = entries.find(({ role, text }) => /^H[2-3]$/.test(role) && text === title);
    expect(heading?.pages, title).toEqual([destination?.page]);
  }
});

test.for(LANGUAGES)(
  "%s: the contents list and the references in the text show the pages to which they lead",
  (language) => {
    const { pdf, entries } = edition(language);
    const front = pdf.destinations.get("preface")?.page ?? Number.NaN;
    const shown = entries.flatMap(({ role, element, text }) => {
      const annotation = element.kids.find((kid) => kid.kind === "annotation");
      const link = annotation && pdf.links.get(annotation.id);
      if (role !== "Link" || link?.target.kind !== "internal") return [];
      return [
        [Number(text.match(/\d+/g)?.at(-1)), (link.target.destination?.page ?? Number.NaN) - front + 1],
      ];
    });
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const [printed, real] of shown) expect(printed).toBe(real);
  },
);

test.for(LANGUAGES)("%s: the full, the partial and the missing chart say what they are", (language) => {
  const read = edition(language);
  const [full, partial, missing] = read.entries.filter(({ role }) => role === "Figure");
  expect(full?.alt).toContain("120,400");
  expect(full?.text).toContain("9,000");
  expect(partial?.text).toContain("…");
  const park = { en: "Park", "zh-CN": "公园", ja: "公園", ko: "공원" }[language];
  expect(partial?.alt?.split(park).length).toBe(2);
  expect(missing?.text).not.toMatch(/\d,?\d{3}(?!年|년)\b.*\d,\d/);
  expect(missing?.pages).toHaveLength(1);
});

test.for(LANGUAGES)("%s: the table has a header row, and a sign where there is no value", (language) => {
  const { entries } = edition(language);
  expect(entries.filter(({ role }) => role === "TR")).toHaveLength(6);
  const cells = entries.filter(({ role }) => role === "TD").map(({ text }) => text);
  expect(cells).toEqual([
    "120,400",
    "3,100",
    "80,250",
    "2,050",
    "45,125",
    "…",
    "9,000",
    "410",
    "254,775",
    "…",
  ]);
});

test("the same report gives the same bytes, with and without the page numbers of the last build", async () => {
  const again = memoryOutput();
  const request = { languages: ["en"] as const };
  await testBuild({ content: libraries(), printer: browser.printer, output: again, request });
  const first = output.files.get("2030/white-paper-2030.en.pdf");
  expect(
    Buffer.compare(
      again.files.get("2030/white-paper-2030.en.pdf") ?? Buffer.alloc(0),
      first ?? Buffer.alloc(0),
    ),
  ).toBe(0);
  await testBuild({ content: libraries(), printer: browser.printer, output: again, request });
  expect(
    Buffer.compare(
      again.files.get("2030/white-paper-2030.en.pdf") ?? Buffer.alloc(0),
      first ?? Buffer.alloc(0),
    ),
  ).toBe(0);
});
