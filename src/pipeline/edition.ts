import { type ComposeRequest, compose } from "../compose/compose.ts";
import { correctedRevisions } from "../compose/corrections.ts";
import type { FinishedEdition, Manifest } from "../deliver/deliver.ts";
import { drawChart } from "../draw/chart.ts";
import { createMeasure, type TextMeasure } from "../draw/measure.ts";
import type { Conformance } from "../finish/request.ts";
import type { Composition, DrawnChart } from "../model/composition.ts";
import { type Diagnostic, hasErrors, warning } from "../model/diagnostic.ts";
import type { ChartView, Edition } from "../model/edition.ts";
import { FACES, type Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { EditionState, Report } from "../model/report.ts";
import type { ShownFigures } from "../preflight/parity/editions.ts";
import { preflight } from "../preflight/preflight.ts";
import type { LoadedFace } from "../print/fonts/subset.ts";
import type { Printer } from "../print/printer.ts";
import { resolve } from "../resolve/resolve.ts";
import { asPrinted } from "./as-printed.ts";
import { keptChart } from "./cache/charts.ts";
import { type DocumentFonts, keptFonts } from "./cache/fonts.ts";
import type { Memory } from "./cache/memory.ts";
import type { Cache } from "./cache/store.ts";
import { textHolding } from "./origin.ts";
import { printOrRecall } from "./print-edition.ts";
import { type Progress, type Stopwatch, timed } from "./progress.ts";

/** What the building of one edition may touch. */
export interface EditionWorld {
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  readonly printer: Promise<Printer>;
  readonly previous: Manifest | null;
  readonly conformance: Conformance;
  /** Day that stands in the PDF instead of the revision's; null for the revision's. */
  readonly sourceDate: string | null;
  readonly cache: Cache;
  /** One key for engine, browser, fonts and Node. */
  readonly tools: string;
  readonly progress: Progress;
  readonly now: Stopwatch;
  /** As in `BuildWorld`. */
  readonly pause: () => Promise<unknown>;
  /** Remembers what steps of earlier builds came to; nothing unless said otherwise. */
  readonly memo?: Memo;
}

/** What came of one edition. */
export interface EditionResult {
  readonly language: Language;
  readonly state: EditionState;
  /** Null when it failed; then `diagnostics` says why. */
  readonly finished: FinishedEdition | null;
  /** The figures that its PDF shows; null when there is none. */
  readonly shown: ShownFigures | null;
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An edition under way: `handed` when the browser has it, or nothing is left for the browser to do, and the next may begin; `result` when it is done. */
export interface EditionRun {
  readonly handed: Promise<unknown>;
  readonly result: Promise<EditionResult>;
}

/** Stages 3 to 8 for one edition. */
export function buildEdition(report: Report, language: Language, world: EditionWorld): EditionRun {
  const start = world.now();
  const loading = Promise.withResolvers<void>();
  const result = composeEdition({ report, language, world }).then(
    async (composedEdition): Promise<EditionResult> => {
      const { edition, composition } = composedEdition;
      const fonts = composition && (await fontsOf(composition, { report, language, world }));
      const problems = [...composedEdition.diagnostics, ...(fonts?.problems ?? [])];
      world.progress.report(problems);
      if (await isStarting(world)) loading.resolve();
      const printed =
        composition === null || fonts === null || hasErrors(problems)
          ? { finished: null, shown: null, diagnostics: [] }
          : await printEdition({ report, edition, composition, fonts, world, onLoading: loading.resolve });
      world.progress.report(printed.diagnostics);
      return {
        language,
        state: edition.state,
        finished: printed.finished,
        shown: printed.shown,
        milliseconds: world.now() - start,
        diagnostics: [...problems, ...printed.diagnostics],
      };
    },
  );
  return { handed: Promise.race([loading.promise, result]), result };
}

/** Whether the browser is not there yet; then the next edition is composed meanwhile. */
function isStarting({ printer, pause }: EditionWorld): Promise<boolean> {
  return Promise.race([printer.then(() => false), pause().then(() => true)]);
}

/** What composing an edition touches of the world. */
export type ComposeWorld = Pick<EditionWorld, "readFont" | "cache" | "tools" | "progress" | "now"> &
  Partial<Pick<EditionWorld, "pause" | "memo">>;

/** What an edition is composed from. */
export interface ComposeEdition {
  readonly report: Report;
  readonly language: Language;
  readonly world: ComposeWorld;
  /** Makes the HTML say which text, figure, table and chart it shows, for pages that are not printed. */
  readonly annotate?: boolean;
  /** Composes what is only looked at: see {@link ComposeRequest}. */
  readonly unproven?: boolean;
}

/** The fonts of a composed edition, cut to its characters, and what they lack. */
export function fontsOf(
  { html }: Composition,
  { report, language, world }: ComposeEdition,
): Promise<DocumentFonts> {
  const originOf = (character: string) => textHolding(report, language, character);
  const faces = () => loadFaces(FACES[language], world.readFont);
  return keptFonts({ html, language, faces, originOf }, world);
}

async function loadFaces(faces: readonly Face[], readFont: EditionWorld["readFont"]): Promise<LoadedFace[]> {
  return Promise.all(faces.map(async (face) => ({ ...face, bytes: await readFont(face) })));
}

/** A composed edition; without a composition the diagnostics say why. */
export interface ComposedEdition {
  readonly edition: Edition;
  readonly composition: Composition | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stages 3 to 5. */
export async function composeEdition({
  report,
  language,
  world,
  annotate = false,
  unproven = false,
}: ComposeEdition): Promise<ComposedEdition> {
  const edition = await timed(world, "resolve", () => resolve(report, language), language);
  const charts = await timed(world, "draw", () => drawCharts(edition, world), language, drawRemark);
  const { memo = NO_MEMO } = world;
  const request = { ...composeRequest(report, edition, charts.drawn), annotate, unproven, memo };
  await world.pause?.();
  const composed = await timed(world, "compose", () => compose(request), language);
  await world.pause?.();
  return {
    edition,
    composition: composed.composition,
    diagnostics: [...charts.diagnostics, ...composed.diagnostics],
  };
}

/** What a resolved edition is composed from. */
export function composeRequest(
  report: Report,
  edition: Edition,
  charts: ReadonlyMap<string, DrawnChart>,
): ComposeRequest {
  const { chapters, templates, styles, revisions } = report;
  const { current, date } = revisions;
  const revision = current === null || date === null ? null : { number: current, date };
  const corrections = correctedRevisions(report, edition);
  return { edition, chapters, charts, templates, styles, revision, corrections };
}

interface DrawnCharts {
  readonly drawn: Map<string, DrawnChart>;
  readonly diagnostics: Diagnostic[];
  /** How many were drawn anew. */
  readonly anew: number;
}

async function drawCharts(
  { charts, language }: Edition,
  { readFont, ...memory }: Memory & Pick<EditionWorld, "readFont">,
): Promise<DrawnCharts> {
  // Charts are set in the sans alone; where all of them are kept, no font is read.
  const sans = FACES[language].filter(({ role }) => role === "sans");
  let measure: Promise<TextMeasure> | undefined;
  const draw = async (view: ChartView) => {
    measure ??= loadFaces(sans, readFont).then(createMeasure);
    return drawChart(view, await measure);
  };
  const drawings = await Promise.all(
    [...charts.values()].map((view) => keptChart(view, memory, () => draw(view))),
  );
  return {
    drawn: new Map(drawings.map(({ chart }) => [chart.id, chart])),
    diagnostics: drawings.flatMap(({ diagnostics }) => diagnostics),
    anew: drawings.filter(({ fresh }) => !fresh).length,
  };
}

function drawRemark({ drawn, anew }: DrawnCharts): string {
  return anew === 0 ? "fresh" : `${anew} of ${drawn.size} stale`;
}

/** What an edition is printed from. */
export interface PrintEdition {
  readonly report: Report;
  readonly edition: Edition;
  readonly composition: Composition;
  readonly fonts: DocumentFonts;
  readonly world: EditionWorld;
  /** Is told when the browser has been given the document. */
  readonly onLoading?: () => void;
}

interface PrintedEdition {
  /** Null when the preflight found errors. */
  readonly finished: FinishedEdition | null;
  readonly shown: ShownFigures;
  readonly diagnostics: readonly Diagnostic[];
}

async function printEdition(request: PrintEdition): Promise<PrintedEdition> {
  const { report, edition, composition, world } = request;
  const { language, state } = edition;
  const print = await printOrRecall(request);
  const { pdf, pageCount, contents, settled, passes } = print;
  const proof = await timed(
    world,
    "preflight",
    () => preflight(pdf, { edition, ...asPrinted({ report, composition }, language, contents) }),
    language,
  );
  const done = { language, state, pdf, pages: pageCount, contents, places: proof.places };
  return {
    finished: hasErrors(proof.diagnostics) ? null : done,
    shown: proof.shown,
    diagnostics: [...(settled ? [] : [unsettled(language, passes)]), ...proof.diagnostics],
  };
}

function unsettled(language: Language, passes: number): Diagnostic {
  return warning({
    code: "page-numbers-unsettled",
    message: `${language}: after ${passes} prints the contents list still shows other pages than its entries stand on`,
    hints: ["give the page numbers a fixed width in the style sheet"],
  });
}
