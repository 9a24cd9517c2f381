import type { Place } from "./diagnostic.ts";
import type { Status } from "./figure.ts";
import type { Language } from "./language.ts";

/** A figure as it was released. */
export interface ReleasedFigure {
  /** The value as written, with its places, or an ISO date; null when it was missing. */
  readonly value: string | null;
  readonly unit: string;
  readonly status: Status;
}

/** What a released correction said besides its values. */
export interface ReleasedCorrection {
  readonly reason: ReadonlyMap<Language, string>;
  readonly decidedBy: string;
  readonly date: string;
}

/** One released state of a report: `data/<year>/revisions/<n>.json`. */
export interface Revision {
  /** Number from 1, without gaps. */
  readonly revision: number;
  /** Day of the release, ISO 8601. */
  readonly date: string;
  /** Every figure by its reference. */
  readonly figures: ReadonlyMap<string, ReleasedFigure>;
  /** The derived figures, as they were computed. */
  readonly derived: ReadonlyMap<string, ReleasedFigure>;
  /** Ids of the checks that failed (and were acknowledged), with their difference. */
  readonly failing: ReadonlyMap<string, string>;
  /** Every text of each edition, as written, by its key. */
  readonly texts: ReadonlyMap<Language, ReadonlyMap<string, string>>;
  /** Label of the page on which each text, table and chart of each edition stood, by its key. */
  readonly pages: ReadonlyMap<Language, ReadonlyMap<string, string>>;
  /** The corrections that it brought, by figure; empty for the first, and for one released before they were kept. */
  readonly corrections: ReadonlyMap<string, ReleasedCorrection>;
  /** Fingerprints of templates, styles and chart specifications by path. */
  readonly layout: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** A changed released value, with its reason: an entry of `data/<year>/corrections.yaml`. */
export interface Correction {
  /** Reference of the figure. */
  readonly figure: string;
  /** The released value as written; null when it was missing. */
  readonly was: string | null;
  /** The corrected value as written; null when it is now missing. */
  readonly is: string | null;
  /** Why, in the language of each edition: printed on the corrections page. */
  readonly reason: ReadonlyMap<Language, string>;
  /** The office that decided. */
  readonly decidedBy: string;
  /** Day of the decision, ISO 8601. */
  readonly date: string;
  /** Number of the first revision that has the corrected value. */
  readonly revision: number;
  readonly place: Place;
}

/** The revision that a build is of. */
export interface RevisionState {
  /** All released revisions, oldest first. */
  readonly released: readonly Revision[];
  readonly corrections: readonly Correction[];
  /** Number of the revision being built: the last released one, or the next one where corrections are pending; null before the first release. */
  readonly current: number | null;
  /** Its date: the release's, or that of the latest pending correction. */
  readonly date: string | null;
}
