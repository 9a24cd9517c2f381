import { parentPort, workerData } from "node:worker_threads";
import { createRandom } from "../faults/random.ts";
import { fuzzTargets } from "./targets.ts";

/** What a worker is to do: the inputs of one target from a number on. */
export interface Work {
  readonly target: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  /** Two numbers: of the input under way, and of those that are done. */
  readonly progress: SharedArrayBuffer;
}

/** What a worker has found: an input that a reader did not take as it should. */
export interface Finding {
  readonly number: number;
  readonly input: string;
  readonly reason: string;
}

const { target: name, seed, from, to, progress } = workerData as Work;
const state = new Int32Array(progress);
const target = (await fuzzTargets()).find((one) => one.name === name);

for (let number = 0; target && number < to; number++) {
  // Each input has choices of its own, but the structures are drawn in order: all inputs are made, only these are read.
  const input = target.next(createRandom(`${seed} ${name} ${number}`));
  if (number < from) continue;
  Atomics.store(state, 0, number);
  try {
    await target.read(input);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    parentPort?.postMessage({
      number,
      input: Buffer.from(input).toString("latin1"),
      reason,
    } satisfies Finding);
  }
  Atomics.add(state, 1, 1);
}
