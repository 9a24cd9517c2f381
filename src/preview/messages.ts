import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { EditionState } from "../model/report.ts";

/** What a diagnostic is about, as far as the page shows it: keys of its `data-` marks. */
export interface Target {
  readonly kind: "figure" | "text" | "table" | "chart";
  readonly key: string;
}

/** A diagnostic with its places in the page; `language` says in which edition, null in each. */
export interface PlacedDiagnostic extends Diagnostic {
  readonly targets: readonly Target[];
  readonly language: Language | null;
}

/** An edition as the language switch shows it. */
export interface EditionChoice {
  readonly language: Language;
  /** Its name in itself. */
  readonly name: string;
  readonly state: EditionState;
}

/** How the report stands (event `state`). */
export interface StateMessage {
  readonly year: number;
  readonly editions: readonly EditionChoice[];
  /** Whether the files as they are now make no page, and the last good one is shown. */
  readonly broken: boolean;
  /** Whether the whole check of what is shown has been made. */
  readonly checked: boolean;
  readonly diagnostics: readonly PlacedDiagnostic[];
}

/** The elements that stand on pages of a name: `page: front`. */
export interface PageSelector {
  readonly selector: string;
  readonly page: string;
}

/** An edition to be shown (event `edition`). */
export interface EditionMessage {
  readonly language: Language;
  /** Grows whenever the edition changes. */
  readonly version: number;
  /** The composed document without its style sheets; annotated (`src/compose/annotate.ts`). */
  readonly html: string;
  /** Its style sheets as they are on screen: pages are columns, margin boxes are elements. */
  readonly css: string;
  /** Names the characters that it shows: another name, other fonts. */
  readonly fonts: string;
  readonly selectors: readonly PageSelector[];
  /** Names of the margin boxes that the style sheets fill: `top-left`. */
  readonly boxes: readonly string[];
  /** Ids of the elements that take a page number, by the id of the element whose page it is. */
  readonly slots: readonly (readonly [target: string, slot: string])[];
  /** Id of the first chapter: its page is page 1. */
  readonly firstChapter: string | null;
}

/** The pages of a print of an edition (event `pages`). */
export interface PagesMessage {
  readonly language: Language;
  readonly version: number;
  readonly pageCount: number;
  /** Page labels by element id. */
  readonly labels: readonly (readonly [id: string, label: string])[];
}

/** How the making of a PDF goes (event `print`). */
export interface PrintMessage {
  readonly language: Language;
  readonly status: "running" | "done" | "failed";
  /** The stage under way or the one that ended: “[6/9] print”. */
  readonly stage: string;
  /** Stages that are done, and all of them. */
  readonly done: number;
  readonly of: number;
  /** Name of the written file; null until there is one. */
  readonly file: string | null;
  readonly problems: readonly string[];
}

/** Where something is written. */
export interface PlaceLine {
  readonly file: string;
  readonly line: number | null;
}

/** What is known of a figure. */
export interface FigureCard {
  readonly ref: string;
  readonly value: string | null;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly place: PlaceLine;
  /** Checks in which it takes part and that do not hold. */
  readonly failing: readonly string[];
}

/** A term of the glossary that a text holds. */
export interface TermCard {
  readonly english: string;
  /** The agreed words of the edition's language. */
  readonly accepted: readonly string[];
  /** The one that the translation uses; null where it uses none. */
  readonly used: string | null;
}

/** What is known of a text. */
export interface TextCard {
  readonly key: string;
  readonly language: Language;
  /** `source` for English; else how far its translation is. */
  readonly state: string;
  readonly place: PlaceLine;
  /** The English text with its figures; null for English itself. */
  readonly english: string | null;
  readonly englishPlace: PlaceLine | null;
  readonly terms: readonly TermCard[];
}

/** The data of a chart as a table. */
export interface ChartCard {
  readonly id: string;
  readonly title: string;
  readonly completeness: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly {
      readonly text: string;
      readonly status: string;
      readonly line: number | null;
    }[];
  }[];
  /** File of the data, and of the drawing's specification. */
  readonly data: string;
  readonly specification: string;
  readonly alt: string;
}
