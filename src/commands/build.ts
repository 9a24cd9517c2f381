import type { Conformance } from "../finish/request.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import { type BuildResult, type BuildWorld, build } from "../pipeline/build.ts";

/** Options of `whitepaper build`. */
export interface BuildOptions {
  readonly year: number;
  readonly languages: readonly Language[] | null;
  readonly draft: boolean;
  /** Standards that the PDFs keep; null for PDF/UA-1 with PDF/A-3a. */
  readonly conformance: Conformance | null;
  readonly json: boolean;
}

/** What a command has to say: lines for stdout and an exit code. */
export interface CommandResult {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** `whitepaper build`: the PDFs, and a table of what was made. */
export async function runBuild(options: BuildOptions, world: BuildWorld): Promise<CommandResult> {
  const result = await build(options, world);
  const exitCode = result.diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
  return { lines: options.json ? [json(result)] : summary(result, options.year), exitCode };
}

function json({ diagnostics, editions, manifest }: BuildResult): string {
  const built = editions.map(({ language, state, finished, milliseconds, diagnostics: own }) => ({
    language,
    state,
    built: finished !== null,
    pages: finished?.pages ?? null,
    bytes: finished?.pdf.length ?? null,
    milliseconds: Math.round(milliseconds),
    warnings: countOf(own, "warning"),
  }));
  return JSON.stringify({ editions: built, diagnostics, manifest }, null, 2);
}

function summary({ diagnostics, editions, manifest }: BuildResult, year: number): string[] {
  const rows = editions.map(({ language, state, finished, milliseconds, diagnostics: own }) => [
    language,
    finished ? state : "failed",
    finished ? String(finished.pages) : "–",
    finished ? `${(finished.pdf.length / 1024).toFixed(0)} KB` : "–",
    `${(milliseconds / 1000).toFixed(2)} s`,
    String(countOf(own, "warning")),
    manifest?.editions.find((entry) => entry.language === language && finished?.state === entry.state)
      ?.file ?? "–",
  ]);
  const counts = `${countOf(diagnostics, "error")} errors, ${countOf(diagnostics, "warning")} warnings`;
  if (rows.length === 0) return [`nothing built for ${year}: ${counts}`];
  return [...table([["edition", "state", "pages", "size", "time", "warnings", "file"], ...rows]), counts];
}

function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** Rows as columns of text: the first and the last to the left, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        /^[\d–.]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
