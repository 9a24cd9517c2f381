/**
 * What reading a finished edition back proved of its figures: that they stand in the PDF, in the locale's own form and where they belong, and
 * that no other figure does. What is not proven is also an error among the edition's diagnostics, with its page and what was found instead.
 */
export interface Parity {
  /** Figures that stand as they should, each as often as it is printed. */
  readonly figures: number;
  /** Texts, tables and charts of the edition. */
  readonly texts: number;
  /** Those of them whose figures are all proven. */
  readonly proven: number;
}
