import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { Stage } from "./stages.ts";

/** What a build tells while it runs; how it is shown is the terminal's business. */
export interface Progress {
  /** A stage begins, for one edition or for all. */
  begin(stage: Stage, language?: Language): void;
  /** A stage has ended; the time in milliseconds, and what else there is to say: “fresh”, “stale, because …”. */
  end(stage: Stage, milliseconds: number, language?: Language, remark?: string): void;
  /** Something was found. */
  report(diagnostics: readonly Diagnostic[]): void;
}

/** A clock for durations, in milliseconds. */
export type Stopwatch = () => number;

/** Runs one stage and tells when it begins and how long it took; `before` are milliseconds of it that have passed already. */
export async function timed<T>(
  { progress, now }: { readonly progress: Progress; readonly now: Stopwatch },
  stage: Stage,
  work: () => T | Promise<T>,
  language?: Language,
  remark: (result: T) => string = () => "",
  before = 0,
): Promise<T> {
  progress.begin(stage, language);
  const start = now();
  const result = await work();
  progress.end(stage, before + now() - start, language, remark(result));
  return result;
}

/** Tells of a stage that had nothing to do, and why. */
export function nothingToDo(
  world: Parameters<typeof timed>[0],
  stage: Stage,
  remark: string,
  language?: Language,
): Promise<undefined> {
  return timed(
    world,
    stage,
    () => undefined,
    language,
    () => remark,
  );
}

/** A progress that tells each diagnostic once: what is wrong with a template is found again in every edition. */
export function tellingOnce(progress: Progress): Progress {
  const told: Diagnostic[] = [];
  return {
    ...progress,
    report: (diagnostics) => {
      const fresh = withoutRepeats([...told, ...diagnostics]).slice(told.length);
      told.push(...fresh);
      progress.report(fresh);
    },
  };
}

/** The diagnostics with each of those that are alike kept once, in order. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((found) => [JSON.stringify(found), found])).values()];
}
