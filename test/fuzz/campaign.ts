import { Worker } from "node:worker_threads";
import type { Target } from "./target.ts";
import type { Finding, Work } from "./worker.ts";

/** Milliseconds that one input may take, on a busy machine, too. */
const PATIENCE = 20_000;

/** What came of a target's inputs. */
export interface Outcome {
  readonly target: string;
  readonly tried: number;
  readonly milliseconds: number;
  readonly crashes: readonly Finding[];
  readonly hangs: readonly number[];
}

/** Gives a target its inputs in a thread of its own; an input that takes too long ends the thread, and the next goes on behind it. */
export async function fuzz({ name, share }: Target, seed: string, part: number): Promise<Outcome> {
  const to = Math.max(1, Math.ceil(share * part));
  const start = performance.now();
  const crashes: Finding[] = [];
  const hangs: number[] = [];
  let [from, tried] = [0, 0];
  while (from < to) {
    const progress = new SharedArrayBuffer(8);
    const stuck = await run({ target: name, seed, from, to, progress }, crashes);
    tried += new Int32Array(progress)[1] ?? 0;
    if (stuck === null) break;
    hangs.push(stuck);
    tried++;
    from = stuck + 1;
  }
  return { target: name, tried, milliseconds: performance.now() - start, crashes, hangs };
}

/** Runs a worker to its end; the number of the input that it did not come through, or null. */
function run(work: Work, crashes: Finding[]): Promise<number | null> {
  const state = new Int32Array(work.progress);
  Atomics.store(state, 0, -1);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: work });
  worker.on("message", (finding: Finding) => crashes.push(finding));
  return new Promise((resolve, reject) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(state, 0);
      if (now !== last || now < 0) [last, since] = [now, performance.now()];
      else if (performance.now() - since > PATIENCE) end(() => resolve(now));
    }, 250);
    let over = false;
    const end = (settle: () => void) => {
      clearInterval(watch);
      // Ending a thread makes it exit: what is said first counts.
      if (!over) void worker.terminate().then(settle);
      over = true;
    };
    let failure: unknown;
    worker.once("error", (cause) => {
      failure = cause;
    });
    worker.once("exit", () => end(() => (failure === undefined ? resolve(null) : reject(failure))));
  });
}
