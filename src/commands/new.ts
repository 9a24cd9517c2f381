import { check } from "../check/check.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { layOutNextYear, type NextYear } from "../pipeline/next-year/next-year.ts";
import type { CommandResult } from "./build.ts";

/** What `whitepaper new` may touch of the world. */
export interface NewWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  /** Puts new folders in place with their files, all of them or none. The last one is put in place last. */
  readonly createFolders: (
    folders: readonly string[],
    files: ReadonlyMap<string, Uint8Array>,
  ) => Promise<void>;
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Options of `whitepaper new`. */
export interface NewOptions {
  /** The year to lay out. */
  readonly year: number;
  /** The year whose report is followed. */
  readonly from: number;
}

/**
 * `whitepaper new 2022 --from 2021`: lays out next year's folders with the structure and the texts of a report as drafts, and none of
 * its values. Nothing is written where the year is there already or the report has errors.
 */
export async function runNew({ year, from }: NewOptions, world: NewWorld): Promise<CommandResult> {
  const refusals = year > from ? await inTheWay(year, world.content) : [backwards(year, from)];
  if (refusals.length > 0) return refused(refusals, year, world);
  const sources = await gather({ year: from, content: world.content, engine: world.engine });
  const { report, diagnostics } = check(sources);
  if (!report || hasErrors(diagnostics)) return refused(whyNotFrom(from, diagnostics), year, world);
  const next = layOutNextYear(report, sources, year);
  const encoder = new TextEncoder();
  const files = new Map([...next.files].map(([path, text]) => [path, encoder.encode(text)] as const));
  await world.createFolders(foldersOf(next, year), files);
  return { lines: summary(next, report, year), exitCode: 0 };
}

function refused(diagnostics: readonly Diagnostic[], year: number, { report }: NewWorld): CommandResult {
  report(diagnostics);
  return { lines: [`${year} is not laid out`], exitCode: 1 };
}

function backwards(year: number, from: number): Diagnostic {
  return error({
    code: "wrong-year",
    message: `${year} does not come after ${from}`,
    hints: [`whitepaper new ${from + 1} --from ${from}`],
  });
}

/** The year's folders that are there already: of data, and of each language's texts. */
async function inTheWay(year: number, content: ContentFolder): Promise<Diagnostic[]> {
  const data = await content.list(`data/${year}`);
  const texts = (await content.list("locales")).filter((path) => path.split("/")[2] === String(year));
  const folders = new Set([
    ...(data.length > 0 ? [`data/${year}`] : []),
    ...texts.map((path) => path.split("/").slice(0, 3).join("/")),
  ]);
  return [...folders].map((file) =>
    error({
      code: "year-exists",
      message: `${file} is there already`,
      place: { file },
      hints: ["nothing is ever laid out over what is there: move the folder away, or choose another year"],
    }),
  );
}

/** The errors of the year to follow. */
function whyNotFrom(from: number, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => code === "no-report")) return errors;
  const broken = error({
    code: "broken-year",
    message: `the report for ${from} has errors: what follows it would have them, too`,
    place: { file: `data/${from}` },
    hints: [`mend them; whitepaper check --year ${from} shows when it is right`],
  });
  return [...errors, broken];
}

/** The folders of the new year; its data last, for only with them is the year there. */
function foldersOf({ files }: NextYear, year: number): string[] {
  const texts = [...files.keys()].filter((path) => path.startsWith("locales/"));
  return [...new Set(texts.map((path) => path.split("/").slice(0, 3).join("/"))), `data/${year}`];
}

function summary({ untitled, open: indicators, computed }: NextYear, report: Report, year: number): string[] {
  const fields = ["the date", ...(untitled.length > 0 ? [`the titles of ${untitled.join(", ")}`] : [])];
  return [
    `${year} is laid out from ${report.year}: data/${year}, and its texts as drafts`,
    `to fill in: ${fields.join(" and ")} in report.yaml, ${indicators.length} indicators, ${report.tables.size} tables`,
    ...(computed.length > 0
      ? [
          `${computed.length} changes are computed from ${report.year}’s figures: derived in data/${year}/checks.yaml`,
        ]
      : []),
    `next: whitepaper check --year ${year}`,
  ];
}
