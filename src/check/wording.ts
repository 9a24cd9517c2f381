import type { Diagnostic } from "../model/diagnostic.ts";
import { hashOf } from "../model/hash.ts";
import type { Memo } from "../model/memo.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { readGlossary } from "./glossary/glossary.ts";
import { glossaryFindings } from "./glossary/terms.ts";
import { TYPED_FIGURE } from "./lint/figures.ts";
import { lintFigures, lintTypography } from "./lint/lint.ts";
import type { Locate } from "./lint/locate.ts";
import { applyExceptions, readExceptions } from "./translation/exceptions.ts";
import { translationProblems } from "./translation/translations.ts";

/** What the wording is checked in. */
export interface WordingRequest {
  readonly report: Report;
  readonly sources: Sources;
  readonly locate: Locate;
}

/**
 * Everything that is wrong with the words of a report: typed figures, typography, translations, terms; less what an editor has accepted. It takes a
 * third of the check, and hangs on no value: after a correction it is what it was before.
 */
export function keptWording(request: WordingRequest, memo: Memo): readonly Diagnostic[] {
  return memo.once<readonly Diagnostic[]>(
    "wording",
    () => keyOf(request),
    () => checkWording(request),
    // Its hints name the figures that have the typed value.
    (found) => found.every(({ code }) => code !== TYPED_FIGURE),
  );
}

/** All that the wording is checked by: the files outside of `data/`, the editions and their states, the figures and their kinds of unit. */
function keyOf({ report: { editions, figures }, sources }: WordingRequest): string {
  const files = [...sources.files.values()].filter(({ path }) => !path.startsWith("data/"));
  const kinds = [...figures.values()].map(({ ref, unit }) => `${ref} ${unit.kind}`);
  return hashOf(
    JSON.stringify([...editions]),
    kinds.join("\n"),
    ...files.flatMap(({ path, text }) => [path, text]),
  );
}

function checkWording({ report, sources, locate }: WordingRequest): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const terms = readGlossary(sources, diagnostics);
  const exceptions = readExceptions(sources, diagnostics);
  const translations = translationProblems({ report, locate });
  const findings = [
    ...lintTypography({ report, sources, locate }),
    ...translations.findings,
    ...glossaryFindings({ report, terms }),
  ];
  return [
    ...diagnostics,
    ...lintFigures({ report, sources, locate }),
    ...translations.diagnostics,
    ...applyExceptions(findings, exceptions),
  ];
}
