import { check } from "../check/check.ts";
import { deliver, type FinishedEdition, manifestFile, type OutputFolder } from "../deliver/deliver.ts";
import { type Manifest, readManifest } from "../deliver/manifest.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import type { BrowserEnd, BuildRequest, BuildResult, BuildWorld } from "./build.ts";
import { type KeptMemo, openMemo } from "./cache/steps.ts";
import { agreeing, asRequested, buildEditions, unknownEditions } from "./editions.ts";
import { type EditorReportRequest, writeEditorReport } from "./editor-report.ts";
import { tellingOnce, timed, withoutRepeats } from "./progress.ts";
import { type StartedBrowser, withBrowserAsItIs } from "./started-browser.ts";

/** A build's world once its tools are known and its browser is starting. */
export interface KnownWorld extends Omit<BuildWorld, "tools" | "openPrinter">, StartedBrowser, BrowserEnd {
  readonly tools: string;
}

/** Builds what is not kept as a whole. */
export async function buildAnew(
  sources: Sources,
  request: BuildRequest,
  world: KnownWorld,
): Promise<BuildResult> {
  const memo = await openMemo(world.cache, String(request.year), world.tools);
  if (memo.empty) world.workshop?.prepare();
  return buildWith(memo, sources, request, world);
}

async function buildWith(
  memo: KeptMemo,
  sources: Sources,
  request: BuildRequest,
  world: KnownWorld,
): Promise<BuildResult> {
  const settings = { draft: request.draft, memo };
  const checked = await timed(world, "check", () => check(sources, settings));
  const found = [...checked.diagnostics, ...unknownEditions(checked.report, request)];
  world.progress.report(found);
  const tellEditors: TellEditors = (told) =>
    writeEditorReport({ sources, report: checked.report, readFont: world.readFont, ...told }, world.output);
  // Bad content touches nothing in the output; `check --report` shows it to editors.
  if (!checked.report || hasErrors(found))
    return { report: null, diagnostics: sortDiagnostics(found), editions: [], manifest: null };
  const previous = await lastManifest(world.output, request.year);
  const report = asRequested(checked.report, request);
  return printAll(report, { request, world, memo, previous, found, tellEditors });
}

type TellEditors = (
  told: Pick<EditorReportRequest, "diagnostics" | "editions" | "manifest">,
) => Promise<unknown>;

interface PrintAll {
  readonly request: BuildRequest;
  readonly world: KnownWorld;
  readonly memo: KeptMemo;
  readonly previous: Manifest | null;
  /** What the check found. */
  readonly found: readonly Diagnostic[];
  readonly tellEditors: TellEditors;
}

async function printAll(
  report: Report,
  { request, world, memo, previous, found, tellEditors }: PrintAll,
): Promise<BuildResult> {
  const progress = tellingOnce(world.progress);
  const conformance = request.conformance ?? "ua1-a3a";
  const { built, browser } = await withBrowserAsItIs(world, async (started) => ({
    built: await buildEditions(
      report,
      { ...world, ...started, memo, progress, previous, conformance },
      memo.empty,
    ),
    browser: await started.browser,
  }));
  const editions = agreeing(built, progress);
  const diagnostics = sortDiagnostics(
    withoutRepeats([...found, ...editions.flatMap((edition) => edition.diagnostics)]),
  );
  const finished = editions.flatMap(({ finished: done }) => (done ? [done] : []));
  // Bad content touches nothing in the output: it does not come this far.
  const [manifest] = await Promise.all([
    deliverAll(finished, { report, world, previous, browser }),
    memo.keep(),
  ]);
  await tellEditors({ diagnostics, editions, manifest: manifest ?? previous });
  return { report, diagnostics, editions, manifest };
}

interface DeliverAll {
  readonly report: Report;
  readonly world: KnownWorld;
  readonly previous: Manifest | null;
  /** The browser that all of them were printed with. */
  readonly browser: string;
}

async function deliverAll(
  editions: readonly FinishedEdition[],
  { report, world, previous, browser }: DeliverAll,
): Promise<Manifest | null> {
  if (editions.length === 0) return null;
  const madeWith = { ...(await world.versions()), browser };
  return timed(world, "deliver", () =>
    deliver({ year: report.year, editions, madeWith, previous }, world.output),
  );
}

async function lastManifest(output: OutputFolder, year: number): Promise<Manifest | null> {
  const bytes = await output.read(manifestFile(year));
  return bytes && readManifest(bytes);
}
