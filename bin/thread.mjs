// Begins a thread beside the program: from the bundle as the program itself, with its compiled code kept.
import * as module from "node:module";
import { workerData } from "node:worker_threads";
import { programFrom } from "./bundle-stamp.mjs";

if (workerData?.compiled) module.enableCompileCache?.(workerData.compiled);
await import(programFrom("workshop-worker.mjs", "world/thread/workshop-worker.ts"));
