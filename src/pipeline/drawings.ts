import type { DrawnChart } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { resolve } from "../resolve/resolve.ts";
import { type KeptChart, openCharts } from "./cache/charts.ts";
import type { Memory } from "./cache/memory.ts";
import { timed } from "./progress.ts";
import type { WebWorld } from "./web/world.ts";

/** An edition in its language, and its charts, which are being drawn. */
export interface DrawnEdition {
  readonly edition: Edition;
  readonly charts: Promise<DrawnCharts>;
}

/** The charts of one edition. */
export interface DrawnCharts {
  readonly drawn: ReadonlyMap<string, DrawnChart>;
  readonly diagnostics: readonly Diagnostic[];
  /** How many were drawn anew. */
  readonly anew: number;
}

/** What drawing touches of the world. */
type DrawWorld = Memory &
  Pick<WebWorld, "progress" | "now"> & { readonly workshop: Pick<WebWorld["workshop"], "drawChart"> };

/** Stages 3 and 4 of the languages that are wanted: charts are drawn in the order of the languages, and beside what comes next. */
export async function beginDrawings(
  report: Report,
  languages: readonly Language[] | null,
  world: DrawWorld,
): Promise<Map<Language, DrawnEdition>> {
  const begun = new Map<Language, DrawnEdition>();
  for (const language of report.editions.keys()) {
    if (languages !== null && !languages.includes(language)) continue;
    const edition = await timed(world, "resolve", () => resolve(report, language), language);
    const { asked, drawn } = await beginCharts(edition, world);
    const charts = timed(world, "draw", () => drawn, language, remark);
    // Where the check finds errors, nobody waits for them.
    charts.catch(() => undefined);
    // What is asked of a thread leaves this one only between its steps.
    await asked;
    begun.set(language, { edition, charts });
  }
  return begun;
}

interface BegunCharts {
  /** When all that is not kept has been asked for. */
  readonly asked: Promise<unknown>;
  readonly drawn: Promise<DrawnCharts>;
}

async function beginCharts(edition: Edition, world: DrawWorld): Promise<BegunCharts> {
  const kept = await openCharts(edition, world);
  const begun = [...edition.charts.values()].map((view) => {
    const asked = Promise.withResolvers<void>();
    const draw = () => {
      const drawing = world.workshop.drawChart(view);
      asked.resolve();
      return drawing;
    };
    const chart = kept.chart(view, draw).finally(asked.resolve);
    return { asked: asked.promise, chart };
  });
  const drawn = async () => {
    const drawings = await Promise.all(begun.map(({ chart }) => chart));
    await kept.keep();
    return together(drawings);
  };
  return { asked: Promise.all(begun.map(({ asked }) => asked)), drawn: drawn() };
}

/** The charts of an edition from their drawings. */
export function together(drawings: readonly KeptChart[]): DrawnCharts {
  return {
    drawn: new Map(drawings.map(({ chart }) => [chart.id, chart])),
    diagnostics: drawings.flatMap(({ diagnostics }) => diagnostics),
    anew: drawings.filter(({ fresh }) => !fresh).length,
  };
}

/** How many of them were drawn, in the words of the progress log. */
export function remark({ drawn, anew }: DrawnCharts): string {
  return anew === 0 ? "fresh" : `${anew} of ${drawn.size} stale`;
}
