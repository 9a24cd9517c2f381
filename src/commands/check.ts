import { check } from "../check/check.ts";
import { manifestFile, type OutputFolder } from "../deliver/deliver.ts";
import { readManifest } from "../deliver/manifest.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Face } from "../model/faces.ts";
import { rehearse } from "../pipeline/rehearse.ts";
import type { CommandResult } from "./build.ts";
import { checkSummary } from "./check-summary.ts";

/** What `whitepaper check` may touch of the world. */
export interface CheckWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  readonly output: OutputFolder;
  readonly readFont: (face: Face) => Promise<Uint8Array>;
  /** Shows diagnostics to a person. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Options of `whitepaper check`. */
export interface CheckOptions {
  readonly year: number;
  readonly json: boolean;
  /** Writes the editor's report as well. */
  readonly writeReport: boolean;
}

/** `whitepaper check`: everything that is wrong with a report's content, without building it. */
export async function runCheck(
  { year, json, writeReport }: CheckOptions,
  { content, engine, output, readFont, report }: CheckWorld,
): Promise<CommandResult> {
  const sources = await gather({ year, content, engine });
  const checked = check(sources);
  const rehearsed = checked.report ? rehearse(checked.report) : [];
  const diagnostics = sortDiagnostics([...checked.diagnostics, ...rehearsed]);
  if (writeReport) {
    // Imported here because it draws charts, and a check should not wait for that.
    const { writeEditorReport } = await import("../pipeline/editor-report.ts");
    const bytes = await output.read(manifestFile(year));
    const manifest = bytes && readManifest(bytes);
    const told = { sources, report: checked.report, diagnostics, editions: [], manifest, readFont };
    await writeEditorReport(told, output);
  }
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  if (json) return { lines: [JSON.stringify({ diagnostics }, null, 2)], exitCode };
  report(diagnostics);
  return { lines: checkSummary(checked.report, diagnostics, year), exitCode };
}
