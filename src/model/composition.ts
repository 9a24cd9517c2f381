import type { Block } from "./block.ts";
import type { Completeness } from "./edition.ts";

/** A drawn chart: a self-contained SVG element. */
export interface DrawnChart {
  readonly id: string;
  readonly svg: string;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a line of the contents list leads to. */
export type EntryKind = "chapter" | "section" | "table" | "chart";

/** One line of the contents list, or of the lists of tables and charts. */
export interface ContentsEntry {
  readonly kind: EntryKind;
  /** Id of the element in the document, also the name of its destination in the PDF. */
  readonly id: string;
  readonly number: string;
  /** The title as HTML. */
  readonly html: string;
  readonly lang: string;
}

/** A cross-reference as it is printed. */
export interface PageReference {
  /** Id of the element that it leads to. */
  readonly target: string;
  /** “Table 3, page ”, and a mark for the page (`page-mark.ts`). */
  readonly text: string;
}

/** An edition as HTML, complete but for its fonts and the page numbers in its contents list and cross-references. */
export interface Composition {
  readonly html: string;
  /** The chapters as they stand in `html`, in order; each begins a page. The corrections page is the last of them. */
  readonly chapters: readonly string[];
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
  /** Ids of the elements that take a page number, by the id of the element whose page it is. */
  readonly slots: ReadonlyMap<string, string>;
  /** Cross-references by the ids of the elements that take their page numbers. */
  readonly references: ReadonlyMap<string, PageReference>;
  /** How complete each chart is, in the order of the document. */
  readonly charts: ReadonlyMap<string, Completeness>;
  /**
   * All text that the document shows, in reading order; running heads and page numbers are none of it. The page of a cross-reference is
   * a mark (`page-mark.ts`).
   */
  readonly blocks: readonly Block[];
}
