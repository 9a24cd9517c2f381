import { readFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector";
import { type ProcessTree, parseStat } from "../process-tree.ts";

/** Processor time of this process's main thread, in milliseconds: other programs do not count, helpers that collect garbage neither. */
export function threadClock(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Time in milliseconds without what this thread waited for a processor that others had: a busy machine costs nothing, a needless sleep
 * does. Where the system does not tell, the thread's processor time.
 */
export function undisturbedClock(): number {
  try {
    const [, waited = "0"] = readFileSync("/proc/thread-self/schedstat", "latin1").split(" ");
    return performance.now() - Number(waited) / 1e6;
  } catch {
    return threadClock();
  }
}

/** Processor time of a process tree, in milliseconds, to 10 ms; what its ended processes took is lost. */
export function treeClock(tree: ProcessTree): () => number {
  return () => tree.members().reduce((sum, pid) => sum + processorTime(pid), 0);
}

/** Linux counts processor time in hundredths of a second. */
const TICK = 10;

function processorTime(pid: number): number {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, "latin1")).ticks * TICK;
  } catch {
    return 0;
  }
}

/** A clock that counts work instead of time. */
export interface StepClock {
  /** Characters of JavaScript executed so far, each as often as it was: the same for the same work on any machine, whatever else runs. */
  readonly now: () => number;
  readonly end: () => void;
}

/**
 * Counts with V8's block coverage: executions of each block times its length. What happens inside built-in functions (sorting, regular
 * expressions, compression) counts nothing, which is why processor time is measured, too.
 */
export function stepClock(): StepClock {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  let steps = 0;
  return {
    now: () => {
      // Within a process, the answer is there when `post` returns.
      session.post("Profiler.takePreciseCoverage", (problem, coverage) => {
        if (problem) throw problem;
        for (const { functions } of coverage.result) for (const one of functions) steps += stepsOf(one);
      });
      return steps;
    },
    end: () => session.disconnect(),
  };
}

/** Executed characters of one function: each range counts without the ranges in it. They come sorted, outer before inner. */
export function stepsOf({ ranges }: Pick<Profiler.FunctionCoverage, "ranges">): number {
  const around: Profiler.CoverageRange[] = [];
  let steps = 0;
  for (const range of ranges) {
    while ((around.at(-1)?.endOffset ?? Number.POSITIVE_INFINITY) <= range.startOffset) around.pop();
    const length = range.endOffset - range.startOffset;
    steps += length * (range.count - (around.at(-1)?.count ?? 0));
    around.push(range);
  }
  return steps;
}
