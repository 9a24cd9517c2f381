import { check } from "../check/check.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import type { CellChange } from "../pipeline/import/change.ts";
import type { EditedFile } from "../pipeline/import/edited-files.ts";
import { MESSAGES } from "../pipeline/import/messages.ts";
import { type ImportPlan, planImport } from "../pipeline/import/plan-import.ts";
import { verifyImport } from "../pipeline/import/verify-import.ts";
import { refuseContainer } from "../workbook/read/container.ts";
import { refusal } from "../workbook/read/messages.ts";
import { type ReadWorkbook, readWorkbook } from "../workbook/read/read-workbook.ts";
import { type CommandResult, table } from "./build.ts";

/** A file's bytes before and after. */
export interface Replacement {
  readonly path: string;
  readonly was: Uint8Array;
  readonly is: Uint8Array;
}

/** What `whitepaper import` may touch of the world. */
export interface ImportWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  /** Reads the workbook; a diagnostic when there is none or it is too large to be one. */
  readonly readFile: (path: string) => Promise<Uint8Array | Diagnostic>;
  /** Replaces files, all of them or none; the path of the one that is no longer as it was, or null when it is done. */
  readonly replaceFiles: (files: readonly Replacement[]) => Promise<string | null>;
  /** Asks a person yes or no; null when there is none to ask. */
  readonly ask: (question: string) => Promise<boolean | null>;
  /** Shows a line to a person. */
  readonly talk: (line: string) => void;
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Options of `whitepaper import`. */
export interface ImportOptions {
  /** Path of the workbook. */
  readonly file: string;
  /** The report's year, where it was said. */
  readonly year: number | null;
  /** The report's year where neither the editor nor the workbook says it. */
  readonly newest: number;
  readonly yes: boolean;
  readonly json: boolean;
}

/** What came of an import. */
interface Outcome {
  readonly changes: readonly CellChange[];
  readonly written: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is left to say. */
  readonly closing: readonly string[];
  readonly exitCode: 0 | 1;
}

/**
 * `whitepaper import`: takes a workbook's edited cells over into the data. Shows every cell that differs, and writes only after a yes. Anything
 * that cannot be taken over for certain is an error, and then nothing is written.
 */
export async function runImport(options: ImportOptions, world: ImportWorld): Promise<CommandResult> {
  const outcome = await importWorkbook(options, world);
  const { changes, written, diagnostics, closing, exitCode } = outcome;
  if (options.json) return { lines: [JSON.stringify({ changes, written, diagnostics }, null, 2)], exitCode };
  return { lines: closing, exitCode };
}

async function importWorkbook(options: ImportOptions, world: ImportWorld): Promise<Outcome> {
  const read = await openWorkbook(options.file, world);
  if (!("workbook" in read)) return refused([read], options, world);
  const year = options.year ?? read.workbook.year ?? options.newest;
  const other = read.workbook.year;
  if (other !== null && other !== year)
    return refused([MESSAGES.wrongYear({ file: options.file }, other, year)], options, world);
  const sources = await gather({ year, content: world.content, engine: world.engine });
  const { report, diagnostics } = check(sources);
  if (!report)
    return refused(
      diagnostics.filter(({ severity }) => severity === "error"),
      options,
      world,
    );
  const texts = await dataTexts(report, world.content);
  const textOf = (path: string) => texts.get(path) ?? "";
  const plan = planImport({ file: options.file, workbook: read.workbook, report, sources, textOf });
  return carryOut(plan, { options, world, report, sources });
}

