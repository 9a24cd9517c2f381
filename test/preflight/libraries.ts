import { join } from "node:path";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/compose/compose.ts";
import { drawChart } from "../../src/draw/chart.ts";
import { createMeasure } from "../../src/draw/measure.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Composition } from "../../src/model/composition.ts";
import type { Edition } from "../../src/model/edition.ts";
import { FACES } from "../../src/model/faces.ts";
import type { Language } from "../../src/model/language.ts";
import type { Memo } from "../../src/model/memo.ts";
import type { Report } from "../../src/model/report.ts";
import { asPrinted } from "../../src/pipeline/as-printed.ts";
import { keptFonts } from "../../src/pipeline/cache/fonts.ts";
import type { FinishedPrint } from "../../src/pipeline/cache/prints.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import { printOrRecall } from "../../src/pipeline/print-edition.ts";
import { type Preflighted, preflight } from "../../src/preflight/preflight.ts";
import { cutFaces, type LoadedFace } from "../../src/print/fonts/subset.ts";
import type { Printer } from "../../src/print/printer.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { readFont } from "../../src/world/fonts.ts";
import { silentProgress } from "../../src/world/terminal.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The made-up report of `test/cases/libraries`. */
export async function librariesReport(): Promise<Report> {
  const content = folderOnDisk(join(ROOT, "test/cases/libraries"));
  const { report, diagnostics } = check(await gather({ year: 2030, content, engine: folderOnDisk(ROOT) }));
  if (!report) throw new Error(JSON.stringify(diagnostics));
  return report;
}

/** An edition of it, ready to be printed. */
export interface ComposedEdition {
  readonly report: Report;
  readonly edition: Edition;
  readonly composition: Composition;
  readonly faces: readonly LoadedFace[];
}

/** Composes an edition. */
export async function composeLibraries(report: Report, language: Language): Promise<ComposedEdition> {
  const edition = resolve(report, language);
  const faces = await Promise.all(
    FACES[language].map(async (face) => ({ ...face, bytes: await readFont(face) })),
  );
  const measure = createMeasure(faces);
  const drawn = await Promise.all([...edition.charts.values()].map((view) => drawChart(view, measure)));
  const { chapters, templates, styles } = report;
  const charts = new Map(drawn.map((drawing) => [drawing.id, drawing]));
  const { composition, diagnostics } = compose({
    edition,
    chapters,
    charts,
    templates,
    styles,
    revision: null,
    corrections: [],
  });
  if (!composition) throw new Error(JSON.stringify(diagnostics));
  return { report, edition, composition, faces };
}

/** Changes composed HTML, as a fault somewhere between the texts and the paper would. */
export type Tamper = (html: string) => string;

/** Prints, finishes and preflights an edition whose HTML has been tampered with. */
export async function preflightTampered(
  composed: ComposedEdition,
  printer: Printer,
  tamper: Tamper = (html) => html,
): Promise<Preflighted> {
  return preflightPrint(composed, await printTampered(composed, printer, tamper));
}

/** A finished edition, and the page labels of its places. */
export type Print = Pick<FinishedPrint, "pdf" | "contents">;

/** Preflights a finished edition. */
export function preflightPrint(
  { report, edition, composition }: ComposedEdition,
  { pdf, contents }: Print,
  memo?: Memo,
): Preflighted {
  const expected = asPrinted({ report, composition }, edition.language, contents);
  return preflight(pdf, { ...expected, edition, ...(memo ? { memo } : {}) });
}

/** Prints and finishes an edition whose HTML has been tampered with. */
export async function printTampered(
  { report, edition, composition, faces }: ComposedEdition,
  printer: Printer,
  tamper: Tamper = (html) => html,
): Promise<Print> {
  const html = tamper(composition.html);
  const changed = { ...composition, html, chapters: html.match(CHAPTERS) ?? [] };
  const fonts = await keptFonts(
    {
      html,
      language: edition.language,
      cut: (characters) => cutFaces(faces, characters, cutFont),
      originOf: () => undefined,
    },
    { cache: NO_CACHE, tools: "test" },
  );
  const world = {
    readFont,
    cutFont,
    printer: Promise.resolve(printer),
    browser: printer.version(),
    previous: null,
    conformance: "ua1-a3a" as const,
    sourceDate: null,
    cache: NO_CACHE,
    tools: "test",
    progress: silentProgress,
    now: () => 0,
    pause: async () => undefined,
  };
  return printOrRecall({ report, edition, composition: changed, fonts, world });
}

/** The chapters of composed HTML, each to where the next begins. */
const CHAPTERS = /<section class="chapter[\s\S]*?(?=\n<section class="chapter|\n*<\/main>)/g;

/** A change of one piece of the text that must be there exactly once inside the chapters. */
export function replacing(piece: string, by: string): Tamper {
  return (html) => {
    const body = html.indexOf("<main>");
    const at = html.indexOf(piece, body);
    if (at < 0) throw new Error(`“${piece}” does not stand in the document`);
    return html.slice(0, at) + by + html.slice(at + piece.length);
  };
}

/** A change of the style sheet. */
export function styled(css: string): Tamper {
  return (html) => html.replace("</style>", () => `\n${css}</style>`);
}
