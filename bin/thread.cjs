// Begins the thread of a name beside the program: from the bundle as the program itself. Not an ES module: those take 20 ms longer to begin.
const { enableCompileCache } = require("node:module");
const { workerData } = require("node:worker_threads");
const { runProgram } = require("./program.mjs");

const { name, compiled, bundled } = workerData;
if (compiled) enableCompileCache?.(compiled);
void runProgram({
  chunk: `${name}-worker.cjs`,
  source: `world/thread/${name}-worker.ts`,
  program: name,
  bundled,
});
