import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { beforeEnding } from "../ending.ts";
import { IS_BUNDLED } from "../tools.ts";
import { type Fault, faultFrom } from "./faults.ts";

/** A thread of ours: `<name>-worker.ts`, here and in the bundle. */
export type ThreadName = "workshop" | "printer";

/** How a thread is started. */
export interface ThreadOptions {
  readonly name: ThreadName;
  /** MiB for young objects. */
  readonly young: number;
  /** What it is told when it starts. */
  readonly told?: unknown;
  /** How long it may take to end by itself, in milliseconds. */
  readonly patience: number;
  /** Is given what the thread says unasked. */
  readonly onNews?: (news: unknown) => void;
}

/** What the thread is asked. */
export interface Order<Work = unknown> {
  readonly id: number;
  readonly work: Work;
}

/** What it answers: the result, or why there is none; or what it says unasked. */
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly fault: Fault }
  | { readonly news: unknown };

/** The thread's end of the line, and ours. Nothing is started before it is asked for, or prepared. */
export interface Thread<Work> {
  prepare(): void;
  ask<T>(work: Work): Promise<T>;
  /** Ends it where nobody waits for it, so that its memory is free; who asks again has it started again. */
  rest(): Promise<void>;
  /** Ends it; whoever still waits is told so. */
  end(): Promise<void>;
}

/** Starts every thread: from the bundle, or from the sources. */
const ENTRY = new URL("../../../bin/thread.cjs", import.meta.url);

/** A thread that answers to orders. It keeps no process alive that waits for none. */
export function openThread<Work>(options: ThreadOptions): Thread<Work> {
  const { name, patience, onNews } = options;
  const room = waitingRoom(() => worker?.unref());
  const gone = () => new Error(`the thread “${name}” has ended`);
  let worker: Worker | undefined;
  let over = false;
  let resting: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const started = startWorker(options);
    // Until it runs, it holds the process whatever it is told.
    started.once("online", () => room.empty() && started.unref());
    // A process that exits while its thread is at work has been seen to crash.
    const forget = beforeEnding(() => {
      over = true;
      return endWorker(started, patience);
    });
    started.on("exit", () => {
      forget();
      // Of one that rests nobody waits for an answer, but perhaps of the next.
      if (worker !== started) return;
      worker = undefined;
      room.refuseAll(gone());
    });
    started.on("message", (answer: Answer) =>
      "news" in answer ? onNews?.(answer.news) : room.settle(answer),
    );
    started.on("error", room.refuseAll);
    return started;
  };
  return {
    prepare: () => {
      worker ??= start();
    },
    ask: async <T>(work: Work) => {
      if (over) throw gone();
      worker ??= start();
      worker.ref();
      const { id, answer } = room.wait<T>();
      const order: Order<Work> = { id, work };
      worker.postMessage(order);
      return answer;
    },
    rest: async () => {
      if (!worker || !room.empty()) return;
      const tired = worker;
      worker = undefined;
      const ended = endWorker(tired, patience);
      resting = Promise.all([resting, ended]);
      await ended;
    },
    end: async () => {
      over = true;
      await Promise.all([resting, worker && endWorker(worker, patience)]);
    },
  };
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (fault: unknown) => void;
}

/** Those who wait for an answer. */
function waitingRoom(onEmpty: () => void) {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const leave = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) onEmpty();
    return one;
  };
  return {
    empty: () => waiting.size === 0,
    wait: <T>() => {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      last++;
      waiting.set(last, { resolve, reject });
      return { id: last, answer: promise };
    },
    settle: (answer: Exclude<Answer, { readonly news: unknown }>) => {
      const one = leave(answer.id);
      if ("result" in answer) one?.resolve(answer.result as never);
      else one?.reject(faultFrom(answer.fault));
    },
    refuseAll: (fault: unknown) => {
      for (const id of [...waiting.keys()]) leave(id)?.reject(fault);
    },
  };
}

function startWorker({ name, young, told }: ThreadOptions): Worker {
  return new Worker(ENTRY, {
    workerData: { name, compiled: compiledCode(), bundled: IS_BUNDLED, told },
    resourceLimits: { maxYoungGenerationSizeMb: young },
  });
}

/** Lets a worker undo what must not outlive it, and keep what was compiled of it; one that takes too long is ended. */
async function endWorker(worker: Worker, patience: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once("exit", () => resolve());
  worker.postMessage("end");
  const tooLong = setTimeout(() => void worker.terminate().then(() => resolve()), patience);
  worker.ref();
  await promise;
  clearTimeout(tooLong);
}

/** The folder of the compile cache that this process uses, if any: threads have none unless told. */
function compiledCode(): string | undefined {
  const own = getCompileCacheDir();
  return own === undefined ? undefined : dirname(own);
}
