import type { Place } from "./diagnostic.ts";
import type { CheckResult } from "./identity.ts";
import type { Language } from "./language.ts";

/** How a text of one edition changes with a figure. */
export interface TextImpact {
  readonly key: string;
  readonly language: Language;
  /** Label of the page on which the text stood in the last release; null if it was not in it. */
  readonly page: string | null;
  /** The sentence that prints the figure, before and after. */
  readonly before: string;
  readonly after: string;
  /** The figure as printed, before and after. */
  readonly printedBefore: string;
  readonly printedAfter: string;
  /** Words that turn with the figure: “down” → “up”, “first” → “second”. Null where only the number changes. */
  readonly flip: { readonly before: string; readonly after: string } | null;
}

/** A table or chart that shows a changed figure. */
export interface ExhibitImpact {
  readonly kind: "table" | "chart";
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly page: string | null;
  readonly printedBefore: string;
  readonly printedAfter: string;
  /** A chart's alternative text before and after; null for a table and where it stays. */
  readonly alt: { readonly before: string; readonly after: string } | null;
}

/** A check that takes part of a changed figure. */
export interface CheckImpact {
  readonly id: string;
  readonly says: string | null;
  readonly before: CheckResult["outcome"];
  readonly after: CheckResult["outcome"];
  /** What the paper states less what its other figures give, exact; null unless failed. */
  readonly differenceBefore: string | null;
  readonly differenceAfter: string | null;
  /** What the check found with the new figure. */
  readonly finding: string;
}

/** Everything that one changed figure touches. */
export interface FigureImpact {
  readonly ref: string;
  readonly was: string | null;
  readonly is: string | null;
  /** Whether it was not changed itself but follows from figures that were. */
  readonly derived: boolean;
  readonly place: Place;
  readonly texts: readonly TextImpact[];
  readonly exhibits: readonly ExhibitImpact[];
  readonly checks: readonly CheckImpact[];
  /** What a person must look at, in plain words; empty where everything follows by itself. */
  readonly attention: readonly string[];
}

/** A text whose words, not only its figures, changed since the release. */
export interface WordingChange {
  readonly key: string;
  readonly language: Language;
  readonly page: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What has changed since the last release, and what it touches. */
export interface Impact {
  /** Number of the revision compared with. */
  readonly since: number;
  readonly figures: readonly FigureImpact[];
  readonly texts: readonly WordingChange[];
  /** Templates, styles and chart specifications that changed: they touch every edition. */
  readonly layout: readonly string[];
  /** Editions of which anything changes. */
  readonly editions: readonly Language[];
}
