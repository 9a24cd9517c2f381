import { notesOf } from "../../model/chart-binding.ts";
import type { DrawnChart } from "../../model/composition.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ChartView } from "../../model/edition.ts";
import type { Memory } from "./memory.ts";
import { hashOf } from "./store.ts";

/** A chart as drawn now or before. */
export interface KeptChart {
  readonly chart: DrawnChart;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it was taken from the cache. */
  readonly fresh: boolean;
}

/** Draws a chart, or takes the drawing of the same view by the same tools from the cache. One with complaints is drawn each time. */
export async function keptChart(
  view: ChartView,
  { cache, tools }: Memory,
  draw: () => Promise<DrawnChart & { readonly diagnostics: readonly Diagnostic[] }>,
): Promise<KeptChart> {
  const key = hashOf(tools, JSON.stringify(drawnFrom(view)));
  const kept = await cache.get("chart", key);
  if (kept)
    return { chart: JSON.parse(new TextDecoder().decode(kept)) as DrawnChart, diagnostics: [], fresh: true };
  const { diagnostics, ...chart } = await draw();
  if (diagnostics.length === 0)
    await cache.put("chart", key, new TextEncoder().encode(JSON.stringify(chart)));
  return { chart, diagnostics, fresh: false };
}

/** What of a view decides its drawing: where there are no data at all, a panel is drawn, and the specification only says what it notes. */
function drawnFrom(view: ChartView): unknown {
  return view.completeness === "none" ? { ...view, spec: notesOf(view) } : view;
}
