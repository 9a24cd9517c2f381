import type { Diagnostic, Place, Severity } from "../../model/diagnostic.ts";
import type { Completeness } from "../../model/edition.ts";
import type { Status, UnitKind } from "../../model/figure.ts";
import type { CheckKind, CheckOutcome } from "../../model/identity.ts";
import type { Impact } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import type { Parity } from "../../model/parity.ts";
import type { TranslationRow } from "../../model/translation-state.ts";
import type { EditionOutcome, ProofLink } from "../input.ts";

/** `output/<year>/report.json`: all that `report.html` shows but its pictures. Same content, same bytes: it holds no times and no machine's paths. */
export interface EditorReport {
  readonly year: number;
  /** Title of the paper in the source language; null where it cannot be read. */
  readonly title: string | null;
  /** Number of the revision being built; null before the first release. */
  readonly revision: number | null;
  /** Whether the files could be read at all; if not, only `diagnostics` and `editions` tell anything. */
  readonly readable: boolean;
  readonly summary: Summary;
  readonly editions: readonly EditionFact[];
  readonly impact: ImpactFact | null;
  /** In file order. */
  readonly checks: readonly CheckFact[];
  readonly figures: FiguresFact;
  readonly missing: readonly MissingFact[];
  readonly translations: readonly TranslationRow[];
  /** All that was found, by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The numbers that the page begins with. */
export interface Summary {
  readonly diagnostics: Readonly<Record<Severity, number>>;
  readonly figures: { readonly total: number; readonly missing: number };
  readonly checks: CheckCounts;
  /** Texts of all translations together. */
  readonly translations: Readonly<Record<"done" | "unconfirmed" | "stale" | "missing", number>>;
  readonly editions: Readonly<Record<EditionOutcome["result"], number>>;
  /** Sums over all editions that were read back; null when none was. */
  readonly parity: Parity | null;
}

/** Checks by what came of them; `failed` are the discrepancies that nobody has acknowledged. */
export interface CheckCounts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly acknowledged: number;
  readonly notComputable: number;
}

/** One edition, with what was found in it. */
export type EditionFact = EditionOutcome;

/** A figure that takes part in a check. */
export interface FigureFact {
  readonly ref: string;
  /** As written, with its places, or an ISO date; null when it has none. */
  readonly value: string | null;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly status: Status;
  readonly place: Place;
}

/** A check with both its sides. */
export interface CheckFact {
  readonly id: string;
  readonly kind: CheckKind;
  readonly says: string | null;
  /** `acknowledged` is a discrepancy that the editors accept. */
  readonly outcome: CheckOutcome | "acknowledged";
  /** What the paper states, what its other figures give, and the first less the second; exact decimals. */
  readonly stated: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  readonly claim: string | null;
  readonly finding: string;
  /** Whether thousands are separated: years' are not. */
  readonly grouped: boolean;
  /** The stated side first. */
  readonly figures: readonly FigureFact[];
  /** Figures after the first add up to the computed side. */
  readonly addsUp: boolean;
  readonly hints: readonly string[];
  readonly acknowledgement: AcknowledgementFact | null;
  readonly place: Place;
}

/** Who accepted a discrepancy, when and why. */
export interface AcknowledgementFact {
  readonly reason: string;
  readonly decidedBy: string;
  /** ISO 8601. */
  readonly date: string;
  /** Key of the note printed under the table; null when none is. */
  readonly note: string | null;
  readonly place: Place;
}

/** So many figures of one status or source. */
export interface Count {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly count: number;
  /** How many of them are missing. */
  readonly missing: number;
}

/** The report's figures, counted. */
export interface FiguresFact {
  readonly total: number;
  readonly byStatus: readonly { readonly id: Status; readonly count: number }[];
  readonly bySource: readonly Count[];
  /** How complete each table is. */
  readonly tables: readonly TableFact[];
}

/** A table, cell by cell. */
export interface TableFact {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** Labels of the columns of values, ids where there is none. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly statuses: readonly Status[] }[];
}

/** Missing data of one table, or one missing indicator, and what they blank. */
export interface MissingFact {
  /** Id of the table, or the indicator's reference. */
  readonly id: string;
  readonly title: string;
  readonly kind: "table" | "indicator";
  readonly place: Place;
  /** Columns with missing cells. */
  readonly columns: readonly { readonly id: string; readonly missing: number; readonly of: number }[];
  /** Titles of the sources that should have it. */
  readonly sources: readonly string[];
  readonly charts: readonly {
    readonly id: string;
    readonly title: string;
    readonly completeness: Completeness;
  }[];
  /** Keys of the texts that print a missing figure. */
  readonly texts: readonly string[];
  /** Ids of the checks that cannot be computed for it. */
  readonly checks: readonly string[];
}

/** What has changed since the last release. */
export interface ImpactFact extends Impact {
  /** Keys of the translations made from an English text that has changed since. */
  readonly stale: readonly string[];
  /** Reasons of the corrections, by figure. */
  readonly corrections: Readonly<
    Record<
      string,
      { readonly reason: string; readonly decidedBy: string; readonly date: string; readonly place: Place }
    >
  >;
  /** The changed rows of tables, in the source language. */
  readonly tables: readonly TableChange[];
  /** Old and new pages side by side; null when that was not made. */
  readonly proof: ProofLink | null;
}

/** The changed rows of a table, as printed. */
export interface TableChange {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly header: readonly (readonly {
    readonly text: string;
    readonly columns: number;
    readonly rows: number;
  }[])[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly before: string; readonly after: string }[];
  }[];
}
