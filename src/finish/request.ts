/** The pair of standards that a file conforms to: PDF/UA-1 with PDF/A-3a, or PDF/UA-2 with PDF/A-4f. */
export type Conformance = "ua1-a3a" | "ua2-a4f";

/** What the file says of itself. */
export interface Metadata {
  readonly title: string;
  /** The authoring office. */
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  /** Date of the revision, ISO 8601: `2022-04-26` or `2022-04-26T00:00:00Z`. */
  readonly date: string;
  /** The revision: `1`. */
  readonly version?: string | undefined;
  /** The program that the document was made with, and the one that wrote the PDF. */
  readonly creator: string;
  readonly producer: string;
}

/** A file that travels inside the PDF. */
export interface Attachment {
  /** File name: `patents_valid.csv`. */
  readonly name: string;
  /** Media type: `text/csv`. */
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** What it holds, in the edition's language. */
  readonly description: string;
  /** It is the data that the document's tables and charts were made from. */
  readonly relationship: "Data";
  /**
   * Names of the destinations (HTML ids) of the tables and figures that show it: their tags will refer to it. The browser only
   * knows ids to which some link leads; others are passed over.
   */
  readonly shownIn?: readonly string[] | undefined;
}

/** How pages are called from one on: `i, ii, …` or `1, 2, …`, beginning anew. */
export interface PageLabels {
  /** Index of the first such page, from 0. */
  readonly from: number;
  readonly style: "roman" | "decimal";
}

/** What is to be made of a printed PDF. */
export interface FinishRequest {
  readonly conformance: Conformance;
  readonly metadata: Metadata;
  readonly attachments: readonly Attachment[];
  readonly pageLabels?: readonly PageLabels[] | undefined;
  /** How many levels of bookmarks are kept; all if not given. */
  readonly outlineLevels?: number | undefined;
}

/** How often something was mended, by the name of the mend: for the progress log and for tests. */
export type MendCounts = Readonly<Record<string, number>>;

/** A conformant PDF. */
export interface FinishResult {
  readonly bytes: Uint8Array;
  readonly mended: MendCounts;
}
