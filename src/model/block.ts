import type { Language } from "./language.ts";

/** A figure that a block of text is bound to, as it was printed. */
export interface BoundFigure {
  readonly ref: string;
  /** Name of the format; `cell` in a table and in a chart, where a figure stands in its own unit. */
  readonly format: string;
  readonly text: string;
}

/** What a block of text is to the reader. */
export type BlockRole = "heading" | "paragraph" | "caption" | "cell" | "note" | "contents" | "chart";

/** A block of text that the finished document must show: one for each heading, paragraph, caption, cell, note and chart. */
export interface Block {
  readonly role: BlockRole;
  /** Key of its text; null for words of the templates, and for cells. */
  readonly key: string | null;
  /** Id of the element that it is, or is the title of; of a line of the contents list, what it leads to. */
  readonly id: string | null;
  /** Language of its words. */
  readonly language: Language;
  /**
   * All that a reader sees, its number included; a contents line without the page, a chart's labels with spaces between. The page of a
   * cross-reference is a mark (`page-mark.ts`).
   */
  readonly text: string;
  /** The number with which the text begins and which the document counts itself: “II.”, “Table 3”; empty without one. */
  readonly number: string;
  /** The figures in it, in the order of the text; null for a text that is not bound to figures: labels, headers. */
  readonly figures: readonly BoundFigure[] | null;
  /** Cross-references in it, as they are shown: “Table 3 on page 12”. Their numbers are no figures. */
  readonly references?: readonly string[];
}
