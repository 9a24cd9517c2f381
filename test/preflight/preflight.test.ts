import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import { compareEditions } from "../../src/preflight/parity/editions.ts";
import { type ChromiumPrinter, openPrinter } from "../../src/world/browser/chromium-printer.ts";
import {
  type ComposedEdition,
  composeLibraries,
  librariesReport,
  preflightTampered,
  replacing,
  styled,
  type Tamper,
} from "./libraries.ts";

let printer: ChromiumPrinter;
const editions = new Map<Language, ComposedEdition>();

beforeAll(async () => {
  printer = await openPrinter();
  const report = await librariesReport();
  for (const language of LANGUAGES) editions.set(language, await composeLibraries(report, language));
});
afterAll(() => printer.close());

async function found(language: Language, tamper?: Tamper) {
  const edition = editions.get(language);
  if (!edition) throw new Error(language);
  return preflightTampered(edition, printer, tamper);
}

async function codes(language: Language, tamper: Tamper): Promise<string[]> {
  return (await found(language, tamper)).diagnostics.map(({ code }) => code);
}

test("the editions as they are printed have no fault, and show the same figures", async () => {
  const all = await Promise.all(LANGUAGES.map((language) => found(language)));
  expect(all.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  expect(compareEditions(all.map(({ shown }) => shown))).toEqual(new Map());
  const [english] = all;
  expect(english?.shown.texts.get("preface.p1")?.figures).toEqual([
    { ref: "report.end", value: "2030-12-31" },
    { ref: "loans.all.books", value: "254775" },
    { ref: "loans.yoy", value: "-2.5" },
    { ref: "loans.budget", value: "28645" },
  ]);
});

describe("a fault in one figure is caught by what the figure says, whatever the words", () => {
  test.each<[string, Language, string, string, string]>([
    ["a digit changed", "en", "254,775", "254,757", "figure-differs"],
    ["a digit changed", "ja", "254,775", "254,776", "figure-differs"],
    ["a figure dropped", "ko", "(전년 대비 2.50% 감소)", "", "figure-missing"],
    ["a figure added", "zh-CN", "254,775", "9,000与254,775", "figure-extra"],
    ["up for down", "en", "down 2.50%", "up 2.50%", "figure-direction"],
    ["up for down", "zh-CN", "下降2.50%", "增长2.50%", "figure-direction"],
    ["up for down", "ko", "2.50% 감소", "2.50% 증가", "figure-direction"],
    ["億 for 万", "ja", "2,864万", "2,864億", "figure-differs"],
    ["亿 for 万", "zh-CN", "2864.5万", "2864.5亿", "figure-differs"],
    ["the percent sign lost", "zh-CN", "2.50%", "2.50", "figure-kind"],
    ["the currency lost", "ko", "위안", "", "figure-kind"],
    ["another month", "ja", "12月31日", "11月30日", "figure-differs"],
    ["a cell changed", "ko", ">80,250</td>", ">80,520</td>", "figure-differs"],
  ])("%s (%s: %s → %s)", async (_, language, piece, by, code) => {
    const all = await codes(language, replacing(piece, by));
    expect(all).toContain(code);
    expect(all).toContain("text-differs");
  });

  test("two figures swapped", async () => {
    const swapped: Tamper = (html) =>
      replacing("§§", "9,000")(replacing("9,000", "120,400")(replacing("120,400", "§§")(html)));
    const { diagnostics } = await found("en", swapped);
    const [first] = diagnostics.filter(({ code }) => code === "figure-differs");
    expect(first?.message).toMatch(
      /^en, page 2 \(no\. \d in the file\), lending\.branches\.p1: the figure loans\.harbour\.books \(“120,400”\) reads “9,000”: “…\w+ Survey counts 9,000 loans at Ha\w*…”$/,
    );
    expect(first?.file).toBe("locales/en/2030/lending.json");
  });

  test("two labels of a chart swapped, and its alternative text changed", async () => {
    const swapped: Tamper = (html) =>
      html
        .replace(">45,125</text>", ">§</text>")
        .replace(">80,250</text>", ">45,125</text>")
        .replace(">§</text>", ">80,250</text>")
        .replace(/(?<=aria-label="[^"]*)45,125/, "45,152");
    const { diagnostics } = await found("en", swapped);
    const messages = diagnostics.map(
      ({ code, message }) => `${code}: ${message.replace(/^.*?the chart /, "")}`,
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        "figure-differs: books_by_branch shows “45,125” at Hill, expected loans.hill.books (80250)",
        "figure-differs: books_by_branch shows “80,250” at Park, expected loans.park.books (45125)",
        "alt-figure: books_by_branch tells “45,152” for Park in its alternative text, expected loans.park.books (45,125)",
      ]),
    );
  });

  test("a label of a chart changed", async () => {
    const label: Tamper = (html) => {
      const at = html.indexOf("45,125</text>");
      return `${html.slice(0, at)}45,152${html.slice(at + 6)}`;
    };
    const all = await codes("en", label);
    expect(all).toEqual(expect.arrayContaining(["figure-differs", "text-differs"]));
  });
});

describe("a fault of text, layout or navigation is caught", () => {
  test.each<[string, Language, Tamper, string]>([
    ["a paragraph that is not shown", "ko", styled("#preface-p1 { display: none }"), "text-missing"],
    ["text that nobody wrote", "en", replacing("<p id=", "<p>Hello</p><p id="), "text-unexpected"],
    ["a letter lost", "ja", replacing("架空図書館の", "架空図書の"), "text-differs"],
    [
      "a document shrunk to fit",
      "zh-CN",
      styled("#preface-p1 { width: 300mm; max-width: none }"),
      "shrunk-to-fit",
    ],
    [
      "text in the margin",
      "en",
      styled("#preface-p1 { white-space: nowrap; overflow: hidden }"),
      "text-clipped",
    ],
    ["text outside of the sheet", "en", styled(".cover-title { margin-left: -27mm }"), "text-off-page"],
    ["lines on top of each other", "ja", styled(".prose { line-height: 0.3 }"), "lines-overlap"],
    [
      "a page without content",
      "ko",
      replacing("</main>", '<div style="break-before: page; height: 1mm"></div></main>'),
      "empty-page",
    ],
    ["a character that no font has", "en", replacing("Harbour and", "Harbour 𓀀 and"), "missing-glyph"],
    [
      "bold that no face supplies",
      "en",
      styled("strong, .prose { font-weight: 900; font-synthesis: weight }"),
      "font-type",
    ],
    [
      "a text in another language",
      "en",
      replacing('<p id="preface-p1"', '<p lang="ja" id="preface-p1"'),
      "language-mark",
    ],
    [
      "a link that leads nowhere",
      "zh-CN",
      (html) => html.replace('href="#lending"', 'href="#nowhere"'),
      "broken-link",
    ],
    ["a heading that is none", "ja", replacing("<h3", '<h3 role="presentation"'), "bookmark-missing"],
    [
      "a target moved away from its heading",
      "en",
      (html) =>
        html
          .replace('<section class="section" id="lending-branches"', '<section class="section"')
          .replace('<p id="lending-branches-p1"', '<p id="lending-branches"'),
      "wrong-destination",
    ],
  ])("%s (%s)", async (_, language, tamper, code) => {
    expect(await codes(language, tamper)).toContain(code);
  });
});
