import { compare } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import { readReferences, releasedFigure, sealOf } from "../model/released.ts";
import type { Report } from "../model/report.ts";
import type { ReleasedFigure } from "../model/revision.ts";
import { layoutFingerprints } from "./impact/assess.ts";

/** What is frozen by a release. */
export interface Release {
  readonly report: Report;
  readonly revision: number;
  /** Day of the release, ISO 8601. */
  readonly date: string;
  /** Labels of the pages on which texts, tables and charts stand, by edition and key. */
  readonly pages: ReadonlyMap<Language, ReadonlyMap<string, string>>;
}

/** The text of `data/<year>/revisions/<n>.json`: one value a line, in a fixed order, so that version control shows what changed. */
export function revisionText({ report, revision, date, pages }: Release): string {
  const { figures, locales, checks, labels } = report;
  const read = readReferences(report);
  const isDerived = (ref: string) => !read.has(ref);
  const failing = checks.filter(({ outcome }) => outcome === "failed");
  const content = {
    revision,
    date,
    figures: released(figures, (ref) => !isDerived(ref)),
    derived: released(figures, isDerived),
    failing: Object.fromEntries(failing.map(({ id, difference }) => [id, difference?.toFixed() ?? ""])),
    texts: Object.fromEntries(
      [...locales].map(([language, locale]) => [language, proseOf(locale.texts, labels)] as const),
    ),
    pages: Object.fromEntries([...pages].map(([language, map]) => [language, sorted(map)] as const)),
    layout: sorted(layoutFingerprints(report)),
    corrections: correctionsOf(report, revision),
  };
  return `${JSON.stringify({ ...content, seal: sealOf(content) }, null, 1)}\n`;
}

function released(
  figures: Report["figures"],
  wanted: (ref: string) => boolean,
): Record<string, ReleasedFigure> {
  const entries = [...figures].filter(([ref]) => wanted(ref));
  return Object.fromEntries(entries.map(([ref, figure]) => [ref, releasedFigure(figure)]));
}

/** A locale's texts as written; labels belong to the layout. */
function proseOf(
  texts: ReadonlyMap<string, { readonly key: string; readonly template: string }>,
  labels: ReadonlySet<string>,
): Record<string, string> {
  const prose = [...texts.values()].filter(({ key }) => !labels.has(key.split(".")[0] ?? ""));
  return sorted(new Map(prose.map(({ key, template }) => [key, template])));
}

/** What the corrections of a revision say: readers were told it, and it stays so. */
function correctionsOf({ revisions }: Report, revision: number): Record<string, object> {
  const own = revisions.corrections.filter((correction) => correction.revision === revision);
  return Object.fromEntries(
    own.map(({ figure, reason, decidedBy, date }) => [
      figure,
      { reason: sorted(reason), decided_by: decidedBy, date },
    ]),
  );
}

function sorted(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)));
}
