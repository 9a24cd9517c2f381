import { beginCheck, type Checking } from "../../check/check.ts";
import { type ContentFolder, gather } from "../../gather/gather.ts";
import { type Diagnostic, error, hasErrors, sortDiagnostics } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import type { EditionWorld } from "../edition.ts";
import { type Progress, withoutRepeats } from "../progress.ts";
import { rehearse } from "../rehearse.ts";
import { rememberedFolder, withKept } from "./content.ts";
import { createEditions, type Editions, type ShownEdition } from "./editions.ts";

/** What a preview may touch of the world. */
export interface SessionWorld extends Pick<EditionWorld, "readFont" | "cutFont" | "cache" | "tools" | "now"> {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  /** Lets what waits to be done be done first: answers be sent, requests be taken. */
  readonly breathe: () => Promise<void>;
}

/** Which report is previewed. */
export interface SessionRequest {
  readonly year: number;
  /** Takes every edition as a draft. */
  readonly draft: boolean;
}

/** How the report stands. */
export interface SessionState {
  /** The last report that could be read, and the files that it was read from; null as long as none could. */
  readonly good: { readonly report: Report; readonly sources: Sources } | null;
  /** Whether the files as they are now cannot be shown. */
  readonly broken: boolean;
  /** Whether the diagnostics are of the files as they are now. */
  readonly checked: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a session tells: `shown` when pages may have changed, `checked` when all is known. */
export type Listener = (event: "shown" | "checked") => void;

/** The stages 1 to 5 of one report, kept in memory: what has not changed is not done again. */
export interface PreviewSession {
  /** Reads what has changed (paths below the report's folder; everything when none are given), and shows it. One runs at a time. */
  readonly refresh: (paths?: Iterable<string>) => Promise<void>;
  readonly state: () => SessionState;
  /** An edition as it is now, or the last one that was good; null where there was none yet. */
  readonly edition: (language: Language) => Promise<ShownEdition | null>;
  /** Names the editions that somebody looks at: they are composed first. */
  readonly watch: (languages: readonly Language[]) => void;
}

interface Session {
  readonly request: SessionRequest;
  readonly world: SessionWorld;
  readonly listener: Listener;
  readonly editions: Editions;
  readonly folders: { readonly content: ReturnType<typeof rememberedFolder>; readonly engine: ContentFolder };
  state: SessionState;
  sources: Sources | null;
  /** Whether the editions have been told of all changes so far. */
  complete: boolean;
  watched: readonly Language[];
}

const SILENT: Progress = { begin: () => undefined, end: () => undefined, report: () => undefined };

/** Opens a session; nothing is read before its first refresh. */
export function openSession(
  request: SessionRequest,
  world: SessionWorld,
  listener: Listener,
): PreviewSession {
  const content = rememberedFolder(world.content);
  const engine = rememberedFolder(world.engine);
  const session: Session = {
    request,
    world,
    listener,
    editions: createEditions({ ...world, progress: SILENT }),
    folders: { content, engine },
    state: { good: null, broken: false, checked: false, diagnostics: [] },
    sources: null,
    complete: false,
    watched: [],
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    refresh: (paths) => {
      content.forget(paths);
      engine.forget(paths);
      return inTurn(() => refresh(session).catch((cause: unknown) => tellFailed(session, cause)));
    },
    state: () => session.state,
    edition: (language) => editionOf(session, language),
    watch: (languages) => {
      session.watched = languages;
    },
  };
}

async function refresh(session: Session): Promise<void> {
  const { request, world, editions, listener } = session;
  const sources = withKept(await gathered(session, TRIES), session.sources);
  const changed = changedPaths(sources, session.sources);
  if (changed?.length === 0) return;
  session.sources = sources;
  const checking = beginCheck(sources, { draft: request.draft });
  const report = withKeptTemplates(checking.report, session.state.good?.report ?? null);
  if (!report) return tellBroken(session, checking);
  editions.begin(report, session.complete ? changed : null);
  session.complete = true;
  const found = await composeWatched(session, report);
  const broken = hasErrors(found);
  // What the last check found is shown until this one is through: most of it is still so.
  const diagnostics = broken ? found : session.state.diagnostics;
  session.state = { good: { report, sources }, broken, checked: false, diagnostics };
  listener("shown");
  await world.breathe();
  session.state = { ...session.state, checked: true, diagnostics: completed(checking, report, found) };
  listener("checked");
}

/** The report with the very templates of the one before where they say the same: those are compiled. */
function withKeptTemplates(report: Report | null, before: Report | null): Report | null {
  if (!report || !before || !sameTemplates(report.templates, before.templates)) return report;
  return { ...report, templates: before.templates };
}

function sameTemplates(now: Report["templates"], before: Report["templates"]): boolean {
  return (
    now.size === before.size && [...now].every(([name, { source }]) => before.get(name)?.source === source)
  );
}

async function composeWatched({ editions, watched }: Session, report: Report): Promise<Diagnostic[]> {
  const languages = watched.filter((tag) => report.editions.has(tag));
  const outcomes = await Promise.all(languages.map((language) => editions.outcome(language)));
  return outcomes.flatMap(({ problems }) => problems);
}

function completed(checking: Checking, report: Report, found: readonly Diagnostic[]): Diagnostic[] {
  const all = [...checking.complete().diagnostics, ...rehearse(report), ...found];
  return sortDiagnostics(withoutRepeats(all));
}

function tellBroken(session: Session, checking: Checking): void {
  const { diagnostics } = checking.complete();
  // What changes while the files are broken is not seen by the editions.
  session.complete = false;
  session.state = { ...session.state, broken: true, checked: true, diagnostics };
  session.listener("checked");
}

/** A file that may not be read, or a fault of ours: the preview tells it and goes on. */
function tellFailed(session: Session, cause: unknown): void {
  const found = error({
    code: "preview-failed",
    message: `the report cannot be shown: ${cause instanceof Error ? cause.message : String(cause)}`,
    hints: ["save again when it is mended; if it is none of your files, this is a bug in whitepaper"],
  });
  session.complete = false;
  session.sources = null;
  session.state = { ...session.state, broken: true, checked: true, diagnostics: [found] };
  session.listener("checked");
}

async function editionOf({ state, editions }: Session, language: Language): Promise<ShownEdition | null> {
  if (!state.good?.report.editions.has(language)) return null;
  return (await editions.outcome(language)).shown;
}

/** A file may be gone between being listed and being read: then the folder is looked at again. */
const TRIES = 5;

async function gathered(session: Session, tries: number): Promise<Sources> {
  const { request, folders, world } = session;
  try {
    return await gather({ year: request.year, ...folders });
  } catch (cause) {
    if (tries === 0) throw cause;
    await world.breathe();
    return gathered(session, tries - 1);
  }
}

/** Paths of the files that are other ones than before, or gone, or new; null where there was no before. */
function changedPaths({ files, diagnostics }: Sources, before: Sources | null): string[] | null {
  if (!before || JSON.stringify(diagnostics) !== JSON.stringify(before.diagnostics)) return null;
  const paths = new Set([...files.keys(), ...before.files.keys()]);
  return [...paths].filter((path) => files.get(path) !== before.files.get(path));
}
