import { spawn } from "node:child_process";
import type { Contender } from "./contenders.ts";
import { processTree, proportionalMemory } from "./process-tree.ts";
import { applyEdit, type ReportCopy, resetOutput } from "./report-copy.ts";

/** What one run took. */
export interface Run {
  /** Whole process, in seconds; for one that says its time, that. */
  readonly seconds: number;
  /** Milliseconds by stage, summed over the editions; stages run side by side, so they add up to more than the run. */
  readonly stages: Readonly<Record<string, number>>;
}

/** Runs a contender once, from its own state of things. Throws when it fails: a failure is quick. */
export async function measure(contender: Contender, copy: ReportCopy): Promise<Run> {
  return prepared(contender, copy, () => run(contender));
}

/** Bytes that a contender's process tree held at most: PSS, asked for every {@link SAMPLING} ms. A run of its own, since asking takes time. */
export async function measureMemory(contender: Contender, copy: ReportCopy): Promise<number> {
  return prepared(contender, copy, async () => {
    let peak = 0;
    const onMemory = (bytes: number) => {
      peak = Math.max(peak, bytes);
    };
    await run(contender, { onMemory });
    return peak;
  });
}

async function prepared<T>({ built, edit }: Contender, copy: ReportCopy, work: () => Promise<T>): Promise<T> {
  await resetOutput(copy, built);
  const undo = await applyEdit(copy, edit);
  try {
    return await work();
  } finally {
    await undo();
  }
}

/** Milliseconds between two samples of memory. */
export const SAMPLING = 20;

/** A running program and what it said. */
export interface Said {
  readonly seconds: number;
  readonly out: string;
  readonly talk: string;
}

/** Who is told the memory of a running process tree. */
export interface Watch {
  /** Is told the bytes, and what the program has written to stdout until then. */
  readonly onMemory: (bytes: number, out: string) => void;
  /** The largest share of one processor that asking may take, so that the time can be measured in the same run; any unless given. */
  readonly share?: number;
}

/** Runs Node with these arguments to its end. */
export function runNode(command: readonly string[], watch?: Watch): Promise<Said> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...command], { stdio: ["ignore", "pipe", "pipe"] });
    const tree = processTree(child.pid ?? 0);
    let [out, talk] = ["", ""];
    child.stdout.on("data", (piece) => {
      out += String(piece);
    });
    child.stderr.on("data", (piece) => {
      talk += String(piece);
    });
    const stopWatching = watch && watching(watch, () => watch.onMemory(proportionalMemory(tree), out));
    child.on("error", reject);
    child.on("close", (code) => {
      stopWatching?.();
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, out, talk });
      else reject(new Error(`${command.join(" ")} ended with ${code}:\n${talk}`));
    });
  });
}

/** Samples again and again until it is stopped. */
function watching({ share = 1 }: Watch, sample: () => void): () => void {
  let timer: NodeJS.Timeout;
  const next = () => {
    const start = performance.now();
    sample();
    const taken = performance.now() - start;
    timer = setTimeout(next, Math.max(SAMPLING, taken / share - taken));
  };
  timer = setTimeout(next, SAMPLING);
  return () => clearTimeout(timer);
}

async function run({ command, saysTime }: Contender, watch?: Watch): Promise<Run> {
  const { seconds, out, talk } = await runNode(command, watch);
  const said = saysTime ? (JSON.parse(out) as { readonly seconds: number }).seconds : seconds;
  return { seconds: said, stages: stageTimes(talk) };
}

/** Reads `[6/9] print en  812 ms` from the progress. */
export function stageTimes(talk: string): Record<string, number> {
  const stages: Record<string, number> = {};
  for (const [, stage = "", time] of talk.matchAll(/^\[\d\/9\] (\w+)(?: [\w-]+)? +(\d+) ms/gm))
    stages[stage] = (stages[stage] ?? 0) + Number(time);
  return stages;
}
