import type { OutputFolder } from "../deliver/deliver.ts";
import type { Manifest } from "../deliver/manifest.ts";
import type { Conformance } from "../finish/request.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Face } from "../model/faces.ts";
import type { CutFont } from "../model/font-file.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Cache } from "./cache/store.ts";
import { buildKey, keepBuild, recallBuild } from "./cache/whole-build.ts";
import type { EditionResult } from "./edition.ts";
import { nothingToDo, type Progress, type Stopwatch, timed } from "./progress.ts";
import { type OpenPrinter, type StartedBrowser, startBrowser } from "./started-browser.ts";
import type { Workshop } from "./workshop.ts";

/** What a build may touch of the world. */
export interface BuildWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  readonly output: OutputFolder;
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  readonly cutFont: CutFont;
  /** Starts a browser; called at most once, and not at all when nothing has changed. */
  readonly openPrinter: OpenPrinter;
  /** Lets what is under way beside us get on: answers of the browser, files that were read. */
  readonly pause: () => Promise<unknown>;
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
  /** A thread that draws charts and cuts fonts beside us; without one we do it. */
  readonly workshop?: Pick<Workshop, "prepare" | "drawChart" | "cutFaces" | "rest">;
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
    await nothingToDo(world, "deliver", "fresh: nothing has changed");
    return kept;
  }
  const stages = () => import("./build-anew.ts");
  const result = await withBrowser(world.openPrinter, stages, ({ buildAnew }, browser) =>
    buildAnew(sources, request, { ...world, tools, ...browser }),
  );
  await keepBuild(key, result, memory);
  return result;
}

/** The browser's end, before the build's. */
export interface BrowserEnd {
  /** May be called any number of times. */
  readonly endBrowser: () => Promise<void>;
}

/**
 * Starts a browser for some work, and ends it whatever comes of that. It starts while the stages' code is loaded and the content checked:
 * only where all is well is it waited for.
 */
async function withBrowser<S, T>(
  openPrinter: BuildWorld["openPrinter"],
  load: () => Promise<S>,
  work: (loaded: S, browser: StartedBrowser & BrowserEnd) => Promise<T>,
): Promise<T> {
  const started = startBrowser(openPrinter);
  let ending: Promise<void> | undefined;
  const endBrowser = () => {
    ending ??= started.printer.then((open) => open.close()).catch(() => undefined);
    return ending;
  };
  try {
    return await work(await load(), { ...started, endBrowser });
  } finally {
    await endBrowser();
  }
}
