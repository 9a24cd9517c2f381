import { parentPort, workerData } from "node:worker_threads";
import type { Language } from "../model/language.ts";
import { createCache, NO_CACHE } from "../pipeline/cache/store.ts";
import { buildEdition, type EditionWorld } from "../pipeline/edition.ts";
import type { Progress } from "../pipeline/progress.ts";
import { takingTurns } from "../pipeline/turns.ts";
import { readFont } from "../world/fonts.ts";
import { outputOnDisk } from "../world/output.ts";
import { distantPrinter } from "../world/thread/browser-desk.ts";
import { packError, unpackError } from "../world/thread/failure.ts";
import type { Answer, FromHelper, HelperFolders, Question, ToHelper } from "../world/thread/messages.ts";
import { unpack } from "../world/thread/pack.ts";

// The program of the helper thread: builds the editions that it is told to, and asks the main thread for all that the browser does.

const { output, caching } = workerData as HelperFolders;
const send = (message: FromHelper) => parentPort?.postMessage(message);

const questions = new Map<number, PromiseWithResolvers<unknown>>();
let asked = 0;

function ask(question: Question): Promise<unknown> {
  const id = asked++;
  const answer = Promise.withResolvers<unknown>();
  questions.set(id, answer);
  send({ kind: "question", id, question });
  return answer.promise;
}

function settle(id: number, answer: Answer): void {
  const question = questions.get(id);
  questions.delete(id);
  if ("failure" in answer) question?.reject(unpackError(answer.failure));
  else question?.resolve(answer.value);
}

const progress: Progress = {
  begin: (stage, language) => send({ kind: "begin", stage, language }),
  end: (stage, milliseconds, language, remark) =>
    send({ kind: "end", stage, milliseconds, language, remark }),
  report: (diagnostics) => send({ kind: "report", diagnostics }),
};

type Task = Extract<ToHelper, { kind: "task" }>["task"];

/** The world of an edition that is built here. */
function worldOf({ report: _, ...task }: Task): EditionWorld {
  return {
    ...task,
    readFont,
    printer: Promise.resolve(distantPrinter(ask)),
    cache: caching ? createCache(outputOnDisk(output, { durable: false })) : NO_CACHE,
    printing: takingTurns(1),
    progress,
    now: () => performance.now(),
  };
}

let task: Task | undefined;
let world: EditionWorld | undefined;

async function build(language: Language): Promise<void> {
  try {
    if (!task || !world) throw new Error("an edition is asked for before the report is there");
    const { composed, result } = buildEdition(task.report, language, world);
    composed.then(
      () => send({ kind: "composed", language }),
      () => undefined,
    );
    send({ kind: "result", language, result: await result });
  } catch (cause) {
    send({ kind: "failed", language, failure: packError(cause) });
  }
}

parentPort?.on("message", (message: ToHelper) => {
  if (message.kind === "answer") return settle(message.id, message.answer);
  if (message.kind === "build") return void build(message.language);
  task = { ...message.task, report: unpack(message.task.report) };
  world = worldOf(task);
});
