import { Worker } from "node:worker_threads";
import type { Printer } from "../../print/printer.ts";
import { thisHost } from "../browser/host.ts";
import { removeOwnSessionsNow } from "../browser/session-folder.ts";
import { beforeEnding } from "../ending.ts";
import { distantPrinter } from "./browser-desk.ts";
import { unpackError } from "./failure.ts";
import type { Answered, Asked, Question, Restarted } from "./messages.ts";

/** The thread's program: in plain JavaScript, so that the compile cache is on before any TypeScript is loaded. */
const PROGRAM = new URL("../../../bin/browser-thread.mjs", import.meta.url);

/**
 * Launches a browser in a thread of its own: puppeteer is loaded there, and talks with the browser there, while this thread checks and
 * composes; in one thread each would wait for the other. A browser that ends while it is needed is replaced, once. Throws a `BrowserFault` where no browser starts.
 */
export async function openPrinterInThread(onRestart: (why: string) => void): Promise<Printer> {
  const worker = new Worker(PROGRAM);
  const ask = questions(worker, onRestart);
  const forget = beforeEnding(async () => void (await ask({ ask: "kill" })));
  // When the process exits in the middle, its threads are not told.
  const sweep = () => removeOwnSessionsNow(thisHost().temp);
  process.once("exit", sweep);
  const end = async () => {
    forget();
    await worker.terminate();
    process.removeListener("exit", sweep);
  };
  const printer = distantPrinter(ask);
  try {
    await printer.version();
  } catch (cause) {
    await end();
    throw cause;
  }
  return {
    ...printer,
    close: () =>
      printer
        .close()
        .catch(() => undefined)
        .finally(end),
  };
}

/** Puts questions to the thread; all that are open fail when it ends. */
function questions(
  worker: Worker,
  onRestart: (why: string) => void,
): (question: Question) => Promise<unknown> {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let end: unknown;
  const fail = (cause: unknown) => {
    end ??= cause;
    for (const { reject } of open.values()) reject(cause);
    open.clear();
  };
  worker.on("message", (message: Answered | Restarted) => {
    if ("restarted" in message) return onRestart(message.restarted);
    const { id, answer } = message;
    const question = open.get(id);
    open.delete(id);
    if ("failure" in answer) return question?.reject(unpackError(answer.failure));
    return question?.resolve(answer.value);
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the browser's thread ended while it was needed")));
  return (question) => {
    if (end !== undefined) return Promise.reject(end);
    const answer = Promise.withResolvers<unknown>();
    const message: Asked = { id: asked++, question };
    open.set(message.id, answer);
    worker.postMessage(message);
    return answer.promise;
  };
}
