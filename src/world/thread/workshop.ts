import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Workshop } from "../../pipeline/workshop.ts";
import { beforeEnding } from "../ending.ts";
import type { Answer, Order } from "./workshop-worker.ts";

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (fault: unknown) => void;
}

/** Starts the worker: from the bundle, or from the sources. */
const ENTRY = new URL("../../../bin/thread.mjs", import.meta.url);

/** MiB for young objects: drawing makes many that die soon, and each collection takes the other threads' time. */
const YOUNG = 96;

/** How long a worker may take to end by itself, in milliseconds. */
const ENDING = 500;

/** A thread that draws charts, lints HTML and cuts fonts. It keeps no process alive that waits for none; `end` ends it before that. */
export function openWorkshop(): Workshop & { readonly end: () => Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    if (one) how(one);
  };
  const start = (): Worker => {
    const started = startWorker();
    // Until it runs, it holds the process whatever it is told.
    started.once("online", () => {
      if (waiting.size === 0) started.unref();
    });
    // A process that exits while its thread is at work has been seen to crash.
    const forget = beforeEnding(() => started.terminate().then(() => undefined));
    started.on("exit", () => {
      forget();
      if (worker === started) worker = undefined;
    });
    started.on("message", (answer: Answer) =>
      settle(answer.id, ({ resolve, reject }) =>
        "result" in answer ? resolve(answer.result as never) : reject(answer.fault),
      ),
    );
    started.on("error", (fault) => {
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(fault));
      worker = undefined;
    });
    return started;
  };
  const ask = <T>(work: Order["work"]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last++;
      waiting.set(last, { resolve, reject });
      worker ??= start();
      worker.ref();
      const order: Order = { id: last, work };
      worker.postMessage(order);
    });
  return {
    prepare: () => {
      worker ??= start();
    },
    // Drawing reads the specification; the rows' exact decimals could not be sent.
    drawChart: ({ rows: _, ...view }) => ask({ kind: "chart", view }),
    lint: (html, styles) => ask({ kind: "lint", html, styles }),
    cutFaces: (language, characters) => ask({ kind: "cut", language, characters }),
    packFont: (face, characters) => ask({ kind: "font", face, characters }),
    end: async () => {
      const ended = worker;
      worker = undefined;
      if (ended) await endOf(ended);
    },
  };
}

function startWorker(): Worker {
  return new Worker(ENTRY, {
    workerData: { compiled: compiledCode() },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
}

/** Lets a worker end by itself, so that what was compiled of it is kept for the next time; one that is at work for long is ended. */
async function endOf(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once("exit", () => resolve());
  worker.postMessage("end");
  const tooLong = setTimeout(() => void worker.terminate(), ENDING);
  worker.ref();
  await promise;
  clearTimeout(tooLong);
}

/** The folder of the compile cache that this process uses, if any: threads have none unless told. */
function compiledCode(): string | undefined {
  const own = getCompileCacheDir();
  return own === undefined ? undefined : dirname(own);
}
