import { dataFiles } from "../compose/data-files.ts";
import type { Attachment, Conformance, FinishRequest, PageLabels } from "../finish/request.ts";
import type { Edition } from "../model/edition.ts";
import { plainText } from "../model/inline.ts";
import type { Report } from "../model/report.ts";

/** What the finish of one edition is asked for. */
export interface FinishInput {
  readonly report: Report;
  readonly edition: Edition;
  readonly title: string;
  readonly conformance: Conformance;
  /** Day that stands in the PDF; null for the revision's. */
  readonly sourceDate: string | null;
}

/** Bookmarks: the title, chapters and sections. */
const OUTLINE_LEVELS = 3;

/** Text keys of the metadata; a report without them has none. */
const SUBJECT = "metadata.subject";
const KEYWORDS = "metadata.keywords";
const AUTHOR = "metadata.author";

/** What the finished PDF says of itself and which data it carries; how its pages are called is known once it is printed (`pageLabels`). */
export function finishRequest({
  report,
  edition,
  title,
  conformance,
  sourceDate,
}: FinishInput): FinishRequest {
  const text = (key: string) => plainText(edition.texts.get(key)?.nodes ?? []);
  return {
    conformance,
    metadata: {
      title,
      author: text(AUTHOR),
      subject: text(SUBJECT),
      keywords: text(KEYWORDS)
        .split(/[;；]/)
        .map((word) => word.trim())
        .filter(Boolean),
      language: edition.language,
      date: sourceDate ?? report.revisions.date ?? report.date,
      version: report.revisions.current === null ? undefined : String(report.revisions.current),
      creator: "whitepaper-publisher",
      producer: "Chromium (Skia/PDF), whitepaper-publisher",
    },
    attachments: dataFiles(report, edition).map(attachment),
    outlineLevels: OUTLINE_LEVELS,
  };
}

function attachment({ text, ...file }: ReturnType<typeof dataFiles>[number]): Attachment {
  return { ...file, bytes: new TextEncoder().encode(text), relationship: "Data" };
}

/** The front pages are i, ii, …, as their feet say; the first chapter begins on page 1. */
export function pageLabels(frontPages: number): PageLabels[] {
  const body: PageLabels = { from: frontPages, style: "decimal" };
  return frontPages === 0 ? [body] : [{ from: 0, style: "roman" }, body];
}
