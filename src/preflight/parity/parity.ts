import type { Block } from "../../model/block.ts";
import type { Edition } from "../../model/edition.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Complaints, pageName } from "../complaints.ts";
import type { FoundBlock } from "../reading/found-blocks.ts";
import type { Pair } from "../text/compare.ts";
import { proveCell } from "./cells.ts";
import type { ChartSource } from "./charts/entries.ts";
import { proveChart } from "./charts.ts";
import type { ShownText } from "./editions.ts";
import { proveLabel } from "./labels.ts";
import { createNumberReader, type NumberReader } from "./numbers.ts";
import { type ParityContext, type ProvenFigure, proveFigures } from "./prose.ts";

/** What the figures of an edition are held against. */
export interface ParityRequest {
  readonly report: Pick<Report, "locales" | "figures" | "tables" | "charts">;
  readonly edition: Pick<Edition, "charts" | "texts">;
  /** What pages are called. */
  readonly labels: readonly string[];
  readonly complaints: Complaints;
  /** Readers that were made for other stretches of the edition. */
  readonly readers?: NumberReaders;
  /** Remembers the charts that were proven; they are proven anew without it. */
  readonly keepChart?: KeepChart;
}

/** What a chart's proof came to when the same stood there and was expected before, or what it comes to now. */
export type KeepChart = (
  found: FoundBlock,
  source: ChartSource,
  prove: () => ProvenFigure[] | null,
) => ProvenFigure[] | null;

/** Gives the number reader of a language. */
export type NumberReaders = (language: Language) => NumberReader;

/**
 * Proves the figures of all texts, cells and charts from what the PDF shows and what the data say; the words between play no part.
 * Gives what each text shows, by its key.
 */
export function checkParity(pairs: readonly Pair[], request: ParityRequest): Map<string, ShownText> {
  const shown = new Map<string, ShownText>();
  const readerOf = request.readers ?? createReaders(request);
  for (const pair of pairs) {
    const { key, language } = pair.expected;
    const context = {
      figures: request.report.figures,
      read: readerOf(language),
      complaints: request.complaints,
    };
    const figures = prove(pair, request, context);
    if (key === null) continue;
    const before = shown.get(key);
    const all =
      before?.figures === null || figures === null ? null : [...(before?.figures ?? []), ...figures];
    shown.set(key, { page: before?.page ?? pageName(pair.found.page, request.labels), figures: all });
  }
  return shown;
}

function prove(
  pair: Pair,
  { report, edition, keepChart = (_found, _source, prove) => prove() }: ParityRequest,
  context: ParityContext,
): ProvenFigure[] | null {
  const { role, figures, language } = pair.expected;
  const locale = report.locales.get(language);
  if (role === "chart") {
    const source = chartSource(pair.expected, { report, edition });
    return source ? keepChart(pair.found, source, () => proveChart(pair, source, context)) : [];
  }
  if (figures === null) return proveLabel(pair, context) ? [] : null;
  if (role === "cell") return locale ? proveCell(pair, locale, context) : [];
  return proveFigures(pair, context);
}

/** What the chart of a block is to show; undefined for a chart that the report does not have. */
export function chartSource(
  { id }: Pick<Block, "id">,
  { report, edition }: Pick<ParityRequest, "report" | "edition">,
): ChartSource | undefined {
  const [view, spec] = [edition.charts.get(id ?? ""), report.charts.get(id ?? "")];
  const locale = view && report.locales.get(view.language);
  return view && spec && locale && { view, spec, report, texts: edition.texts, locale };
}

/** Number readers by language, each made when it is first needed: a draft has texts in two languages. */
export function createReaders({ report }: Pick<ParityRequest, "report">): NumberReaders {
  const readers = new Map<Language, NumberReader>();
  return (language) => {
    const known = readers.get(language);
    if (known) return known;
    const locale = report.locales.get(language);
    if (!locale) throw new Error(`no locale for ${language}`);
    const reader = createNumberReader(locale);
    readers.set(language, reader);
    return reader;
  };
}
