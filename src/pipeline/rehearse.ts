import { compose } from "../compose/compose.ts";
import { correctedRevisions } from "../compose/corrections.ts";
import { unprinted } from "../compose/unprinted.ts";
import type { DrawnChart } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { resolve } from "../resolve/resolve.ts";
import { withoutRepeats } from "./progress.ts";

/**
 * What is wrong with a report's templates, and what they leave out: the edition that all others follow is composed with empty drawings and without a
 * browser. It finds in a moment what a build would find in each edition.
 */
export function rehearse(report: Report): readonly Diagnostic[] {
  if (!report.locales.has(SOURCE_LANGUAGE)) return [];
  const { chapters, templates, styles } = report;
  const edition = resolve(report, SOURCE_LANGUAGE);
  const charts = new Map([...edition.charts.keys()].map((id) => [id, { ...BLANK, id }]));
  const corrections = correctedRevisions(report, edition);
  const request = { edition, chapters, charts, templates, styles, revision: null, corrections };
  const { composition, diagnostics } = compose(request);
  return withoutRepeats([...diagnostics, ...(composition ? unprinted(composition, edition) : [])]);
}

const BLANK: DrawnChart = { id: "", svg: "", width: 0, height: 0 };
