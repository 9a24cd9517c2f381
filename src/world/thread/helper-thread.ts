import { Worker } from "node:worker_threads";
import type { Language } from "../../model/language.ts";
import type { EditionResult, EditionRun } from "../../pipeline/edition.ts";
import type { EditionHelper, HelperTask } from "../../pipeline/helper.ts";
import { browserDesk } from "./browser-desk.ts";
import { unpackError } from "./failure.ts";
import type { FromHelper, HelperFolders, ToHelper } from "./messages.ts";
import { pack } from "./pack.ts";

/** The thread's program: in plain JavaScript, so that the compile cache is on before any TypeScript is loaded. */
const PROGRAM = new URL("../../../bin/edition-helper.mjs", import.meta.url);

/** More room for young objects (the default is 16 MB): less work for the garbage collector. */
const LIMITS = { maxYoungGenerationSizeMb: 64 };

interface Waiting {
  readonly composed: PromiseWithResolvers<void>;
  readonly result: PromiseWithResolvers<EditionResult>;
}

/** Starts a thread that loads the stages at once, while the report is checked in this one. */
export function helperThread(folders: HelperFolders): EditionHelper {
  const worker = new Worker(PROGRAM, { workerData: folders, resourceLimits: LIMITS });
  const waiting = new Map<Language, Waiting>();
  let listen: (message: FromHelper) => void = () => undefined;
  const fail = (cause: unknown) => {
    for (const { composed, result } of waiting.values()) {
      composed.reject(cause);
      result.reject(cause);
    }
    waiting.clear();
  };
  worker.on("message", (message: FromHelper) => listen(message));
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the helper thread ended while it was needed")));
  // It holds the process only while something is waited for.
  worker.unref();
  const send = (message: ToHelper) => worker.postMessage(message);
  return {
    start: ({ printer, progress, report, previous, conformance, sourceDate, tools }) => {
      listen = listener({ printer, progress }, waiting, send);
      const packed = pack(report) as typeof report;
      send({ kind: "task", task: { report: packed, previous, conformance, sourceDate, tools } });
      return (language) => build(language, waiting, send, worker);
    },
    end: async () => {
      listen = () => undefined;
      worker.removeAllListeners("exit");
      await worker.terminate();
    },
  };
}

function build(
  language: Language,
  waiting: Map<Language, Waiting>,
  send: (message: ToHelper) => void,
  worker: Worker,
): EditionRun {
  const entry = { composed: Promise.withResolvers<void>(), result: Promise.withResolvers<EditionResult>() };
  // Who waits for the one need not wait for the other.
  entry.composed.promise.catch(() => undefined);
  entry.result.promise.catch(() => undefined);
  waiting.set(language, entry);
  worker.ref();
  send({ kind: "build", language });
  return { composed: entry.composed.promise, result: entry.result.promise };
}

function listener(
  { printer, progress }: Pick<HelperTask, "printer" | "progress">,
  waiting: Map<Language, Waiting>,
  send: (message: ToHelper) => void,
): (message: FromHelper) => void {
  const answer = browserDesk(printer);
  return (message) => {
    if (message.kind === "begin") progress.begin(message.stage, message.language);
    else if (message.kind === "end")
      progress.end(message.stage, message.milliseconds, message.language, message.remark);
    else if (message.kind === "report") progress.report(message.diagnostics);
    else if (message.kind === "question")
      void answer(message.question).then((found) => send({ kind: "answer", id: message.id, answer: found }));
    else settle(message, waiting);
  };
}

type Settling = Extract<FromHelper, { kind: "composed" | "result" | "failed" }>;

function settle(message: Settling, waiting: Map<Language, Waiting>): void {
  const entry = waiting.get(message.language);
  if (!entry) return;
  if (message.kind === "composed") {
    entry.composed.resolve();
    return;
  }
  waiting.delete(message.language);
  if (message.kind === "result") {
    entry.result.resolve(message.result);
    return;
  }
  const error = unpackError(message.failure);
  entry.composed.reject(error);
  entry.result.reject(error);
}
