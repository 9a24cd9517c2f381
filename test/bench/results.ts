import type { Contender } from "./contenders.ts";
import type { Run } from "./measure.ts";
import { median, ratios, type Summary, summarise } from "./statistics.ts";

/** All that was measured of a contender. */
export interface Runs {
  readonly contender: Pick<Contender, "name" | "about">;
  readonly times: readonly Run[];
  /** Peaks of the process tree in bytes; empty where the system does not tell. */
  readonly memory: readonly number[];
}

/** What came of a contender. */
export interface Result {
  readonly name: string;
  readonly about: string;
  readonly seconds: Summary;
  /** To the floor of the same round. */
  readonly ratio: Summary;
  /** Peak of the process tree in bytes, and its ratio to the floor's of the same round; null where it was not measured. */
  readonly memory: { readonly bytes: Summary; readonly ratio: Summary } | null;
  /** Medians in milliseconds, summed over the editions. */
  readonly stages: Readonly<Record<string, number>>;
}

/** Medians and spreads of all contenders; the floor comes first. */
export function results(all: readonly Runs[]): Result[] {
  const [floor] = all;
  const secondsOf = (runs: Runs | undefined) => (runs?.times ?? []).map(({ seconds }) => seconds);
  return all.map((runs) => ({
    name: runs.contender.name,
    about: runs.contender.about,
    seconds: summarise(secondsOf(runs)),
    ratio: ratios(secondsOf(runs), secondsOf(floor)),
    memory: memoryOf(runs.memory, floor?.memory ?? []),
    stages: stageMedians(runs.times),
  }));
}

function memoryOf(peaks: readonly number[], floor: readonly number[]): Result["memory"] {
  if (peaks.length === 0 || peaks.includes(0)) return null;
  return { bytes: summarise(peaks), ratio: ratios(peaks, floor) };
}

function stageMedians(runs: readonly Run[]): Record<string, number> {
  const names = new Set(runs.flatMap(({ stages }) => Object.keys(stages)));
  return Object.fromEntries(
    [...names].map((name) => [name, median(runs.map(({ stages }) => stages[name] ?? 0))]),
  );
}
