import { check } from "../check/check.ts";
import {
  deliver,
  type FinishedEdition,
  type Manifest,
  manifestFile,
  type OutputFolder,
} from "../deliver/deliver.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Printer } from "../print/printer.ts";
import { buildEdition, type EditionResult, type EditionWorld } from "./edition.ts";
import { type Progress, type Stopwatch, timed } from "./progress.ts";

/** What a build may touch of the world. */
export interface BuildWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  readonly output: OutputFolder;
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  /** Starts a browser; called once, before anything else, so that it starts while the content is read. */
  readonly openPrinter: () => Promise<Printer>;
  /** Versions of engine, Node and fonts. */
  readonly versions: () => Promise<Readonly<Record<string, string>>>;
  readonly progress: Progress;
  readonly now: Stopwatch;
}

/** What to build. */
export interface BuildRequest {
  readonly year: number;
  /** The editions wanted; null for all of the report's. */
  readonly languages: readonly Language[] | null;
  /** Builds every edition as a draft, whatever the report says. */
  readonly draft: boolean;
}

/** What came of a build. */
export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly editions: readonly EditionResult[];
  readonly manifest: Manifest | null;
}

/** Builds a report: the nine stages in order, for all its editions. Nothing in the output is touched unless an edition passed them all. */
export async function build(request: BuildRequest, world: BuildWorld): Promise<BuildResult> {
  const printer = world.openPrinter();
  printer.catch(() => undefined);
  try {
    return await buildWith(printer, request, world);
  } finally {
    await printer.then((open) => open.close()).catch(() => undefined);
  }
}

async function buildWith(
  printer: Promise<Printer>,
  request: BuildRequest,
  world: BuildWorld,
): Promise<BuildResult> {
  const { year } = request;
  const sources = await timed(world, "gather", () =>
    gather({ year, content: world.content, engine: world.engine }),
  );
  const checked = await timed(world, "check", () => check(sources));
  world.progress.report(checked.diagnostics);
  if (!checked.report || hasErrors(checked.diagnostics))
    return { diagnostics: checked.diagnostics, editions: [], manifest: null };
  const report = asRequested(checked.report, request);
  const previous = await readManifest(world.output, year);
  const editions = await buildEditions(report, { ...world, printer, previous });
  const diagnostics = sortDiagnostics([
    ...checked.diagnostics,
    ...editions.flatMap((edition) => edition.diagnostics),
  ]);
  const finished = editions.flatMap(({ finished: done }) => (done ? [done] : []));
  const manifest = await deliverAll(finished, { report, world, printer, previous });
  return { diagnostics, editions, manifest };
}

/** The report with only the editions that were asked for. */
function asRequested(report: Report, { languages, draft }: BuildRequest): Report {
  const wanted = [...report.editions].filter(
    ([language]) => languages === null || languages.includes(language),
  );
  return {
    ...report,
    editions: new Map(wanted.map(([language, state]) => [language, draft ? "draft" : state])),
  };
}

/** Editions are composed one after the other, and each is printed while the next is composed. */
async function buildEditions(report: Report, world: EditionWorld): Promise<EditionResult[]> {
  const running: Promise<EditionResult>[] = [];
  for (const language of report.editions.keys()) {
    const { composed, result } = buildEdition(report, language, world);
    running.push(result);
    await composed;
  }
  return Promise.all(running);
}

interface DeliverAll {
  readonly report: Report;
  readonly world: BuildWorld;
  readonly printer: Promise<Printer>;
  readonly previous: Manifest | null;
}

async function deliverAll(
  editions: readonly FinishedEdition[],
  { report, world, printer, previous }: DeliverAll,
): Promise<Manifest | null> {
  if (editions.length === 0) return null;
  const madeWith = { ...(await world.versions()), browser: await (await printer).version() };
  return timed(world, "deliver", () =>
    deliver({ year: report.year, editions, madeWith, previous }, world.output),
  );
}

async function readManifest(output: OutputFolder, year: number): Promise<Manifest | null> {
  const bytes = await output.read(manifestFile(year));
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  } catch {
    // A manifest only saves work: one that cannot be read is made anew.
    return null;
  }
}
