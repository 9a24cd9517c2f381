import { formatFigure } from "../../language/formats/format.ts";
import { formatCell } from "../../language/formats/formatCell.ts";
import { labelsOf } from "../../language/translator.ts";
import type { ResolvedText } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { plainText } from "../../model/inline.ts";
import type { Language } from "../../model/language.ts";
import type { Locale, Row, Table } from "../../model/report.ts";
import type { LanguageWords } from "../../model/words.ts";
import { rowLabel } from "../tables.ts";

/** What a chart's words and numbers in one language are made with. */
export interface ChartContext {
  readonly language: Language;
  readonly words: LanguageWords;
  /** Every figure of the report by its reference. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** A text of the edition by its key, figures printed, without markup. */
  readonly text: (key: string) => string;
  /** A row's name in the edition's language. */
  readonly rowLabel: (table: Table, row: Row) => string;
  /** A pattern of `locales/<lang>/charts.json` with its variables put in. */
  readonly label: (key: ChartLabel, variables?: Readonly<Record<string, string>>) => string;
}

/** The patterns that charts need of `locales/<lang>/charts.json`. */
export const CHART_LABELS = [
  "charts.separator",
  "charts.gap",
  "charts.missing",
  "charts.cell",
  "charts.scales",
  "charts.none.headline",
  "charts.none.detail",
  "charts.reference",
  "charts.alt.head",
  "charts.alt.none",
  "charts.alt.item",
  "charts.alt.itemSeparator",
  "charts.alt.beside",
  "charts.alt.extreme",
  "charts.alt.range",
  "charts.alt.listed",
  "charts.alt.column",
  "charts.alt.span",
  "charts.alt.reference",
  "charts.alt.join",
] as const;

/** The key of a pattern for charts. */
export type ChartLabel = (typeof CHART_LABELS)[number];

/** What a chart's words are found in. */
export interface ChartContextRequest {
  readonly locale: Locale;
  /** The edition's texts, resolved. */
  readonly texts: ReadonlyMap<string, ResolvedText>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The words of one edition's charts; made once for all of them. */
export function createChartContext({ locale, texts, figures }: ChartContextRequest): ChartContext {
  const label = labelsOf(locale);
  return {
    language: locale.language,
    words: locale.words,
    figures,
    text: (key) => {
      const text = texts.get(key);
      return text ? plainText(text.nodes) : (locale.texts.get(key)?.template ?? key);
    },
    rowLabel: (table, row) => rowLabel({ table, locale, texts }, row),
    label,
  };
}

/** A figure as a chart prints it: as in a table's cell, but a percentage carries its sign, since no heading does. */
export function print({ language, words }: ChartContext, figure: Figure): string {
  if (figure.unit.kind === "percent" && figure.value !== null)
    return formatFigure(figure, "percent", words, language);
  return formatCell(figure, language, words);
}
