import { translationTable } from "../check/translation/table.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { table } from "./build.ts";

/** How a check went, in a few lines: problems, identities, and translation states by language and chapter. */
export function checkSummary(
  report: Report | null,
  diagnostics: readonly Diagnostic[],
  year: number,
): string[] {
  const count = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((found) => found.severity === severity).length;
  const problems = `${year}: ${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes`;
  if (!report) return [problems];
  return [...translationLines(report), "", identityLine(report), problems];
}

function identityLine({ checks }: Report): string {
  const of = (outcome: string) => checks.filter((result) => result.outcome === outcome);
  const failed = of("failed");
  const accepted = failed.filter(({ acknowledgement }) => acknowledgement !== null);
  return [
    `identities: ${of("passed").length} hold`,
    `${failed.length} do not (${accepted.length} acknowledged)`,
    `${of("not-computable").length} lack a figure`,
  ].join(", ");
}

/** Language × chapter: how many texts are done, stale and missing. */
function translationLines(report: Report): string[] {
  const rows = translationTable(report);
  const languages = [...new Set(rows.map(({ language }) => language))];
  const chapters = [...new Set(rows.map(({ chapter }) => chapter))];
  const cell = (language: string, chapter: string) => {
    const row = rows.find((found) => found.language === language && found.chapter === chapter);
    return row ? `${row.done}/${row.stale + row.unconfirmed}/${row.missing}` : "–";
  };
  const body = chapters.map((chapter) => [chapter, ...languages.map((language) => cell(language, chapter))]);
  return table([["texts done/stale/missing", ...languages], ...body]);
}
