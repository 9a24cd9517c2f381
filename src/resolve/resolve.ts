import type { ChartView, Edition, ResolvedText, TableView } from "../model/edition.ts";
import { type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import type { Locale, Report } from "../model/report.ts";
import { resolveChart } from "./charts/chart-view.ts";
import { createChartContext } from "./charts/context.ts";
import { resolveTable } from "./tables.ts";
import { resolveTexts } from "./texts.ts";

/** What an edition is resolved from, in a fixed order. */
type Origin = readonly unknown[];

// The editor's report shows what was just built, and asks for it with another list of editions.
const resolved = new WeakMap<Report["figures"], { readonly origin: Origin; readonly edition: Edition }[]>();

/** Stage 3: one edition of a checked report, every text, table and chart in its language; the same one for the same report. */
export function resolve(report: Report, language: Language): Edition {
  const { year, figures, labels, tables, charts, locales, editions } = report;
  const locale = locales.get(language);
  const source = locales.get(SOURCE_LANGUAGE);
  const origin = [year, labels, tables, charts, language, locale, source, editions.get(language)];
  const known = resolved.get(figures) ?? [];
  resolved.set(figures, known);
  const same = known.find((other) => origin.every((part, i) => part === other.origin[i]));
  if (same) return same.edition;
  const edition = resolveAnew(report, language);
  known.push({ origin, edition });
  return edition;
}

function resolveAnew(report: Report, language: Language): Edition {
  const { year, figures, labels } = report;
  const locale = localeOf(report, language);
  const source = localeOf(report, SOURCE_LANGUAGE);
  const texts = resolveTexts({ locale, source, figures, labels });
  const tables = new Map<string, TableView>();
  for (const table of report.tables.values()) tables.set(table.id, resolveTable({ table, locale, texts }));
  return {
    year,
    language,
    state: report.editions.get(language) ?? "draft",
    locale,
    texts,
    tables,
    charts: resolveCharts(report, locale, texts),
  };
}

function localeOf({ locales }: Report, language: Language): Locale {
  const locale = locales.get(language);
  if (!locale) throw new Error(`The report has passed its checks, but has no locale ${language}.`);
  return locale;
}

function resolveCharts(
  { charts, tables, figures }: Report,
  locale: Locale,
  texts: ReadonlyMap<string, ResolvedText>,
): Map<string, ChartView> {
  const context = createChartContext({ locale, texts, figures });
  const views = new Map<string, ChartView>();
  for (const chart of charts.values()) {
    const table = tables.get(chart.table);
    if (table) views.set(chart.id, resolveChart(chart, table, context));
  }
  return views;
}
