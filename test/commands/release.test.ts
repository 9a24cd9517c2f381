import { expect, test } from "vitest";
import { runRelease } from "../../src/commands/release.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { BuildWorld } from "../../src/pipeline/build.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import { BrowserFault } from "../../src/print/printer.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { readFont } from "../../src/world/fonts.ts";
import { silentProgress } from "../../src/world/terminal.ts";
import { memoryOutput, sharedPrinter } from "../support/build.ts";
import { type Changes, ENGINE, edited, libraries, shown, YEAR } from "../support/report.ts";
import { released } from "../support/revisions.ts";

/** Tries a release in a world without a browser. */
async function release(
  changes: Changes,
  {
    date = "2031-06-01",
    json = false,
    world = {},
  }: { date?: string; json?: boolean; world?: Partial<BuildWorld> } = {},
) {
  const told: Diagnostic[] = [];
  const written: string[] = [];
  let starts = 0;
  const output = memoryOutput();
  const result = await runRelease(
    { year: YEAR, date, json },
    {
      content: libraries(changes),
      engine: ENGINE,
      output,
      readFont: async () => new Uint8Array(),
      cutFont: async () => new Uint8Array(),
      openPrinter: async () => {
        starts += 1;
        throw new BrowserFault({ code: "browser-not-found", message: "there is no browser" });
      },
      versions: async () => ({}),
      sourceDate: null,
      cache: NO_CACHE,
      tools: async () => "test",
      progress: { ...silentProgress, report: (diagnostics) => void told.push(...diagnostics) },
      now: () => 0,
      pause: async () => undefined,
      write: async (path) => void written.push(path),
      ...world,
    },
  ).catch((cause: unknown) => ({ lines: [String(cause)], exitCode: 3 }));
  const errors = told.filter(({ severity }) => severity === "error");
  return { ...result, told: shown(errors), starts, written: [...written, ...output.files.keys()] };
}

const FIRST = await released(libraries(), { year: YEAR, date: "2031-05-01" });

test("a report with errors is not released, and no browser is started", async () => {
  const wrong = await release(await edited("data/2030/indicators.yaml", "unit: percent", "unit: parcent"));
  expect(wrong).toMatchObject({ exitCode: 1, lines: ["nothing is released"], starts: 0, written: [] });
  expect(wrong.told).toContain("parcent");
});

test("why a report cannot be released", async () => {
  const draft = await edited("data/2030/report.yaml", "ko: { state: released }", "ko: { state: draft }");
  const change = await edited("data/2030/tables/loans.csv", "80250", "80300");
  const attempts = [
    await release(draft),
    await release(FIRST),
    await release(FIRST, { date: "2031-04-30" }),
    await release({ ...FIRST, ...change }),
  ];
  expect(attempts.map(({ exitCode, starts, written }) => [exitCode, starts, written])).toEqual(
    attempts.map(() => [1, 0, []]),
  );
  expect(attempts.map(({ told }) => told.split("\n").slice(0, 4).join("\n"))).toEqual([
    `error release-of-draft
  data/2030/report.yaml (languages)
  ko: a draft cannot be released
  → finish its texts and set its state to released`,
    `error nothing-to-release
  data/2030/revisions/1.json
  nothing has changed since revision 1
  → a release needs a changed figure, text or layout`,
    `error release-date
  data/2030/revisions/1.json:1:1
  a release on 2031-04-30 would be before that of revision 1, 2031-05-01
  → give the day of the release: --date`,
    `error uncorrected-change
  data/2030/tables/loans.csv:3:6 (loans.hill.books)
  loans.hill.books was released as 80250 and is now 80300, without a correction
  → undo the change, or add this to data/2030/corrections.yaml, below the line “corrections:”, and fill it in:`,
  ]);
});

test("as JSON, a refusal is told on stdout", async () => {
  const { lines } = await release(FIRST, { json: true });
  expect(JSON.parse(lines.join("\n"))).toMatchObject({
    revision: null,
    diagnostics: [{ code: "nothing-to-release" }],
  });
});

test("nothing is frozen when the browser fails", async () => {
  expect(await release({})).toMatchObject({ exitCode: 3, starts: 1, written: [] });
});

test("one edition that fails keeps all of them back: the last good ones stay", async () => {
  const { printer, end } = await sharedPrinter();
  const change = await edited("locales/ko/2030/lending.json", '"title": "', '"title": "\u{1D11E}');
  const world = { openPrinter: async () => printer, readFont, cutFont };
  const whole = await release({}, { world });
  const failed = await release(change, { world });
  await end();
  expect(whole).toMatchObject({ exitCode: 0, told: "" });
  const delivered = (paths: readonly string[]) =>
    paths.filter((path) => !/report\.(?:html|json)$/.test(path));
  expect(delivered(whole.written)).toEqual([
    "data/2030/revisions/1.json",
    ...["en", "zh-CN", "ja", "ko"].map((language) => `2030/white-paper-2030.${language}.pdf`),
    "2030/manifest.json",
  ]);
  expect(failed.told).toContain("U+1D11E");
  expect([failed.exitCode, delivered(failed.written)]).toEqual([1, []]);
});
