import type { Figure, Status } from "./figure.ts";
import type { Inline } from "./inline.ts";
import type { Language } from "./language.ts";
import type { EditionState, Locale } from "./report.ts";

/** How far a translated text is. English texts are `source`. */
export type TextState = "source" | "done" | "stale" | "missing";

/** A text with its figures printed in the edition's language. */
export interface ResolvedText {
  readonly key: string;
  /** Language of the words: the source language where the translation is missing. */
  readonly language: Language;
  readonly state: TextState;
  readonly nodes: readonly Inline[];
}

/** A table's cell as printed. */
export interface CellView {
  readonly ref: string;
  readonly text: string;
  readonly status: Status;
}

/** A table's row as printed. */
export interface RowView {
  readonly code: string;
  /** Kind of the member (`city`, `subregion`, `province`), for the style; empty without a dimension. */
  readonly kind: string;
  readonly label: string;
  readonly cells: readonly CellView[];
}

/** A header cell over one or more columns. */
export interface HeaderView {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A table localised for one edition. */
export interface TableView {
  readonly id: string;
  /** Header rows; the first cell of the first row is the key column's. */
  readonly header: readonly (readonly HeaderView[])[];
  readonly rows: readonly RowView[];
  /** Keys of its texts: `exhibits.tables.<id>.title` and the notes in order. */
  readonly title: string;
  readonly unit: string | null;
  readonly notes: readonly string[];
}

/** How much of a chart's data is there. */
export type Completeness = "full" | "partial" | "none";

/** One row of a chart: the localised label and the figure of each column. */
export interface ChartRow {
  readonly code: string;
  readonly label: string;
  readonly figures: readonly Figure[];
}

/** A chart localised for one edition, ready to be drawn. */
export interface ChartView {
  readonly id: string;
  readonly language: Language;
  readonly completeness: Completeness;
  /** The specification with data, labels and number formats put in. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Alternative text written from the data. */
  readonly alt: string;
  /** Labels of rows without a value, when some but not all are missing. */
  readonly missing: readonly string[];
  readonly rows: readonly ChartRow[];
  /** References of all figures that it shows. */
  readonly reads: readonly string[];
  /** Keys of its texts. */
  readonly title: string;
  readonly unit: string | null;
}

/** A report in one language, with all words and figures in place. */
export interface Edition {
  readonly year: number;
  readonly language: Language;
  readonly state: EditionState;
  readonly locale: Locale;
  readonly texts: ReadonlyMap<string, ResolvedText>;
  readonly tables: ReadonlyMap<string, TableView>;
  readonly charts: ReadonlyMap<string, ChartView>;
}
