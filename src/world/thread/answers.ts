import { parentPort } from "node:worker_threads";
import { undoAll } from "../ending.ts";
import { faultOf } from "./faults.ts";
import type { Answer, Order } from "./thread.ts";

/** Answers to all orders that come to this thread, until it is told to end. */
export function answerOrders<Work>(answer: (work: Work) => unknown): void {
  parentPort?.on("message", (order: Order<Work> | "end") => {
    if (order === "end") void undoAll().then(() => process.exit());
    else void answerTo(order, answer).then((said) => parentPort?.postMessage(said));
  });
}

/** Says something that nobody has asked for. */
export function say(news: unknown): void {
  const said: Answer = { news };
  parentPort?.postMessage(said);
}

async function answerTo<Work>({ id, work }: Order<Work>, answer: (work: Work) => unknown): Promise<Answer> {
  try {
    return { id, result: await answer(work) };
  } catch (cause) {
    return { id, fault: faultOf(cause) };
  }
}
