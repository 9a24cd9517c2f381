import { type Diagnostic, note } from "../model/diagnostic.ts";

const NOT_CHECKED = "references-not-checked";

/** Codes of problems that one unreadable file of data causes everywhere else. */
const ECHOES: ReadonlySet<string> = new Set([
  "unknown-figure",
  "chart-unknown-table",
  "chart-unknown-column",
  "chart-unknown-rows",
  "chart-unknown-figure",
]);

/** Says that a file's figures could not all be read: what refers to them cannot be judged. */
export function unread(file: string): Diagnostic {
  return note({
    code: NOT_CHECKED,
    message:
      "some figures could not be read; whether texts and charts name figures that exist was not checked",
    place: { file },
    hints: ["mend the errors of this file, then check again"],
  });
}

/** The diagnostics without those that only say that a figure is not there because its file could not be read. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const notes = diagnostics.filter(({ code }) => code === NOT_CHECKED);
  if (notes.length === 0) return [...diagnostics];
  const first = new Map(notes.toReversed().map((found) => [found.file, found]));
  return diagnostics.filter(
    (found) => !ECHOES.has(found.code) && (found.code !== NOT_CHECKED || first.get(found.file) === found),
  );
}
