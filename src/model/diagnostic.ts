/** How bad it is: an error stops the build, a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** Where something stands in the report's sources. */
export interface Place {
  /** Path relative to the project's folder, with `/` between its parts. */
  readonly file: string;
  /** Line, counted from 1; absent when the whole file is meant. */
  readonly line?: number;
  /** Column in UTF-16 units, counted from 1. */
  readonly column?: number;
  /** Path of the value inside the file: `indicators.trademarks.applications.value`. */
  readonly path?: string;
}

/** One thing that a person should know: a value, never thrown. */
export interface Diagnostic extends Partial<Place> {
  readonly severity: Severity;
  /** Stable kebab-case name of the kind of problem, for filters and tests. */
  readonly code: string;
  /** One line in plain words: what is wrong and what was found. */
  readonly message: string;
  /** What to do about it, most likely mend first. */
  readonly hints: readonly string[];
}

/** The parts of a diagnostic that its author must give. */
export interface DiagnosticInput {
  readonly code: string;
  readonly message: string;
  readonly place?: Place | undefined;
  readonly hints?: readonly string[];
}

const make =
  (severity: Severity) =>
  ({ code, message, place, hints = [] }: DiagnosticInput): Diagnostic => ({
    severity,
    code,
    message,
    ...place,
    hints,
  });

/** A diagnostic that stops the build. */
export const error = make("error");
/** A diagnostic that a person should look at; the build goes on. */
export const warning = make("warning");
/** A diagnostic that only informs. */
export const note = make("note");

/** Whether any diagnostic in the list stops the build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Sorts diagnostics by file, then place, then severity: the order in which they are shown. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** Orders two strings by their UTF-16 units: the same on every machine, unlike `localeCompare`. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
