import { Worker } from "node:worker_threads";
import type { Face } from "../../model/faces.ts";
import type { FontAnswer, FontOrder } from "./font-worker.ts";

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Cuts faces down to some characters and packs them as WOFF 2.0, in a thread of its own: fonts of some megabytes are copied several times
 * meanwhile. The thread starts with the first font, and keeps no process alive that waits for none.
 */
export function fontThread(): (face: Face, characters: string) => Promise<Uint8Array> {
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
    const started = new Worker(new URL("./font-worker.ts", import.meta.url));
    started.on("message", (answer: FontAnswer) =>
      settle(answer.id, ({ resolve, reject }) =>
        "bytes" in answer ? resolve(answer.bytes) : reject(answer.fault),
      ),
    );
    started.on("error", (fault) => {
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(fault));
      worker = undefined;
    });
    return started;
  };
  return (face, characters) =>
    new Promise((resolve, reject) => {
      last++;
      waiting.set(last, { resolve, reject });
      worker ??= start();
      worker.ref();
      const order: FontOrder = { id: last, face, characters };
      worker.postMessage(order);
    });
}
