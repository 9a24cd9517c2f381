import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { compareEditions } from "../preflight/parity/editions.ts";
import { createTurns } from "../print/turns.ts";
import type { BuildRequest } from "./build.ts";
import type { KnownWorld } from "./build-anew.ts";
import { beginDrawings } from "./drawings.ts";
import { buildEdition, type EditionResult, type EditionRun, type EditionWorld } from "./edition.ts";
import type { Progress } from "./progress.ts";
import type { Workshop } from "./workshop.ts";

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

/** Documents that any browser may have at once. */
const FEWEST = 2;

/** So many editions are resolved at once, for their charts to be drawn beside the stages. */
const MOST_AT_ONCE = 8;

/**
 * Each edition is composed while the browser loads and prints the ones before it. Where nothing is kept of earlier builds, all charts have to be
 * drawn and all fonts to be cut: another thread does that.
 */
export async function buildEditions(
  report: Report,
  world: EditionWorld & Pick<KnownWorld, "workshop" | "endBrowser">,
  allAnew: boolean,
): Promise<EditionResult[]> {
  const { workshop } = world;
  const beside = workshop && allAnew && report.editions.size <= MOST_AT_ONCE;
  const cutBeside = beside ? cutThenRest(workshop, report.editions.size - 1) : undefined;
  const drawings = beside ? await beginDrawings(report, null, { ...world, workshop }) : new Map();
  const turns = world.printer.then(({ atOnce }) => createTurns(atOnce ?? FEWEST));
  turns.catch(() => undefined);
  const running: EditionRun[] = [];
  const composed = Promise.withResolvers<void>();
  for (const language of report.editions.keys()) {
    // The thread still draws when the first edition's fonts are wanted.
    const cutFaces = cutBeside && running.length > 0 ? { cutFaces: cutBeside } : {};
    const run = buildEdition(report, language, {
      ...world,
      ...cutFaces,
      turns,
      drawings,
      idle: composed.promise,
    });
    running.push(run);
    // When a later edition fails to be composed, nobody waits for this one any more.
    for (const end of [run.result, run.printed]) end.catch(() => undefined);
    await run.handed;
  }
  composed.resolve();
  // It ends while the prints are proven and delivered.
  Promise.all(running.map(({ printed }) => printed)).then(world.endBrowser, () => undefined);
  return Promise.all(running.map(({ result }) => result));
}

/** Cuts fonts in the thread. With the last of them its work is done: its memory would stand beside the browser's while the editions are printed. */
function cutThenRest(
  { cutFaces, rest }: Pick<Workshop, "cutFaces" | "rest">,
  times: number,
): Workshop["cutFaces"] {
  let left = times;
  return async (language, characters) => {
    const faces = await cutFaces(language, characters);
    left--;
    if (left === 0) rest().catch(() => undefined);
    return faces;
  };
}
