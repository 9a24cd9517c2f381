/** How many things an edition must show, and how many of them the finished PDF shows where they belong. */
export interface Tally {
  readonly expected: number;
  readonly found: number;
}

/**
 * What reading a finished edition back proved. Each lack is also an error among the edition's diagnostics, with its page and what was
 * found instead.
 */
export interface Parity {
  /** Figures bound to texts, cells and charts, in the locale's own form, each in its paragraph. */
  readonly figures: Tally;
  /** Headings, paragraphs, captions, cells, notes and charts, word for word. */
  readonly blocks: Tally;
  /** Figures in the PDF that no text is bound to. */
  readonly strays: number;
}
