import { parentPort } from "node:worker_threads";
import { openSteadyPrinter } from "../browser/steady-printer.ts";
import { undoAll } from "../ending.ts";
import { browserDesk } from "./browser-desk.ts";
import type { Answered, Asked, Restarted } from "./messages.ts";

// The program of the browser's thread: launches the browser at once, then answers.

const printer = openSteadyPrinter({
  onRestart: ({ message }) => {
    const told: Restarted = { restarted: message };
    parentPort?.postMessage(told);
  },
});
// Who asks is told of it.
printer.catch(() => undefined);
const answer = browserDesk(printer, undoAll);

parentPort?.on("message", async ({ id, question }: Asked) => {
  const answered: Answered = { id, answer: await answer(question) };
  parentPort?.postMessage(answered);
});
