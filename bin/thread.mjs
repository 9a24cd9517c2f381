// Begins a thread beside the program: from the bundle as the program itself.
import * as module from "node:module";
import { workerData } from "node:worker_threads";
import { runProgram } from "./program.mjs";

if (workerData?.compiled) module.enableCompileCache?.(workerData.compiled);
await runProgram({
  chunk: "workshop-worker.cjs",
  source: "world/thread/workshop-worker.ts",
  program: "workshop",
});
