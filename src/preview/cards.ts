import { formatCell } from "../language/formats/formatCell.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Figure } from "../model/figure.ts";
import { plainText } from "../model/inline.ts";
import { type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import { writtenValue } from "../model/released.ts";
import type { Report } from "../model/report.ts";
import { translationState } from "../model/translation-state.ts";
import type { ChartCard, FigureCard, PlaceLine, TermCard, TextCard } from "./messages.ts";

/** What is known of a figure; null for one that the report does not have. */
export function figureCard({ figures, sources, checks }: Report, ref: string): FigureCard | null {
  const figure = figures.get(ref);
  if (!figure) return null;
  const failing = checks.filter(
    ({ outcome, figures: parts }) => outcome === "failed" && parts.some((part) => part.ref === ref),
  );
  return {
    ref,
    value: writtenValue(figure),
    unit: figure.unit.id,
    status: figure.status,
    source: sources.get(figure.source)?.title ?? figure.source,
    place: lineOf(figure.place),
    failing: failing.map(({ id, finding, acknowledgement }) =>
      acknowledgement ? `${id}: ${finding} (acknowledged)` : `${id}: ${finding}`,
    ),
  };
}

/** Which text is asked for, and in which edition. */
export interface TextQuestion {
  readonly key: string;
  readonly language: Language;
  /** The editions in which it and its English stand. */
  readonly edition: Edition;
  readonly english: Edition | null;
  /** Terms of the glossary in it. */
  readonly terms: readonly TermCard[];
}

/** What is known of a text; null for one that the edition does not have. */
export function textCard({ locales }: Report, question: TextQuestion): TextCard | null {
  const { key, language, edition, english, terms } = question;
  const text = edition.texts.get(key);
  const source = locales.get(SOURCE_LANGUAGE)?.texts.get(key);
  const locale = locales.get(language);
  if (!text || !locale || !source) return null;
  const translated = language !== SOURCE_LANGUAGE;
  return {
    key,
    language,
    state: translationState(locale, key, source.template),
    place: lineOf(locale.texts.get(key)?.place ?? source.place),
    english: translated ? plainText(english?.texts.get(key)?.nodes ?? []) : null,
    englishPlace: translated ? lineOf(source.place) : null,
    terms,
  };
}

/** The data of a chart in an edition's words; null for one that there is not. */
export function chartCard({ charts, tables }: Report, edition: Edition, id: string): ChartCard | null {
  const [chart, view] = [charts.get(id), edition.charts.get(id)];
  const table = chart && tables.get(chart.table);
  if (!chart || !view || !table) return null;
  const { language, words } = edition.locale;
  const columns = columnsOf(view.rows[0]?.figures ?? [], chart.columns);
  return {
    id,
    title: plainText(edition.texts.get(view.title)?.nodes ?? []),
    completeness: view.completeness,
    columns: columns.map((column) =>
      labelOf(edition, `exhibits.tables.${table.id}.columns.${column}`, column),
    ),
    rows: view.rows.map(({ label, figures }) => ({
      label,
      cells: figures.map((figure) => ({
        text: formatCell(figure, language, words),
        status: figure.status,
        line: figure.place.line ?? null,
      })),
    })),
    data: table.file,
    specification: chart.file,
    alt: view.alt,
  };
}

/** The columns in the order in which the chart's rows have them. */
function columnsOf(figures: readonly Figure[], columns: readonly string[]): string[] {
  return figures.map(
    ({ ref }, index) => columns.find((column) => ref.endsWith(`.${column}`)) ?? columns[index] ?? "",
  );
}

function labelOf({ texts }: Edition, key: string, otherwise: string): string {
  const text = texts.get(key);
  return text ? plainText(text.nodes) : otherwise;
}

function lineOf({ file, line }: Place): PlaceLine {
  return { file, line: line ?? null };
}
