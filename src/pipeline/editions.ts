import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { compareEditions } from "../preflight/parity/editions.ts";
import type { BuildRequest } from "./build.ts";
import { buildEdition, type EditionResult, type EditionWorld } from "./edition.ts";
import type { Progress } from "./progress.ts";
import { takingTurns } from "./turns.ts";

/** The editions; released ones that show other figures than the first are not delivered. */
export function agreeing(editions: readonly EditionResult[], progress: Progress): EditionResult[] {
  const differences = compareEditions(editions.flatMap(({ shown }) => (shown ? [shown] : [])));
  return editions.map((edition) => {
    const found = differences.get(edition.language) ?? [];
    if (found.length === 0) return edition;
    progress.report(found);
    const finished = hasErrors(found) ? null : edition.finished;
    return { ...edition, finished, diagnostics: [...edition.diagnostics, ...found] };
  });
}

/** Editions that were asked for and that the report does not have. */
export function unknownEditions(report: Report | null, { languages, year }: BuildRequest): Diagnostic[] {
  if (!report || languages === null) return [];
  const known = [...report.editions.keys()];
  return languages
    .filter((language) => !known.includes(language))
    .map((language) =>
      error({
        code: "no-edition",
        message: `the report has no edition in ${language}`,
        place: { file: `data/${year}/report.yaml`, path: "languages" },
        hints: [`add it to languages, or ask for ${known.join(", ")}`],
      }),
    );
}

/** The report with only the editions that were asked for. */
export function asRequested(report: Report, { languages, revision }: BuildRequest): Report {
  const wanted = [...report.editions].filter(
    ([language]) => languages === null || languages.includes(language),
  );
  const { revisions } = report;
  return {
    ...report,
    editions: new Map(wanted),
    revisions: revision ? { ...revisions, current: revision.number, date: revision.date } : revisions,
  };
}

/** Two keep two processors busy, and what is printed is finished and preflighted while the next prints. */
const PRINTS_AT_ONCE = 2;

/** Editions are composed one after the other, and each is printed while the next is composed. */
export async function buildEditions(
  report: Report,
  outside: Omit<EditionWorld, "printing">,
): Promise<EditionResult[]> {
  const world = { ...outside, printing: takingTurns(PRINTS_AT_ONCE) };
  const running: Promise<EditionResult>[] = [];
  for (const language of report.editions.keys()) {
    const { composed, result } = buildEdition(report, language, world);
    running.push(result);
    // When a later edition fails to be composed, nobody waits for this one any more.
    result.catch(() => undefined);
    await composed;
  }
  return Promise.all(running);
}
