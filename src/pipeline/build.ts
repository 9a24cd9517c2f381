import { check } from "../check/check.ts";
import {
  deliver,
  type FinishedEdition,
  type Manifest,
  manifestFile,
  type OutputFolder,
  readManifest,
} from "../deliver/deliver.ts";
import type { Conformance } from "../finish/request.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import type { Printer } from "../print/printer.ts";
import type { Cache } from "./cache/store.ts";
import { buildKey, keepBuild, recallBuild } from "./cache/whole-build.ts";
import type { EditionResult } from "./edition.ts";
import { agreeing, asRequested, buildEditions, unknownEditions } from "./editions.ts";
import { type EditorReportRequest, writeEditorReport } from "./editor-report.ts";
import { type Progress, type Stopwatch, tellingOnce, timed, withoutRepeats } from "./progress.ts";

/** What a build may touch of the world. */
export interface BuildWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  readonly output: OutputFolder;
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  /** Starts a browser; called at most once, as soon as it is known that something has to be printed. */
  readonly openPrinter: () => Promise<Printer>;
  /** Versions of engine, Node and fonts. */
  readonly versions: () => Promise<Readonly<Record<string, string>>>;
  /** Day that `SOURCE_DATE_EPOCH` asks for, ISO 8601; null where it is not set, and the revision's day stands in the PDFs. */
  readonly sourceDate: string | null;
  /** Results of earlier builds. */
  readonly cache: Cache;
  /** One key for engine, browser, fonts and Node. */
  readonly tools: () => Promise<string>;
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
  /** Standards that the PDFs keep; null for PDF/UA-1 with PDF/A-3a. */
  readonly conformance: Conformance | null;
  /** Builds the report as this revision, for a release; else as its own revisions and corrections say. */
  readonly revision?: { readonly number: number; readonly date: string };
}

/** What came of a build. */
export interface BuildResult {
  /** The report that was built; null when it could not be read. */
  readonly report: Report | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly editions: readonly EditionResult[];
  readonly manifest: Manifest | null;
}

/**
 * Builds a report: the nine stages in order, for all its editions. Content with errors touches nothing in the output, and no PDF is
 * touched unless its edition passed all stages. What nothing has changed for since an earlier build is not made again.
 */
export async function build(request: BuildRequest, world: BuildWorld): Promise<BuildResult> {
  const { year } = request;
  const [sources, tools] = await Promise.all([
    timed(world, "gather", () => gather({ year, content: world.content, engine: world.engine })),
    world.tools(),
  ]);
  const memory = { cache: world.cache, output: world.output, year };
  const key = buildKey(sources, { ...request, sourceDate: world.sourceDate }, tools);
  // A release needs the report itself, not only what was written.
  const kept = request.revision ? null : await recallBuild(key, memory);
  if (kept) {
    world.progress.report(kept.diagnostics);
    await timed(
      world,
      "deliver",
      () => undefined,
      undefined,
      () => "fresh: nothing has changed",
    );
    return kept;
  }
  const result = await buildAnew(sources, request, { ...world, tools });
  await keepBuild(key, result, memory);
  return result;
}

/** A build's world once its tools are known. */
interface KnownWorld extends Omit<BuildWorld, "tools"> {
  readonly tools: string;
}

async function buildAnew(sources: Sources, request: BuildRequest, world: KnownWorld): Promise<BuildResult> {
  const checked = await timed(world, "check", () => check(sources, { draft: request.draft }));
  const found = [...checked.diagnostics, ...unknownEditions(checked.report, request)];
  world.progress.report(found);
  const tellEditors: TellEditors = (told) =>
    writeEditorReport({ sources, report: checked.report, readFont: world.readFont, ...told }, world.output);
  // Bad content touches nothing in the output; `check --report` shows it to editors.
  if (!checked.report || hasErrors(found))
    return { report: null, diagnostics: sortDiagnostics(found), editions: [], manifest: null };
  const previous = await lastManifest(world.output, request.year);
  const printer = world.openPrinter();
  printer.catch(() => undefined);
  try {
    const report = asRequested(checked.report, request);
    return await printAll(report, { request, world, printer, previous, found, tellEditors });
  } finally {
    await printer.then((open) => open.close()).catch(() => undefined);
  }
}

type TellEditors = (
  told: Pick<EditorReportRequest, "diagnostics" | "editions" | "manifest">,
) => Promise<unknown>;

interface PrintAll {
  readonly request: BuildRequest;
  readonly world: KnownWorld;
  readonly printer: Promise<Printer>;
  readonly previous: Manifest | null;
  /** What the check found. */
  readonly found: readonly Diagnostic[];
  readonly tellEditors: TellEditors;
}

async function printAll(
  report: Report,
  { request, world, printer, previous, found, tellEditors }: PrintAll,
): Promise<BuildResult> {
  const progress = tellingOnce(world.progress);
  const conformance = request.conformance ?? "ua1-a3a";
  const built = await buildEditions(report, { ...world, progress, printer, previous, conformance });
  const editions = agreeing(built, progress);
  const diagnostics = sortDiagnostics(
    withoutRepeats([...found, ...editions.flatMap((edition) => edition.diagnostics)]),
  );
  const finished = editions.flatMap(({ finished: done }) => (done ? [done] : []));
  const manifest = await deliverAll(finished, { report, world, printer, previous });
  await tellEditors({ diagnostics, editions, manifest: manifest ?? previous });
  return { report, diagnostics, editions, manifest };
}

interface DeliverAll {
  readonly report: Report;
  readonly world: KnownWorld;
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

async function lastManifest(output: OutputFolder, year: number): Promise<Manifest | null> {
  const bytes = await output.read(manifestFile(year));
  return bytes && readManifest(bytes);
}