async function openWorkbook(
  file: string,
  { readFile }: ImportWorld,
): Promise<{ readonly workbook: ReadWorkbook } | Diagnostic> {
  const bytes = await readFile(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const refusedAs = refuseContainer(file, bytes);
  if (refusedAs) return refusedAs;
  const workbook = await readWorkbook(bytes);
  return workbook ? { workbook } : refusal("broken-workbook", file);
}

function refused(
  diagnostics: readonly Diagnostic[],
  { json }: ImportOptions,
  { report }: ImportWorld,
): Outcome {
  if (!json) report(diagnostics);
  return { changes: [], written: [], diagnostics, closing: ["nothing imported"], exitCode: 1 };
}

/** The texts of the files that may be edited, as they stand on disk. */
async function dataTexts(
  { year, tables }: Report,
  content: ContentFolder,
): Promise<ReadonlyMap<string, string>> {
  const present = new Set(await content.list(`data/${year}`));
  const paths = [...tables.values()].map(({ file }) => file).concat(`data/${year}/indicators.yaml`);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = paths
    .filter((path) => present.has(path))
    .map(async (path) => [path, decoder.decode(await content.read(path))] as const);
  return new Map(await Promise.all(texts));
}

interface Setting {
  readonly options: ImportOptions;
  readonly world: ImportWorld;
  readonly report: Report;
  readonly sources: Sources;
}

async function carryOut(plan: ImportPlan, setting: Setting): Promise<Outcome> {
  const { options, world, sources } = setting;
  const { changes, files } = plan;
  const stale = plan.stale && options.yes ? [MESSAGES.staleUnattended({ file: options.file })] : [];
  const diagnostics = [...plan.diagnostics, ...stale];
  if (!options.json) world.report(diagnostics);
  const outcome = { changes, diagnostics, written: [] };
  if (hasErrors(diagnostics)) return { ...outcome, closing: ["nothing imported"], exitCode: 1 };
  if (changes.length === 0)
    return { ...outcome, closing: ["nothing differs: the data are as in the workbook"], exitCode: 0 };
  verifyImport(sources, changes, files);
  if (!options.json) for (const line of changeLines(changes)) world.talk(line);
  const agreed = options.yes || (options.json ? null : await world.ask(question(changes, files)));
  if (agreed !== true) return { ...outcome, ...notAgreed(agreed, options, world), exitCode: 1 };
  return write(plan, diagnostics, setting);
}

function notAgreed(
  agreed: false | null,
  { json }: ImportOptions,
  { report }: ImportWorld,
): Pick<Outcome, "closing"> & Partial<Outcome> {
  if (agreed === false) return { closing: ["nothing imported"] };
  const unasked = error({
    code: "not-confirmed",
    message: "nothing is written without a yes, and there is no terminal to ask on",
    hints: ["look at the changes, then run the same with --yes"],
  });
  if (!json) report([unasked]);
  return { closing: ["nothing imported"], diagnostics: [unasked] };
}

async function write(
  { changes, files }: ImportPlan,
  diagnostics: readonly Diagnostic[],
  { options, world, report }: Setting,
): Promise<Outcome> {
  const encoder = new TextEncoder();
  const changed = await world.replaceFiles(
    files.map(({ path, was, is }) => ({ path, was: encoder.encode(was), is: encoder.encode(is) })),
  );
  if (changed !== null) return refused([MESSAGES.changedMeanwhile(changed)], options, world);
  const written = files.map(({ path }) => path);
  return {
    changes,
    written,
    diagnostics,
    closing: [
      `${count(changes.length, "cell")} imported into ${written.join(", ")}`,
      `next: whitepaper check --year ${report.year}`,
    ],
    exitCode: 0,
  };
}

function question(changes: readonly CellChange[], files: readonly EditedFile[]): string {
  return `write ${count(changes.length, "cell")} into ${files.map(({ path }) => path).join(", ")}?`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The changes as a table: where, old, new. */
function changeLines(changes: readonly CellChange[]): string[] {
  const rows = changes.map(({ table: id, row, column, was, is }) => [
    id,
    row,
    column,
    was === "" ? "(empty)" : was,
    "→",
    is === "" ? "(empty)" : is,
  ]);
  return table([["table", "row", "column", "was", "", "is"], ...rows]);
}
