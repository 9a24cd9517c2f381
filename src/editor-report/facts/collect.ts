import type { Diagnostic } from "../../model/diagnostic.ts";
import { plainText } from "../../model/inline.ts";
import type { TranslationRow } from "../../model/translation-state.ts";
import type { EditionOutcome, EditorReportInput } from "../input.ts";
import { checkFacts } from "./checks.ts";
import type { CheckFact, EditorReport, Summary } from "./facts.ts";
import { figureFacts } from "./figures.ts";
import { impactFact } from "./impact.ts";
import { missingFacts } from "./missing.ts";

/** Text key of the paper's title. */
const TITLE = "preface.title";

/** Everything that the editor's report tells, as plain values with a fixed order of keys. */
export function collectFacts(input: EditorReportInput): EditorReport {
  const { year, report, edition, diagnostics, translations, editions } = input;
  const title = edition?.texts.get(TITLE);
  const checks = report ? checkFacts(report) : [];
  const figures = figureFacts(report, edition);
  return {
    year,
    title: title ? plainText(title.nodes) : null,
    revision: report?.revisions.current ?? null,
    readable: report !== null,
    summary: {
      diagnostics: {
        error: countOf(diagnostics, "error"),
        warning: countOf(diagnostics, "warning"),
        note: countOf(diagnostics, "note"),
      },
      figures: {
        total: figures.total,
        missing: figures.byStatus.find(({ id }) => id === "missing")?.count ?? 0,
      },
      checks: checkCounts(checks),
      translations: translationSums(translations),
      editions: editionCounts(editions),
      parity: paritySum(editions),
    },
    editions,
    impact: report && edition && input.impact ? impactFact(report, edition, input.impact) : null,
    checks,
    figures,
    missing: report && edition ? missingFacts(report, edition) : [],
    translations,
    diagnostics,
  };
}

function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function checkCounts(checks: readonly CheckFact[]): Summary["checks"] {
  const count = (wanted: CheckFact["outcome"]) => checks.filter(({ outcome }) => outcome === wanted).length;
  return {
    total: checks.length,
    passed: count("passed"),
    failed: count("failed"),
    acknowledged: count("acknowledged"),
    notComputable: count("not-computable"),
  };
}

function translationSums(rows: readonly TranslationRow[]): Summary["translations"] {
  const sum = (state: "done" | "unconfirmed" | "stale" | "missing") =>
    rows.reduce((total, row) => total + row[state], 0);
  return {
    done: sum("done"),
    unconfirmed: sum("unconfirmed"),
    stale: sum("stale"),
    missing: sum("missing"),
  };
}

function editionCounts(editions: readonly EditionOutcome[]): Summary["editions"] {
  const count = (wanted: EditionOutcome["result"]) =>
    editions.filter(({ result }) => result === wanted).length;
  return { built: count("built"), failed: count("failed"), earlier: count("earlier"), none: count("none") };
}

function paritySum(editions: readonly EditionOutcome[]): Summary["parity"] {
  const read = editions.flatMap(({ parity }) => parity ?? []);
  if (read.length === 0) return null;
  return {
    figures: read.reduce((sum, { figures }) => sum + figures, 0),
    texts: read.reduce((sum, { texts }) => sum + texts, 0),
    proven: read.reduce((sum, { proven }) => sum + proven, 0),
  };
}
