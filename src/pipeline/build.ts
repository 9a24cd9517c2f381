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
import { type Diagnostic, error, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { compareEditions } from "../preflight/parity/editions.ts";
import type { Printer } from "../print/printer.ts";
import { buildEdition, type EditionResult, type EditionWorld } from "./edition.ts";
import { type EditorReportRequest, writeEditorReport } from "./editor-report.ts";
import { type Progress, type Stopwatch, tellingOnce, timed, withoutRepeats } from "./progress.ts";

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
  /** Day that `SOURCE_DATE_EPOCH` asks for, ISO 8601; null where it is not set, and the revision's day stands in the PDFs. */
  readonly sourceDate: string | null;
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
 * Builds a report: the nine stages in order, for all its editions. No PDF in the output is touched unless an edition passed them all; the
 * editor's report is written whatever comes of them.
 */
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
  const checked = await timed(world, "check", () => check(sources, { draft: request.draft }));
  const found = [...checked.diagnostics, ...unknownEditions(checked.report, request)];
  world.progress.report(found);
  const previous = await lastManifest(world.output, year);
  const tellEditors = (told: Pick<EditorReportRequest, "diagnostics" | "editions" | "manifest">) =>
    writeEditorReport({ sources, report: checked.report, readFont: world.readFont, ...told }, world.output);
  if (!checked.report || hasErrors(found)) {
    const diagnostics = sortDiagnostics(found);
    await tellEditors({ diagnostics, editions: [], manifest: previous });
    return { report: null, diagnostics, editions: [], manifest: null };
  }
  const report = asRequested(checked.report, request);
  const progress = tellingOnce(world.progress);
  const built = await buildEditions(report, {
    ...world,
    progress,
    printer,
    previous,
    conformance: request.conformance ?? "ua1-a3a",
  });
  const editions = agreeing(built, progress);
  const diagnostics = sortDiagnostics(
    withoutRepeats([...found, ...editions.flatMap((edition) => edition.diagnostics)]),
  );
  const finished = editions.flatMap(({ finished: done }) => (done ? [done] : []));
  const manifest = await deliverAll(finished, { report, world, printer, previous });
  await tellEditors({ diagnostics, editions, manifest: manifest ?? previous });
  return { report, diagnostics, editions, manifest };
}

/** The editions; those that show other figures than the first one are not delivered. */
function agreeing(editions: readonly EditionResult[], progress: Progress): EditionResult[] {
  const differences = compareEditions(editions.flatMap(({ shown }) => (shown ? [shown] : [])));
  return editions.map((edition) => {
    const found = differences.get(edition.language) ?? [];
    if (found.length === 0) return edition;
    progress.report(found);
    return { ...edition, finished: null, diagnostics: [...edition.diagnostics, ...found] };
  });
}

/** Editions that were asked for and that the report does not have. */
function unknownEditions(report: Report | null, { languages, year }: BuildRequest): Diagnostic[] {
  if (!report || languages === null) return [];
  const known = [...report.editions.keys()];
  return languages
    .filter((language) => !known.includes(language))
    .map((language) =>
      error({
        code: "no-edition",
        message: `the report has no edition in ${language}`,
        place: { file: `data/${year}/report.yaml`, path: "languages" },
        hints: [`add it to languages, or ask for ${known.join(", ")}`],
      }),
    );
}

/** The report with only the editions that were asked for. */
function asRequested(report: Report, { languages, revision }: BuildRequest): Report {
  const wanted = [...report.editions].filter(
    ([language]) => languages === null || languages.includes(language),
  );
  const { revisions } = report;
  return {
    ...report,
    editions: new Map(wanted),
    revisions: revision ? { ...revisions, current: revision.number, date: revision.date } : revisions,
  };
}

/** Editions are composed one after the other, and each is printed while the next is composed. */
async function buildEditions(report: Report, world: EditionWorld): Promise<EditionResult[]> {
  const running: Promise<EditionResult>[] = [];
  for (const language of report.editions.keys()) {
    const { composed, result } = buildEdition(report, language, world);
    running.push(result);
    // When a later edition fails to be composed, nobody waits for this one any more.
    result.catch(() => undefined);
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

async function lastManifest(output: OutputFolder, year: number): Promise<Manifest | null> {
  const bytes = await output.read(manifestFile(year));
  return bytes && readManifest(bytes);
}
