import type { HtmlElement } from "./tree.ts";

/** Something wrong with an element. */
export interface Finding {
  /** Code of the diagnostic. */
  readonly code: string;
  readonly element: HtmlElement;
  readonly message: string;
  readonly hints?: readonly string[];
}

/** What rules look at. */
export interface LintInput {
  /** Around all elements; it has no name. */
  readonly root: HtmlElement;
  /** All of them, in order. */
  readonly elements: readonly HtmlElement[];
  /** The report's style sheets by path. */
  readonly styles: ReadonlyMap<string, string>;
}

/** Looks for one kind of fault in a whole document. */
export type Rule = (input: LintInput) => Finding[];
