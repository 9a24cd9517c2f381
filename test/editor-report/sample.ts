import { check } from "../../src/check/check.ts";
import type { Manifest } from "../../src/deliver/manifest.ts";
import type { EditorReport } from "../../src/editor-report/facts/facts.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Report } from "../../src/model/report.ts";
import { makeEditorReport } from "../../src/pipeline/editor-report.ts";
import { revisionText } from "../../src/pipeline/release.ts";
import { readFont } from "../../src/world/fonts.ts";
import { type Changes, ENGINE, libraries, YEAR } from "../support/report.ts";

/** Checks of the made-up report: the sum of all branches holds, and the one of some of them does not. */
export const CHECKS: Changes = {
  "data/2030/checks.yaml": `checks:
  all_books: { kind: sum, total: loans.all.books, parts: loans.kind=branch.books }
  hill_and_park:
    kind: sum
    total: loans.harbour.books
    parts: [loans.hill.books, loans.park.books]
    says: "Lending: “as many as Hill and Park”"
  all_films: { kind: sum, total: loans.all.films, parts: loans.kind=branch.films }
`,
};

const acceptedAt = (difference: string): Changes => ({
  "data/2030/acknowledgements.yaml": `acknowledgements:
  hill_and_park: { difference: ${difference}, reason: as the branches told us, decided_by: Library office, date: 2031-02-01, print: false }
`,
});

/** The same, with the discrepancy accepted. */
export const ACCEPTED: Changes = { ...CHECKS, ...acceptedAt("-4975") };

/** The made-up report with some files changed, as far as it can be read. */
async function checked(changes: Changes) {
  const sources = await gather({ year: YEAR, content: libraries(changes), engine: ENGINE });
  return { sources, ...check(sources) };
}

/** The editor's report of the made-up report with some files changed, without a build. */
export async function reportOn(
  changes: Changes = {},
  manifest: Manifest | null = null,
): Promise<{ html: string; json: string; facts: EditorReport }> {
  const { sources, report, diagnostics } = await checked(changes);
  const made = await makeEditorReport({ sources, report, diagnostics, editions: [], manifest, readFont });
  return { ...made, facts: JSON.parse(made.json) };
}

/** The made-up report as its first revision: the file to add to it. */
export async function released(changes: Changes = {}): Promise<Changes> {
  const { report, diagnostics } = await checked(changes);
  if (!report) throw new Error(JSON.stringify(diagnostics));
  const text = revisionText({ report, revision: 1, date: "2031-03-01", pages: pagesOf(report) });
  return { "data/2030/revisions/1.json": text };
}

/** Pages on which the tables and charts stood, by the keys of their titles. */
function pagesOf({ editions, tables, charts }: Report) {
  const titles = [
    ...[...tables.keys()].map((id) => `exhibits.tables.${id}.title`),
    ...[...charts.keys()].map((id) => `exhibits.charts.${id}.title`),
  ];
  const pages = new Map(titles.map((title, index) => [title, String(index + 3)]));
  return new Map([...editions.keys()].map((language) => [language, pages]));
}

/** The words of a page, without its markup and the titles in its pictures. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf("<body>"));
  return body
    .replace(/<title>.*?<\/title>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? "");
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
