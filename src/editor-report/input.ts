import type { Diagnostic } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Impact } from "../model/impact.ts";
import type { Language } from "../model/language.ts";
import type { Parity } from "../model/parity.ts";
import type { EditionState, Report } from "../model/report.ts";
import type { TranslationRow } from "../model/translation-state.ts";

/** What became of one edition. */
export interface EditionOutcome {
  readonly language: Language;
  readonly state: EditionState;
  /** `built` just now; `failed` just now; `earlier`: not asked for, an earlier build's PDF is there; `none`: no PDF at all. */
  readonly result: "built" | "failed" | "earlier" | "none";
  /** The PDF that is there, also after a failure: name beside the report, size in bytes, number of pages. */
  readonly pdf: { readonly file: string; readonly bytes: number; readonly pages: number } | null;
  /** What reading the PDF back proved; null when it was not read back. */
  readonly parity: Parity | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A chart as released and as it is now, drawn. */
export interface ChartPair {
  readonly id: string;
  /** Trusted SVG elements of the draw stage. */
  readonly before: string;
  readonly after: string;
}

/** A proof of the pages that `whitepaper impact --pages` has made. */
export interface ProofLink {
  /** Path beside the report: `impact/index.html`. */
  readonly file: string;
  /** Whether it is of the changes that this report tells of; else of earlier ones. */
  readonly current: boolean;
}

/** What has changed since the last release. */
export interface ImpactInput {
  readonly impact: Impact;
  /** Keys of translations made from an English text that has changed since. */
  readonly stale: readonly string[];
  /** The source edition as released. */
  readonly before: Edition;
  readonly charts: readonly ChartPair[];
  /** Null when there is none. */
  readonly proof: ProofLink | null;
}

/** Everything that the editor's report tells of. */
export interface EditorReportInput {
  readonly year: number;
  /** Null where files are broken: then only the diagnostics can be told. */
  readonly report: Report | null;
  /** The source edition, for titles and labels; null without a report. */
  readonly edition: Edition | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly translations: readonly TranslationRow[];
  readonly editions: readonly EditionOutcome[];
  /** Null when nothing was ever released. */
  readonly impact: ImpactInput | null;
}
