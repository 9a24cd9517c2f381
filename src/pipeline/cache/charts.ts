import { notesOf } from "../../model/chart-binding.ts";
import type { DrawnChart } from "../../model/composition.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ChartView, Edition } from "../../model/edition.ts";
import type { Memory } from "./memory.ts";
import { hashOf } from "./store.ts";

/** A chart as drawn now or before. */
export interface KeptChart {
  readonly chart: DrawnChart;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it was taken from the cache. */
  readonly fresh: boolean;
}

/** Draws a chart anew. */
export type Draw = () => Promise<DrawnChart & { readonly diagnostics: readonly Diagnostic[] }>;

/** The drawings of an edition's charts: one result of the cache, since a file for each of them takes longer to write than many take to draw. */
export interface KeptCharts {
  /** Draws a chart, or takes the drawing of the same view by the same tools. One with complaints is drawn each time. */
  readonly chart: (view: ChartView, draw: Draw) => Promise<KeptChart>;
  /** Puts what was drawn into the cache, if anything was; and of what was there without being asked for as much as that, for who goes back. */
  readonly keep: () => Promise<void>;
}

/** Opens the drawings of an edition. */
export async function openCharts(
  { year, language }: Pick<Edition, "year" | "language">,
  { cache, tools }: Memory,
): Promise<KeptCharts> {
  const entry = `${year}-${language}`;
  const bytes = await cache.get("chart", entry);
  const before = new Map(
    bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as [string, DrawnChart][]) : [],
  );
  const used = new Map<string, DrawnChart>();
  let added = false;
  return {
    chart: async (view, draw) => {
      const key = hashOf(tools, JSON.stringify(drawnFrom(view)));
      const known = before.get(key);
      if (known) {
        used.set(key, known);
        return { chart: known, diagnostics: [], fresh: true };
      }
      const { diagnostics, ...chart } = await draw();
      if (diagnostics.length === 0) {
        used.set(key, chart);
        added = true;
      }
      return { chart, diagnostics, fresh: false };
    },
    keep: async () => {
      if (!added) return;
      const unused = [...before].filter(([key]) => !used.has(key)).slice(-used.size);
      await cache.put("chart", entry, new TextEncoder().encode(JSON.stringify([...unused, ...used])));
    },
  };
}

/** What of a view decides its drawing: where there are no data at all, a panel is drawn, and the specification only says what it notes. */
function drawnFrom(view: ChartView): unknown {
  return view.completeness === "none" ? { ...view, spec: notesOf(view) } : view;
}
