import type { Diagnostic } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { readGlossary } from "./glossary/glossary.ts";
import { glossaryFindings } from "./glossary/terms.ts";
import { lintFigures, lintTypography } from "./lint/lint.ts";
import type { Locate } from "./lint/locate.ts";
import { applyExceptions, readExceptions } from "./translation/exceptions.ts";
import { translationProblems } from "./translation/translations.ts";

/** Everything that is wrong with the words of a report: typed figures, typography, translations, terms; less what an editor has accepted. */
export function checkWording(report: Report, sources: Sources, locate: Locate): Diagnostic[] {
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
