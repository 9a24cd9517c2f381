import type { FinishedEdition } from "../deliver/deliver.ts";
import type { Manifest } from "../deliver/manifest.ts";
import type { Conformance } from "../finish/request.ts";
import type { Composition } from "../model/composition.ts";
import { type Diagnostic, hasErrors, warning } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Face } from "../model/faces.ts";
import type { CutFont } from "../model/font-file.ts";
import type { Language } from "../model/language.ts";
import type { Memo } from "../model/memo.ts";
import type { EditionState, Report } from "../model/report.ts";
import type { ShownFigures } from "../preflight/parity/editions.ts";
import { preflight } from "../preflight/preflight.ts";
import type { Turns } from "../print/turns.ts";
import { asPrinted } from "./as-printed.ts";
import type { DocumentFonts } from "./cache/fonts.ts";
import type { Cache } from "./cache/store.ts";
import { composeEdition, fontsOf } from "./compose-edition.ts";
import type { DrawnEdition } from "./drawings.ts";
import { printOrRecall } from "./print-edition.ts";
import { type Progress, type Stopwatch, timed } from "./progress.ts";
import type { StartedBrowser } from "./started-browser.ts";
import type { Workshop } from "./workshop.ts";

/** What the building of one edition may touch. */
export interface EditionWorld extends StartedBrowser {
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  readonly cutFont: CutFont;
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
  /** Comes when no edition is left to be composed: then there is time for what will be needed later. */
  readonly idle?: Promise<unknown>;
  /** Remembers what steps of earlier builds came to; nothing unless said otherwise. */
  readonly memo?: Memo;
  /** Editions that are resolved already, and whose charts are being drawn. */
  readonly drawings?: ReadonlyMap<Language, DrawnEdition>;
  /** Turns at the browser: more documents at once than it has processors take it longer. Without them everybody goes at once. */
  readonly turns?: Promise<Turns>;
  /** Cuts fonts beside us; without it we do it. */
  readonly cutFaces?: Workshop["cutFaces"];
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

/**
 * An edition under way: `handed` when the browser has it, or nothing is left for the browser to do, and the next may begin; `printed` when nothing more
 * is asked of the browser; `result` when it is done.
 */
export interface EditionRun {
  readonly handed: Promise<unknown>;
  readonly printed: Promise<unknown>;
  readonly result: Promise<EditionResult>;
}

/** Stages 3 to 8 for one edition. */
export function buildEdition(report: Report, language: Language, world: EditionWorld): EditionRun {
  const start = world.now();
  const loading = Promise.withResolvers<void>();
  const printing = Promise.withResolvers<void>();
  const composed = composeEdition({ report, language, world });
  const result = composed.then(async (composedEdition): Promise<EditionResult> => {
    const { edition, composition } = composedEdition;
    if (await isWaiting(world)) loading.resolve();
    const fonts = composition && (await fontsOf(composition, { report, language, world }));
    const problems = [...composedEdition.diagnostics, ...(fonts?.problems ?? [])];
    world.progress.report(problems);
    const printed =
      composition === null || fonts === null || hasErrors(problems)
        ? { finished: null, shown: null, diagnostics: [] }
        : await printEdition({
            report,
            edition,
            composition,
            fonts,
            world,
            onLoading: loading.resolve,
            onPrinted: printing.resolve,
          });
    world.progress.report(printed.diagnostics);
    return {
      language,
      state: edition.state,
      finished: printed.finished,
      shown: printed.shown,
      milliseconds: world.now() - start,
      diagnostics: [...problems, ...printed.diagnostics],
    };
  });
  return {
    handed: Promise.race([loading.promise, result]),
    printed: Promise.race([printing.promise, result]),
    result,
  };
}

/** Whether an edition has to wait for others than us: for a thread that cuts its fonts, or a browser that is not there yet. */
function isWaiting({ printer, pause, cutFaces }: EditionWorld): Promise<boolean> {
  if (cutFaces) return Promise.resolve(true);
  // One that does not start is no reason to wait, and to fail only where something has to be printed.
  const there = printer.then(
    () => false,
    () => false,
  );
  return Promise.race([there, pause().then(() => true)]);
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
  /** Is told when nothing more is asked of the browser. */
  readonly onPrinted?: () => void;
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
    () =>
      preflight(pdf, {
        edition,
        ...asPrinted({ report, composition }, language, contents),
        ...(world.memo ? { memo: world.memo } : {}),
      }),
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
