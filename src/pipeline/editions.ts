import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { compareEditions } from "../preflight/parity/editions.ts";
import type { BuildRequest } from "./build.ts";
import type { EditionResult, EditionRun, EditionWorld } from "./edition.ts";
import type { EditionHelper } from "./helper.ts";
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

/** What building the editions may touch. */
export interface EditionsWorld extends Omit<EditionWorld, "printing"> {
  /** Another thread that builds some of them; without it, all are built in this one. */
  readonly helper?: EditionHelper | undefined;
}

/** Editions under way. */
export interface RunningEditions {
  /** Builds in this thread, too, until all are done. Gives them in the report's order. */
  finish(): Promise<EditionResult[]>;
}

/**
 * Begins to build the editions in the helper's thread; this one joins in when it has time. Each takes the next edition once its last one is
 * composed, and prints it meanwhile.
 */
export function beginEditions(report: Report, outside: EditionsWorld): RunningEditions {
  const { helper, ...world } = outside;
  const waiting = [...report.editions.keys()];
  const running = new Map<Language, Promise<EditionResult>>();
  const buildAll = async (build: (language: Language) => EditionRun) => {
    for (let language = waiting.shift(); language !== undefined; language = waiting.shift()) {
      const { composed, result } = build(language);
      running.set(language, result);
      // When a later edition fails to be composed, nobody waits for this one any more.
      result.catch(() => undefined);
      await composed;
    }
  };
  const helped = helper ? buildAll(helper.start({ ...world, report })) : Promise.resolve();
  helped.catch(() => undefined);
  return {
    finish: async () => {
      const alone = { ...world, printing: takingTurns(helper ? 1 : PRINTS_AT_ONCE) };
      // The stages are loaded when they are needed in this thread: the helper has begun by then.
      const { buildEdition } = await import("./edition.ts");
      await Promise.all([helped, buildAll((language) => buildEdition(report, language, alone))]);
      return Promise.all([...report.editions.keys()].flatMap((language) => running.get(language) ?? []));
    },
  };
}
