import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { runNew } from "../../src/commands/new.ts";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { plainText } from "../../src/model/inline.ts";
import { writtenValue } from "../../src/model/released.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { newFoldersOnDisk } from "../../src/world/new-folders.ts";
import { changed, ENGINE, edited, libraries, shown } from "../support/report.ts";

/** Runs `whitepaper new` over a folder; gives the folder as it is afterwards. */
async function layOut(content: ContentFolder, year: number, from: number) {
  const told: Diagnostic[] = [];
  let files: Record<string, Uint8Array> = {};
  const { lines, exitCode } = await runNew(
    { year, from },
    {
      content,
      engine: ENGINE,
      createFolders: async (_, created) => {
        files = Object.fromEntries(created);
      },
      report: (diagnostics) => told.push(...diagnostics),
    },
  );
  const text = (path: string) => new TextDecoder().decode(files[path]);
  return { lines, exitCode, told: shown(told), files, text, after: changed(content, files) };
}

const checked = async (content: ContentFolder, year: number) =>
  check(await gather({ year, content, engine: ENGINE }));

/** How often each kind of diagnostic was found. */
function tally(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const kinds = diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

test("the paper's next year has the structure, the texts as drafts and no values", async () => {
  const { exitCode, lines, files, text, after } = await layOut(ENGINE, 2022, 2021);
  expect(exitCode).toBe(0);
  expect(lines).toEqual([
    "2022 is laid out from 2021: data/2022, and its texts as drafts",
    "to fill in: the date and the titles of white-paper-2022, yearbook-2022 in report.yaml, 160 indicators, 8 tables",
    "20 changes are computed from 2021’s figures: derived in data/2022/checks.yaml",
    "next: whitepaper check --year 2022",
  ]);
  expect(
    Object.keys(files).filter((path) => /acknowledg|translated-from|revisions|corrections/.test(path)),
  ).toEqual([]);
  expect(text("data/2022/report.yaml")).toMatch(
    /^year: 2022\nprevious: 2021\n\ndate: # .*\nlanguages:\n {2}en: \{ state: draft \}/,
  );
  expect(text("data/2022/indicators.yaml")).toContain(
    '\n  # Preface\n  ip_index.national_rank: { status: missing, unit: rank, source: white-paper-2022, at: "Preface" }\n',
  );
  const { report, diagnostics } = await checked(after, 2022);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(diagnostics.filter(({ code }) => code === "missing-field").map(({ message }) => message)).toEqual([
    "date: expected a date such as 2021-12-31, found nothing",
    "sources.white-paper-2022.title: expected the title of the publication, found nothing",
    "sources.yearbook-2022.title: expected the title of the publication, found nothing",
  ]);
  const own = [...(report?.figures.values() ?? [])].filter(
    ({ ref, status }) => !ref.startsWith("previous.") && status !== "missing",
  );
  expect(own.map((figure) => `${figure.ref} ${writtenValue(figure)}`)).toEqual([
    ...[16242, 16790, 19671, 36015, 40952].map(
      (value, index) => `invention_grants.${2012 + index}.invention_patents_granted ${value}`,
    ),
    "invention_grants.2021.invention_patents_granted 68813",
    "report.year 2022",
    "report.previous_year 2021",
    "report.end 2022-12-31",
    "derived.year_after 2023",
  ]);
});

test("a change is computed from both years, follows a correction of the old one, and the old text prints it", async () => {
  const { after, text } = await layOut(ENGINE, 2022, 2021);
  const filled = text("data/2022/indicators.yaml").replace(
    "trademarks.applications: { status: missing",
    "trademarks.applications: { value: 600000",
  );
  const content = changed(after, { "data/2022/indicators.yaml": filled });
  const sentence = async (folder: ContentFolder) => {
    const { report } = await checked(folder, 2022);
    if (!report) throw new Error("the laid out year cannot be read");
    const english = plainText(resolve(report, "en").texts.get("creation.trademarks.p1")?.nodes ?? []);
    const korean = plainText(resolve(report, "ko").texts.get("creation.trademarks.p1")?.nodes ?? []);
    return [/600,000[^,]*, ([^,]+)/.exec(english)?.[1], /[\d.]+% (?:증가|감소)/.exec(korean)?.[0]];
  };
  expect(await sentence(content)).toEqual(["up 2.94% YoY", "2.94% 증가"]);
  const old = new TextDecoder().decode(await ENGINE.read("data/2021/indicators.yaml"));
  const corrected = changed(content, { "data/2021/indicators.yaml": old.replace("582891", "612345") });
  expect(await sentence(corrected)).toEqual(["down 2.02% YoY", "2.02% 감소"]);
});

test("a year that follows a laid out one keeps its formulas", async () => {
  const { after } = await layOut(ENGINE, 2022, 2021);
  const { exitCode, text, after: third } = await layOut(after, 2023, 2022);
  expect(exitCode).toBe(0);
  expect(text("data/2023/report.yaml")).toMatch(/^year: 2023\nprevious: 2022\n/);
  expect(text("data/2023/checks.yaml").match(/ trademarks\.applications_yoy: .*/g)).toEqual([
    " trademarks.applications_yoy: { formula: growth, value: trademarks.applications, base: previous.trademarks.applications, unit: percent, places: 2, source: white-paper-2023 }",
  ]);
  expect(text("data/2023/tables/invention_grants_2012_2023.csv").trimEnd().split("\n").at(-1)).toBe(
    "2023,,missing,,",
  );
  const { diagnostics } = await checked(third, 2023);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("another subject, without checks: nothing is guessed", async () => {
  const { exitCode, files, text, after } = await layOut(libraries(), 2031, 2030);
  expect(exitCode).toBe(0);
  expect(Object.keys(files).filter((path) => path.startsWith("data/"))).toEqual([
    "data/2031/report.yaml",
    "data/2031/indicators.yaml",
    "data/2031/tables/loans.csv",
    "data/2031/tables/visits.csv",
  ]);
  expect(text("data/2031/indicators.yaml")).toBe(`indicators:
  report.year: { value: 2031, unit: year, source: survey }
  report.end: { value: 2031-12-31, unit: date, source: survey }
  loans.yoy: { status: missing, unit: percent, source: survey }
  loans.budget: { status: missing, unit: thousand-yuan, source: survey }
`);
  expect(text("data/2031/tables/loans.csv")).toBe(
    "branch,books,films\nHarbour,,\nHill,,\nPark,,\nMill,,\nAll,,\n",
  );
  const { diagnostics } = await checked(after, 2031);
  expect(tally(diagnostics)).toEqual({
    "warning missing-data": 5,
    "warning missing-field": 2,
    "warning unconfirmed-translation": 9,
  });
});

test("a change over two years is not the change from the year before: it stays to be typed", async () => {
  const { exitCode, files, lines } = await layOut(ENGINE, 2023, 2021);
  expect([exitCode, lines[1]]).toEqual([0, expect.stringContaining("180 indicators")]);
  expect(new TextDecoder().decode(files["data/2023/checks.yaml"])).not.toContain("growth,");
});

test("nothing is laid out over what is there, from what is broken or absent, or backwards", async () => {
  const half = changed(libraries(), { "locales/ja/2031/preface.json": "{}" });
  const wrong = await edited("data/2030/indicators.yaml", "unit: percent", "unit: parcent");
  const attempts = [
    await layOut(half, 2031, 2030),
    await layOut(libraries(), 2030, 2030),
    await layOut(libraries(), 2041, 2040),
    await layOut(libraries(wrong), 2031, 2030),
  ];
  expect(attempts.map(({ exitCode, files }) => [exitCode, Object.keys(files).length])).toEqual(
    attempts.map(() => [1, 0]),
  );
  expect(attempts.map(({ told }) => told)).toMatchInlineSnapshot(`
    [
      "error year-exists
      locales/ja/2031
      locales/ja/2031 is there already
      → nothing is ever laid out over what is there: move the folder away, or choose another year",
      "error wrong-year
      
      2030 does not come after 2030
      → whitepaper new 2031 --from 2030",
      "error no-report
      data/2040/report.yaml
      there is no report for 2040
      → check the year, and the report's folder (--root)",
      "error unknown-unit
      data/2030/indicators.yaml:4:36 (indicators.loans.yoy.unit)
      the unit “parcent” is not declared in report.yaml
      → did you mean “percent”?
    error broken-year
      data/2030
      the report for 2030 has errors: what follows it would have them, too
      → mend them; whitepaper check --year 2030 shows when it is right",
    ]
  `);
});

test("folders are put in place whole or not at all", async () => {
  const root = await mkdtemp(join(tmpdir(), "new-folders-"));
  const bytes = new TextEncoder().encode("x");
  const files = new Map([
    ["locales/en/2031/a.json", bytes],
    ["data/2031/tables/t.csv", bytes],
  ]);
  const create = newFoldersOnDisk(root);
  await create(["locales/en/2031", "data/2031"], files);
  const list = async () => (await readdir(root, { recursive: true })).sort();
  const before = await list();
  expect(before).toContain("data/2031/tables/t.csv");
  await expect(
    create(["locales/ja/2031", "data/2031"], new Map([...files, ["locales/ja/2031/a.json", bytes]])),
  ).rejects.toThrow();
  expect((await list()).filter((path) => path !== "locales/ja")).toEqual(before);
  expect(await readFile(join(root, "data/2031/tables/t.csv"), "utf8")).toBe("x");
  await rm(root, { recursive: true });
});
