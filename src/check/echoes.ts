import { type Diagnostic, note } from "../model/diagnostic.ts";
import type { CheckResult } from "../model/identity.ts";
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

/** Codes of the same problems where `checks.yaml` names tables, rows and columns. */
const ECHOES_IN_CHECKS: ReadonlySet<string> = new Set([
  "unknown-table",
  "unknown-row",
  "unknown-column",
  "empty-selection",
]);

/** Says that a file's figures could not all be read: what refers to them cannot be judged. */
export function unread(file: string): Diagnostic {
  return note({
    code: NOT_CHECKED,
    message:
      "some figures could not be read; whether texts, charts and checks name figures that exist was not checked",
    place: { file },
    hints: ["mend the errors of this file, then check again"],
  });
}

/** Codes of problems for which a whole file is left out. */
const UNREADABLE: ReadonlySet<string> = new Set([
  "broken-json",
  "duplicate-key",
  "empty-file",
  "file-too-large",
  "forbidden-key",
  "not-utf-8",
  "unreadable-file",
]);

/** The diagnostics without those that only say that something is not there, where its file could not be read. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unreadable = new Set(diagnostics.filter(({ code }) => UNREADABLE.has(code)).map(({ file }) => file));
  const notes = new Map<string | undefined, Diagnostic>();
  for (const found of diagnostics) if (found.code === NOT_CHECKED) notes.set(found.file, found);
  return diagnostics.filter((found) => {
    if (ECHOES.has(found.code) || isEchoInChecks(found)) return notes.size === 0;
    if (found.code === NOT_CHECKED) return notes.get(found.file) === found;
    if (found.code === "missing-translation") return !unreadable.has(found.file);
    if (found.code === "unused-name") return ![...unreadable].some((file) => besides(file, found.file));
    return found.code !== "extra-text" || !unreadable.has(sourceOf(found.file));
  });
}

/**
 * The claims without those that rows which could not be read may have caused: a sum over the rows that are left is short, a count of
 * them too small.
 */
export function withoutDoubtful(
  claims: readonly Diagnostic[],
  { checks, diagnostics }: { checks: readonly CheckResult[]; diagnostics: readonly Diagnostic[] },
): Diagnostic[] {
  const shortened = new Set(
    diagnostics.flatMap(({ code, file }) => (code === NOT_CHECKED && file?.endsWith(".csv") ? [file] : [])),
  );
  if (shortened.size === 0) return [...claims];
  const doubtful = checks.filter(
    ({ kind, figures }) => kind === "count" || figures.some(({ place }) => shortened.has(place.file)),
  );
  return claims.filter(
    ({ code, message }) =>
      !code.endsWith("discrepancy") || !doubtful.some(({ id }) => message.startsWith(`${id}: `)),
  );
}

function isEchoInChecks({ code, file }: Diagnostic): boolean {
  return ECHOES_IN_CHECKS.has(code) && file?.endsWith("/checks.yaml") === true;
}

/** Whether a file's texts may use what another file of the same language declares. */
function besides(file: string | undefined, other: string | undefined): boolean {
  const languageOf = (path: string | undefined) => /^locales\/[^/]+\//.exec(path ?? "")?.[0];
  return languageOf(file) !== undefined && languageOf(file) === languageOf(other);
}

/** The file of the source language that a translated file follows. */
function sourceOf(file: string | undefined): string | undefined {
  return file?.replace(/^locales\/[^/]+/, `locales/${SOURCE_LANGUAGE}`);
}
