import { z } from "zod";
import type { ChartView, Completeness } from "../../model/edition.ts";
import type { ChartSpec, Table } from "../../model/report.ts";
import { altText } from "./alt.ts";
import type { ChartContext } from "./context.ts";
import { datasetsOf, references } from "./datasets.ts";
import { chartRows, completenessOf, type Entry, entriesOf, missingLabels } from "./entries.ts";

/** Puts one edition's words and figures into a chart. The chart's binding must have passed `checkBinding`. */
export function resolveChart(chart: ChartSpec, table: Table, context: ChartContext): ChartView {
  const entries = entriesOf(chart, table, context);
  const completeness = completenessOf(entries);
  const title = `exhibits.charts.${chart.id}.title`;
  return {
    id: chart.id,
    language: context.language,
    completeness,
    spec: {
      ...chart.spec,
      usermeta: { notes: notes(chart, entries, completeness, context) },
      datasets: datasetsOf(chart, entries, context),
    },
    alt: altText({ chart, title: context.text(title), entries, completeness }, context),
    missing: completeness === "partial" ? missingLabels(entries, context) : [],
    rows: chartRows(entries),
    reads: readsOf(chart, entries, context),
    title,
    unit: `exhibits.charts.${chart.id}.unit`,
  };
}

/** References of all figures that the chart shows: its rows', those beside them, the whole that they are compared with. */
function readsOf(chart: ChartSpec, entries: readonly Entry[], context: ChartContext): string[] {
  const shown = entries.flatMap(({ figure, beside }) => (beside ? [figure.ref, beside.ref] : [figure.ref]));
  return [...new Set([...shown, ...references(chart, context).map(({ figure }) => figure.ref)])];
}

function notes(
  chart: ChartSpec,
  entries: readonly Entry[],
  completeness: Completeness,
  context: ChartContext,
): string[] {
  const separator = context.label("charts.separator");
  if (completeness === "none") {
    const columns = [...new Set(entries.map(({ columnLabel }) => columnLabel))].join(separator);
    return [context.label("charts.none.headline"), context.label("charts.none.detail", { columns })];
  }
  const list = missingLabels(entries, context).join(separator);
  return [
    ...(hasOwnScales(chart) ? [context.label("charts.scales")] : []),
    ...(completeness === "partial" ? [context.label("charts.missing", { list })] : []),
  ];
}

const scalesSchema = z.object({ resolve: z.object({ scale: z.object({ x: z.literal("independent") }) }) });

/** Whether panels stand side by side whose equal lengths are unequal values: the reader is told so. */
const hasOwnScales = ({ spec }: ChartSpec): boolean => scalesSchema.safeParse(spec).success;
