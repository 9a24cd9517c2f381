import { compose } from "../compose/compose.ts";
import { correctedRevisions } from "../compose/corrections.ts";
import type { DrawnChart } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { resolve } from "../resolve/resolve.ts";
import { withoutRepeats } from "./progress.ts";

/**
 * What is wrong with a report's templates: its editions are composed with empty drawings and without a browser. In tenths of a
 * second it finds what a build would find.
 */
export function rehearse(report: Report): Diagnostic[] {
  const languages = [...report.editions.keys()].filter((language) => report.locales.has(language));
  if (!report.locales.has(SOURCE_LANGUAGE)) return [];
  const diagnostics = languages.flatMap((language) => {
    const edition = resolve(report, language);
    const { chapters, templates, styles } = report;
    const corrections = correctedRevisions(report, edition);
    const charts = new Map([...edition.charts.keys()].map((id) => [id, { ...BLANK, id }]));
    return compose({ edition, chapters, charts, templates, styles, revision: null, corrections }).diagnostics;
  });
  return withoutRepeats(diagnostics);
}

const BLANK: DrawnChart = { id: "", svg: "", width: 0, height: 0 };
