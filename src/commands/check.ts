import { check } from "../check/check.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import { rehearse } from "../pipeline/rehearse.ts";
import type { CommandResult } from "./build.ts";
import { checkSummary } from "./check-summary.ts";

/** What `whitepaper check` may touch of the world. */
export interface CheckWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  /** Shows diagnostics to a person. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Options of `whitepaper check`. */
export interface CheckOptions {
  readonly year: number;
  readonly json: boolean;
}

/** `whitepaper check`: everything that is wrong with a report's content, without building it. */
export async function runCheck(
  { year, json }: CheckOptions,
  { content, engine, report }: CheckWorld,
): Promise<CommandResult> {
  const checked = check(await gather({ year, content, engine }));
  const rehearsed = checked.report ? rehearse(checked.report) : [];
  const diagnostics = sortDiagnostics([...checked.diagnostics, ...rehearsed]);
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  if (json) return { lines: [JSON.stringify({ diagnostics }, null, 2)], exitCode };
  report(diagnostics);
  return { lines: checkSummary(checked.report, diagnostics, year), exitCode };
}
