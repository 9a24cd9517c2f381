import { afterAll, beforeAll, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Progress } from "../../src/pipeline/progress.ts";
import { STAGES, type Stage } from "../../src/pipeline/stages.ts";
import { type MemoryOutput, memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { type Changes, edited, libraries, shown } from "../support/report.ts";

const browser = await sharedPrinter();
afterAll(browser.end);
const { printer } = browser;

/** What one build of the made-up report delivers: the last good state that later builds begin with. */
const good = memoryOutput();
const events: string[] = [];

const listening = (told: string[], reported: Diagnostic[] = []): Progress => ({
  begin: (stage, language) => void told.push([stage, language].filter(Boolean).join(" ")),
  end: () => undefined,
  report: (diagnostics) => void reported.push(...diagnostics),
});

/** What readers are given; the editor's report is none of it and is written whatever comes of a build. */
const delivered = ({ files }: MemoryOutput) => [...files].filter(([path]) => !path.includes("/report."));

beforeAll(async () => {
  await testBuild({ content: libraries(), printer, output: good, world: { progress: listening(events) } });
  expect(delivered(good).length).toBe(5);
});

/** Builds with some files changed over the last good output. */
async function rebuild(changes: Changes, request = {}) {
  const output = memoryOutput(good.files);
  const reported: Diagnostic[] = [];
  const world = { progress: listening([], reported) };
  const result = await testBuild({ content: libraries(changes), printer, output, request, world });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  return { result, output, errors, reported };
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;

test("every stage is told of by its name, in the order of its number", () => {
  const stages = events.map((event) => event.split(" ")[0] as Stage);
  const known = STAGES.filter((stage) => stages.includes(stage));
  expect(known.length).toBeGreaterThanOrEqual(8);
  expect(events.filter((event) => event.startsWith("print "))).toHaveLength(4);
  const english = events.filter((event) => event.endsWith(" en")).map((event) => event.split(" ")[0]);
  expect(english).toEqual(STAGES.filter((stage) => english.includes(stage)));
  expect(stages[0]).toBe("gather");
  expect(stages.at(-1)).toBe("deliver");
});

test("an error in the content: everything is reported, nothing is printed, the output is as it was", async () => {
  const { errors, output, result, reported } = await rebuild({
    ...(await edited("data/2030/tables/loans.csv", "120400", "120.400")),
    "locales/ko/2030/preface.json": "{",
  });
  expect(errors.map(({ code, file }) => `${code} ${file}`)).toEqual([
    "not-whole data/2030/tables/loans.csv",
    "broken-json locales/ko/2030/preface.json",
  ]);
  expect(reported).toEqual(expect.arrayContaining(errors));
  expect(result.manifest).toBeNull();
  expect(delivered(output)).toEqual(delivered(good));
});

test("a failing edition keeps its last good PDF byte by byte; the others are delivered", async () => {
  const { errors, output, result } = await rebuild({
    ...(await edited("data/2030/tables/loans.csv", "120400", "120401")),
    ...(await edited("locales/ko/2030/lending.json", "분관", "\u{1D11E} 분관")),
  });
  expect(errors.map(({ code }) => code)).toEqual(["missing-glyph"]);
  expect(shown(errors.slice(0, 1)).replace(/in Noto.*: /, "in …: ")).toMatchInlineSnapshot(`
    "error missing-glyph
      locales/ko/2030/lending.json:4:14 (branches.title)
      no glyph for “𝄞” (U+1D11E) in …: “…𝄞 분관별 도서 대출…”
      → use another character, or one that the edition's fonts have"
  `);
  expect(result.editions.map(({ language, finished }) => [language, finished !== null])).toEqual([
    ["en", true],
    ["zh-CN", true],
    ["ja", true],
    ["ko", false],
  ]);
  const name = (language: string) => `2030/white-paper-2030.${language}.pdf`;
  expect(same(output.files.get(name("ko")), good.files.get(name("ko")))).toBe(true);
  for (const language of ["en", "zh-CN", "ja"])
    expect(same(output.files.get(name(language)), good.files.get(name(language)))).toBe(false);
  expect(result.manifest?.editions).toHaveLength(4);
});

test("what all editions share is told once, though each of them finds it", async () => {
  const { errors, reported, output } = await rebuild(
    await edited("templates/chapters/lending.hbs", '{{chart "books_by_branch"}}', '{{chart "books"}}'),
  );
  expect(errors.map(({ code }) => code)).toEqual(["unknown-chart"]);
  expect(reported.filter(({ code }) => code === "unknown-chart")).toHaveLength(1);
  expect(delivered(output)).toEqual(delivered(good));
});

test("one language, as a draft: another file, and the released editions stay", async () => {
  const { errors, output, result } = await rebuild({}, { languages: ["ja"], draft: true });
  expect(errors).toEqual([]);
  expect(result.editions.map(({ language, state }) => [language, state])).toEqual([["ja", "draft"]]);
  expect([...output.files.keys()].filter((path) => !good.files.has(path))).toEqual([
    "2030/white-paper-2030.ja.draft.pdf",
  ]);
  expect(result.manifest?.editions).toHaveLength(5);
});

test("an edition that the report does not have", async () => {
  const { errors, output } = await rebuild(
    await edited("data/2030/report.yaml", "  ko: { state: released }\n", ""),
    { languages: ["ko", "en"] },
  );
  expect(shown(errors)).toMatchInlineSnapshot(`
    "error no-edition
      data/2030/report.yaml (languages)
      the report has no edition in ko
      → add it to languages, or ask for en, zh-CN, ja"
  `);
  expect(delivered(output)).toEqual(delivered(good));
});

test("a last manifest that cannot be read does not stop a build", async () => {
  const output = memoryOutput([["2030/manifest.json", new TextEncoder().encode('{"editions":5}')]]);
  const { manifest } = await testBuild({
    content: libraries(),
    printer,
    output,
    request: { languages: ["en"] },
  });
  expect(manifest?.editions).toHaveLength(1);
});

test("content with errors is reported even when no browser starts; without errors the fault is thrown", async () => {
  const world = { openPrinter: () => Promise.reject(new Error("no browser")) };
  const output = memoryOutput();
  const broken = libraries({ "locales/ko/2030/preface.json": "{" });
  const { diagnostics } = await testBuild({ content: broken, printer, output, world });
  expect(diagnostics.map(({ code }) => code)).toContain("broken-json");
  await expect(testBuild({ content: libraries(), printer, output, world })).rejects.toThrow("no browser");
  expect(delivered(output)).toEqual([]);
});
