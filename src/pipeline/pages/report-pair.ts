import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Revision } from "../../model/revision.ts";
import { releasedReport } from "../impact/released-report.ts";

/** A report as it was released, and as it would be published now. */
export interface ReportPair {
  readonly before: Report;
  readonly after: Report;
  /** The editions that can be compared: those whose texts can be read. */
  readonly languages: readonly Language[];
}

/**
 * The two reports whose pages are compared. Both are composed as released editions, whatever state they have now: a draft's mark on every
 * page would hide what a reader is going to see. Structure, labels and layout are today's on both sides.
 */
export function reportPair(report: Report, last: Revision): ReportPair {
  const { released, corrections } = report.revisions;
  const after = published(report);
  const before: Report = {
    ...releasedReport(after, last),
    revisions: {
      released: released.filter(({ revision }) => revision <= last.revision),
      corrections: corrections.filter(({ revision }) => revision <= last.revision),
      current: last.revision,
      date: last.date,
    },
  };
  return { before, after, languages: [...after.editions.keys()] };
}

function published(report: Report): Report {
  const readable = [...report.editions.keys()].filter((language) => report.locales.has(language));
  return { ...report, editions: new Map(readable.map((language) => [language, "released"])) };
}
