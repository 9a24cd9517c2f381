import { type ComposeRequest, compose } from "../compose/compose.ts";
import { correctedRevisions } from "../compose/corrections.ts";
import { drawChart } from "../draw/chart.ts";
import { createMeasure, type TextMeasure } from "../draw/measure.ts";
import type { Composition, DrawnChart } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ChartView, Edition } from "../model/edition.ts";
import { FACES, type Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import { NO_MEMO } from "../model/memo.ts";
import type { Report } from "../model/report.ts";
import { cutFaces, type LoadedFace } from "../print/fonts/subset.ts";
import { resolve } from "../resolve/resolve.ts";
import { openCharts } from "./cache/charts.ts";
import { type DocumentFonts, keptFonts } from "./cache/fonts.ts";
import type { Memory } from "./cache/memory.ts";
import { type DrawnCharts, remark, together } from "./drawings.ts";
import type { EditionWorld } from "./edition.ts";
import { textHolding } from "./origin.ts";
import { timed } from "./progress.ts";

/** What composing an edition touches of the world. */
export type ComposeWorld = Pick<
  EditionWorld,
  "readFont" | "cutFont" | "cache" | "tools" | "progress" | "now"
> &
  Partial<Pick<EditionWorld, "pause" | "memo" | "drawings" | "cutFaces">>;

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
  const cutHere = async (characters: string) =>
    cutFaces(await loadFaces(FACES[language], world.readFont), characters, world.cutFont);
  const cut = (characters: string) => world.cutFaces?.(language, characters) ?? cutHere(characters);
  return keptFonts({ html, language, cut, originOf }, world);
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
  const begun = world.drawings?.get(language);
  const edition =
    begun?.edition ?? (await timed(world, "resolve", () => resolve(report, language), language));
  const charts = await (begun?.charts ??
    timed(world, "draw", () => drawCharts(edition, world), language, remark));
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

async function drawCharts(
  edition: Edition,
  { readFont, ...memory }: Memory & Pick<EditionWorld, "readFont">,
): Promise<DrawnCharts> {
  const { charts, language } = edition;
  // Charts are set in the sans alone; where all of them are kept, no font is read.
  const sans = FACES[language].filter(({ role }) => role === "sans");
  let measure: Promise<TextMeasure> | undefined;
  const draw = async (view: ChartView) => {
    measure ??= loadFaces(sans, readFont).then(createMeasure);
    return drawChart(view, await measure);
  };
  const kept = await openCharts(edition, memory);
  const drawings = await Promise.all([...charts.values()].map((view) => kept.chart(view, () => draw(view))));
  await kept.keep();
  return together(drawings);
}
