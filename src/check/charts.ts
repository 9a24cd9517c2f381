import { z } from "zod";
import { type BindingWorld, chartSpec, chartSpecSchema, checkBinding } from "../model/chart-binding.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ChartSpec } from "../model/report.ts";
import { filesUnder, type SourceFile, type Sources } from "../model/source-file.ts";
import { parse } from "./readers/document.ts";
import { readJson } from "./readers/json.ts";

const THEME = "templates/charts/theme.json";

const themeSchema = z.record(z.string(), z.unknown());

/** As the model has it; its `config` is laid over the shared look and must be a mapping for that. */
const fileSchema = chartSpecSchema.extend({ config: themeSchema.optional() });

/** Reads the chart specifications and checks that what they draw exists. */
export function readCharts(
  sources: Sources,
  world: BindingWorld,
  diagnostics: Diagnostic[],
): Map<string, ChartSpec> {
  const theme = readTheme(sources.files.get(THEME), diagnostics);
  const charts = filesUnder(sources, "templates/charts", ".vl.json").flatMap((file) => {
    const chart = readChart(file, theme, diagnostics);
    return chart ? [chart] : [];
  });
  diagnostics.push(...charts.flatMap((chart) => checkBinding(chart, world)));
  return new Map(charts.map((chart) => [chart.id, chart]));
}

function readTheme(file: SourceFile | undefined, diagnostics: Diagnostic[]): z.output<typeof themeSchema> {
  const document = file ? readJson(file, diagnostics) : null;
  return (document && parse(themeSchema, document, diagnostics)) ?? {};
}

function readChart(
  file: SourceFile,
  theme: z.output<typeof themeSchema>,
  diagnostics: Diagnostic[],
): ChartSpec | null {
  const document = readJson(file, diagnostics);
  const spec = document && parse(fileSchema, document, diagnostics);
  if (!spec) return null;
  const id = file.path.replace(/^.*\/|\.vl\.json$/g, "");
  return chartSpec({ id, file: file.path, spec, theme });
}
