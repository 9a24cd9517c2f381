import type { Place } from "./diagnostic.ts";
import type { Figure, Unit } from "./figure.ts";
import type { CheckResult } from "./identity.ts";
import type { Language } from "./language.ts";
import type { RevisionState } from "./revision.ts";
import type { LanguageWords } from "./words.ts";

/** A `released` edition tolerates no unfinished text; a `draft` is marked on every page. */
export type EditionState = "released" | "draft";

/** Where figures come from: a publication or a data service. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** One member of a dimension: a city, a subregion, the whole province. */
export interface Member {
  /** Code used in references: `nanjing`. Its label is `common.places.<code>` or `common.members.<code>`. */
  readonly code: string;
  /** How the member is written in CSV files. */
  readonly names: readonly string[];
  /** What it is: `city`, `subregion`, `province`. */
  readonly kind: string;
  /** Further attributes by name, such as `subregion: southern`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A list of members in their official order, such as the regions of a province. */
export interface Dimension {
  readonly id: string;
  readonly members: ReadonlyMap<string, Member>;
}

/** A column of values. */
export interface Column {
  readonly id: string;
  readonly unit: Unit;
  /** Columns next to each other with the same group share a header cell. */
  readonly group: string | null;
}

/** One row of a table. */
export interface Row {
  /** The key's code: a member's code, a year, a category. */
  readonly code: string;
  /** The member, when the key is a dimension's. */
  readonly member: Member | null;
  /** One figure per column, also for missing cells. */
  readonly cells: ReadonlyMap<string, Figure>;
  readonly place: Place;
}

/** A CSV with its schema. */
export interface Table {
  readonly id: string;
  readonly file: string;
  /** Name of the key column. */
  readonly key: string;
  readonly dimension: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** One text of a locale as written, before figures are put in. */
export interface Text {
  readonly key: string;
  readonly template: string;
  readonly place: Place;
}

/** All texts of one language. */
export interface Locale {
  readonly language: Language;
  readonly words: LanguageWords;
  readonly texts: ReadonlyMap<string, Text>;
  /** Literal names that may hold digits: “14th Five-Year Plan”. */
  readonly names: readonly string[];
  /** For each translated text, the fingerprints of the source text that it fits and of itself, as they were confirmed. */
  readonly translatedFrom: ReadonlyMap<string, string>;
  /** Phrases with number words that state no figure: “one-stop”. */
  readonly phrases: readonly string[];
}

/** A chart: a Vega-Lite specification bound to a table. */
export interface ChartSpec {
  readonly id: string;
  readonly file: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Which table's which rows and columns it draws, from the specification's `usermeta`. */
  readonly table: string;
  readonly columns: readonly string[];
  /** Kind of the rows drawn (`city`); null for all rows. */
  readonly rows: string | null;
  /** Order of the rows: as in the dimension, or by falling value of the first column. */
  readonly order: "official" | "value";
}

/** A template file, ready to be compiled. */
export interface Template {
  readonly name: string;
  readonly file: string;
  readonly source: string;
}

/** One year's paper: everything that a build needs, checked and typed. */
export interface Report {
  readonly year: number;
  /** Date of this edition, ISO 8601. */
  readonly date: string;
  readonly editions: ReadonlyMap<Language, EditionState>;
  /** Web address at which its web edition will stand; absent when the report does not say it. */
  readonly address?: string | null;
  /** Ids of the chapters, in order. */
  readonly chapters: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** Every figure by its reference: indicators, table cells, and figures derived from them. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What came of every check of `checks.yaml`, in file order. */
  readonly checks: readonly CheckResult[];
  /** References of the figures that are indicators, in file order. */
  readonly indicators: readonly string[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly locales: ReadonlyMap<Language, Locale>;
  readonly charts: ReadonlyMap<string, ChartSpec>;
  readonly templates: ReadonlyMap<string, Template>;
  /** First parts of the keys of labels, such as `labels`; other keys are prose. */
  readonly labels: ReadonlySet<string>;
  readonly revisions: RevisionState;
  /** Style sheets by name, in file order. */
  readonly styles: ReadonlyMap<string, string>;
}
