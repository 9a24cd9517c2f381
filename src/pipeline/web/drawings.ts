import type { DrawnChart } from "../../model/composition.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { resolve } from "../../resolve/resolve.ts";
import { keptChart } from "../cache/charts.ts";
import type { Memory } from "../cache/memory.ts";
import { timed } from "../progress.ts";
import type { WebWorld } from "./world.ts";

/** An edition in its language, and its charts, which are being drawn. */
export interface DrawnEdition {
  readonly edition: Edition;
  readonly charts: Promise<DrawnCharts>;
}

/** The charts of one edition. */
export interface DrawnCharts {
  readonly drawn: ReadonlyMap<string, DrawnChart>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What drawing touches of the world. */
type DrawWorld = Memory & Pick<WebWorld, "workshop" | "progress" | "now">;

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
    const charts = timed(world, "draw", () => drawCharts(edition, world), language, remark);
    // Where the check finds errors, nobody waits for them.
    charts.catch(() => undefined);
    begun.set(language, { edition, charts });
  }
  return begun;
}

type Anew = DrawnCharts & { readonly anew: number };

async function drawCharts({ charts }: Edition, world: DrawWorld): Promise<Anew> {
  const drawings = await Promise.all(
    [...charts.values()].map((view) => keptChart(view, world, () => world.workshop.drawChart(view))),
  );
  return {
    drawn: new Map(drawings.map(({ chart }) => [chart.id, chart])),
    diagnostics: drawings.flatMap(({ diagnostics }) => diagnostics),
    anew: drawings.filter(({ fresh }) => !fresh).length,
  };
}

function remark({ drawn, anew }: Anew): string {
  return anew === 0 ? "fresh" : `${anew} of ${drawn.size} stale`;
}
