import { type Diagnostic, note } from "../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../model/language.ts";

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

/** Codes of problems for which a whole file is left out. */
const UNREADABLE: ReadonlySet<string> = new Set([
  "broken-json",
  "duplicate-key",
  "empty-file",
  "forbidden-key",
  "not-utf-8",
]);

/** The diagnostics without those that only say that something is not there, where its file could not be read. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unreadable = new Set(diagnostics.filter(({ code }) => UNREADABLE.has(code)).map(({ file }) => file));
  const notes = new Map<string | undefined, Diagnostic>();
  for (const found of diagnostics) if (found.code === NOT_CHECKED) notes.set(found.file, found);
  return diagnostics.filter((found) => {
    if (ECHOES.has(found.code)) return notes.size === 0;
    if (found.code === NOT_CHECKED) return notes.get(found.file) === found;
    if (found.code === "missing-translation") return !unreadable.has(found.file);
    return found.code !== "extra-text" || !unreadable.has(sourceOf(found.file));
  });
}

/** The file of the source language that a translated file follows. */
function sourceOf(file: string | undefined): string | undefined {
  return file?.replace(/^locales\/[^/]+/, `locales/${SOURCE_LANGUAGE}`);
}
