import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import { readPdf } from "../../src/pdf/read.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { type Changes, changed, ENGINE } from "../support/report.ts";

const YEAR = 2021;

const CHECKS = "data/2021/checks.yaml";

/** Decimal places that a column of the 2021 report wants; the others are counts. */
const PLACES: Readonly<Record<string, number>> = { high_value_per_10k: 2 };

/** The real report with made-up numbers wherever its tables have none. */
async function filled(): Promise<ContentFolder> {
  const { files } = await gather({ year: YEAR, content: ENGINE, engine: ENGINE });
  const tables = [...files.values()].filter(({ path }) => path.endsWith(".csv"));
  const changes: Changes = Object.fromEntries(tables.map(({ path, text }) => [path, withNumbers(text)]));
  // Made-up numbers keep none of the identities that the real ones keep; figures derived from them stay.
  const checks = files.get(CHECKS)?.text.replace(/^checks:\n[\s\S]*$/m, "checks: {}\n") ?? "";
  return changed(ENGINE, { ...changes, [CHECKS]: checks, "data/2021/acknowledgements.yaml": null });
}

/** A table whose rows lack all values, or say that theirs are missing, with values in these rows. */
function withNumbers(csv: string): string {
  const [header = "", ...rows] = csv.trim().split("\n");
  const names = header.split(",");
  const changed = rows.map((row, index) => {
    if (row.includes(",missing,"))
      return row.replace(/,+missing,+$/, `,${50_000 + 1_000 * index},normal,white-paper-2021,`);
    if (!/^[^,]+,+$/.test(row)) return row;
    const values = names.slice(1).map((name, column) => made(index, column, PLACES[name] ?? 0));
    return [row.replace(/,+$/, ""), ...values].join(",");
  });
  return [header, ...changed, ""].join("\n");
}

const made = (row: number, column: number, places: number): string =>
  places > 0 ? (3 + row * 1.37 + column).toFixed(places) : String(4_321 + 1_234 * ((row * 7 + column) % 13));

const output = memoryOutput();
const browser = await sharedPrinter();
afterAll(browser.end);

const figures = new Map<string, StructureEntry[]>();
let charts: string[] = [];
let types: string[] = [];

beforeAll(async () => {
  const content = await filled();
  charts = (await content.list("templates/charts")).filter((path) => path.endsWith(".vl.json"));
  const request = { year: YEAR, languages: ["en", "ko"] as const, draft: true };
  const { diagnostics } = await testBuild({ content, printer: browser.printer, output, request });
  expect(diagnostics.filter(({ severity, code }) => severity === "error" || code === "missing-data")).toEqual(
    [],
  );
  for (const language of request.languages) {
    const pdf = readPdf(output.files.get(`2021/white-paper-2021.${language}.draft.pdf`) ?? new Uint8Array());
    types = [...types, ...[...pdf.fonts.values()].map(({ type }) => type)];
    figures.set(
      language,
      structureEntries(pdf.structure).filter(({ role }) => role === "Figure"),
    );
  }
});

test("every chart of the paper is printed, and none lacks data", () => {
  expect(charts).toHaveLength(12);
  for (const found of figures.values()) {
    expect(found).toHaveLength(charts.length);
    for (const { alt } of found) expect(alt).toMatch(/\d/);
  }
  expect(figures.get("en")?.filter(({ alt }) => /not supplied/i.test(alt ?? ""))).toEqual([]);
  expect(figures.get("ko")?.filter(({ text }) => text.includes("…"))).toEqual([]);
});

test("every chart stands on one page with its caption, the made-up values printed", () => {
  for (const { pages, text, alt } of figures.get("en") ?? []) {
    expect(pages, alt).toHaveLength(1);
    expect(text).toMatch(/Figure \d+/);
  }
  const all = (figures.get("en") ?? []).map(({ text }) => text).join("\n");
  for (const value of ["4,321", "3.00", "55,000"]) expect(all).toContain(value);
});

test("labels are set in embedded TrueType, never drawn as Type 3", () => {
  expect(new Set(types)).toEqual(new Set(["CIDFontType2"]));
});
