import type { EditionPoint } from "./growth/edition-points.ts";
import type { LengthPoint } from "./growth/length-points.ts";
import type { Result } from "./results.ts";
import type { Summary } from "./statistics.ts";

/** All that a benchmark found. */
export interface Found {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly rounds: number;
  /** Pages of all editions together. */
  readonly pages: number;
  readonly results: readonly Result[];
  /** The paper at several times its length; none where it was not asked for. */
  readonly lengths: readonly LengthPoint[];
  /** Numbers of editions built in one process. */
  readonly editions: readonly EditionPoint[];
}

const MIB = 2 ** 20;

/** The record of a benchmark: the floor in seconds and MiB, all else as ratios to it. */
export function recordOf({ machine, rounds, pages, results, lengths, editions }: Found) {
  const [floor] = results;
  return {
    machine,
    rounds,
    pages,
    floor: floor && {
      seconds: rounded(floor.seconds),
      memoryMiB: floor.memory && rounded(scaled(floor.memory.bytes, 1 / MIB)),
    },
    /** Time: whole process. Memory: peak of the process tree's PSS (pages shared by processes are divided among them). */
    ratios: Object.fromEntries(
      results
        .slice(1)
        .map(({ name, about, ratio, memory }) => [
          name,
          { about, time: rounded(ratio), memory: memory && rounded(memory.ratio) },
        ]),
    ),
    /** Shares of the floor's time, summed over the editions, which run side by side. */
    stages: Object.fromEntries(results.slice(1).map(({ name, stages }) => [name, shares(stages, floor)])),
    ...(lengths.length > 0 ? { lengths } : {}),
    ...(editions.length > 0 ? { editions } : {}),
  };
}

function shares(stages: Result["stages"], floor: Result | undefined): Record<string, number> {
  const unit = (floor?.seconds.median ?? Number.NaN) * 1000;
  return Object.fromEntries(Object.entries(stages).map(([stage, time]) => [stage, short(time / unit)]));
}

function scaled({ median, least, most }: Summary, factor: number): Summary {
  return { median: median * factor, least: least * factor, most: most * factor };
}

function rounded({ median, least, most }: Summary): Summary {
  return { median: short(median), least: short(least), most: short(most) };
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}
