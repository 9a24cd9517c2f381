import type { Conformance } from "../finish/request.ts";
import { type Diagnostic, sortDiagnostics } from "../model/diagnostic.ts";
import { FORMATS, type Format } from "../model/format.ts";
import type { Language } from "../model/language.ts";
import { type BuildResult, type BuildWorld, build } from "../pipeline/build.ts";
import { tellingOnce, withoutRepeats } from "../pipeline/progress.ts";
import type { WebWorld } from "../pipeline/web/world.ts";

/** Options of `whitepaper build`. */
export interface BuildOptions {
  readonly year: number;
  readonly languages: readonly Language[] | null;
  /** What to build, in any order. */
  readonly formats: readonly Format[];
  readonly draft: boolean;
  /** Where the web edition will stand; null for what the report says. */
  readonly address: string | null;
  /** Standards that the PDFs keep; null for PDF/UA-1 with PDF/A-3a. */
  readonly conformance: Conformance | null;
  readonly json: boolean;
}

/** What a command has to say: lines for stdout and an exit code. */
export interface CommandResult {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** What building any format may touch of the world. */
export type CommandWorld = BuildWorld & WebWorld;

/** What came of building one format. */
interface Made {
  readonly diagnostics: readonly Diagnostic[];
  /** What a person is told of it. */
  readonly lines: readonly string[];
  /** What a program is told of it. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** How each format is built. */
const MAKERS: Record<Format, (options: BuildOptions, world: CommandWorld) => Promise<Made>> = {
  pdf: makePdfs,
  web: makeWeb,
  epub: makeEpub,
  data: makeData,
};

/** `whitepaper build`: the formats asked for, one after the other, and a table of what was made. */
export async function runBuild(options: BuildOptions, world: CommandWorld): Promise<CommandResult> {
  const told = { ...world, progress: tellingOnce(world.progress) };
  const made: Made[] = [];
  for (const format of FORMATS)
    if (options.formats.includes(format)) made.push(await MAKERS[format](options, told));
  const diagnostics = sortDiagnostics(withoutRepeats(made.flatMap((one) => one.diagnostics)));
  const exitCode = countOf(diagnostics, "error") > 0 ? 1 : 0;
  const json = Object.assign({}, ...made.map((one) => one.json)) as Record<string, unknown>;
  if (options.json) return { lines: [JSON.stringify({ ...json, diagnostics }, null, 2)], exitCode };
  const counts = `${countOf(diagnostics, "error")} errors, ${countOf(diagnostics, "warning")} warnings`;
  const lines = made.flatMap((one) => one.lines);
  return {
    lines: lines.length === 0 ? [`nothing built for ${options.year}: ${counts}`] : [...lines, counts],
    exitCode,
  };
}

async function makeWeb(
  { year, languages, draft, address }: BuildOptions,
  world: CommandWorld,
): Promise<Made> {
  const { buildWeb } = await import("../pipeline/web/build-web.ts");
  const { diagnostics, editions, folder } = await buildWeb({ year, languages, draft, address }, world);
  const rows = editions.map(({ language, state, pages, bytes, folder: own }) => [
    language,
    state,
    String(pages),
    `${(bytes / 1024).toFixed(0)} KB`,
    `${own}/index.html`,
  ]);
  const lines = rows.length === 0 ? [] : table([["web", "state", "pages", "size", "file"], ...rows]);
  return { diagnostics, lines, json: { web: { folder, editions } } };
}

async function makeEpub({ year, languages, draft }: BuildOptions, world: CommandWorld): Promise<Made> {
  const { buildEpub } = await import("../pipeline/epub/build-epub.ts");
  const { diagnostics, files } = await buildEpub({ year, languages, draft }, world);
  const rows = files.map(({ path, bytes }) => [`${(bytes / 1024).toFixed(0)} KB`, path]);
  const lines = rows.length === 0 ? [] : table([["epub", "file"], ...rows]);
  return { diagnostics, lines, json: { epub: files } };
}

async function makePdfs(options: BuildOptions, world: BuildWorld): Promise<Made> {
  const { year, languages, formats, draft, conformance } = options;
  // To begin the thread anew for the web takes longer than to let it wait.
  const awake =
    formats.includes("web") && world.workshop ? { ...world.workshop, rest: async () => undefined } : null;
  const result = await build(
    { year, languages, draft, conformance },
    awake ? { ...world, workshop: awake } : world,
  );
  return { diagnostics: result.diagnostics, lines: summary(result), json: json(result) };
}

async function makeData({ year, draft }: BuildOptions, world: BuildWorld): Promise<Made> {
  const { buildData } = await import("../pipeline/data/build-data.ts");
  const { diagnostics, files } = await buildData({ year, draft }, world);
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const [first] = files;
  const folder = first ? `${first.path.split("/").slice(0, 2).join("/")}/` : "";
  const lines = first ? [`data  ${files.length} files, ${(size / 1024).toFixed(0)} KB  ${folder}`] : [];
  return { diagnostics, lines, json: { data: files } };
}

function json({ editions, manifest }: BuildResult): Record<string, unknown> {
  const built = editions.map(({ language, state, finished, milliseconds, diagnostics: own }) => ({
    language,
    state,
    built: finished !== null,
    pages: finished?.pages ?? null,
    bytes: finished?.pdf.length ?? null,
    milliseconds: Math.round(milliseconds),
    warnings: countOf(own, "warning"),
  }));
  return { editions: built, manifest };
}

function summary({ editions, manifest }: BuildResult): string[] {
  const rows = editions.map(({ language, state, finished, milliseconds, diagnostics: own }) => [
    language,
    finished ? state : "failed",
    finished ? String(finished.pages) : "–",
    finished ? `${(finished.pdf.length / 1024).toFixed(0)} KB` : "–",
    `${(milliseconds / 1000).toFixed(2)} s`,
    String(countOf(own, "warning")),
    manifest?.editions.find((entry) => entry.language === language && finished?.state === entry.state)
      ?.file ?? "–",
  ]);
  if (rows.length === 0) return [];
  return table([["edition", "state", "pages", "size", "time", "warnings", "file"], ...rows]);
}

function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** Rows as columns of text: the first and the last to the left, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        /^[\d–.]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
