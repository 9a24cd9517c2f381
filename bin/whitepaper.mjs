#!/usr/bin/env node
// Runs the command with the pinned Node, whatever Node started this file: in this process where that is the one.
import { realpathSync } from "node:fs";
import * as module from "node:module";
import { constants, homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileLater } from "./compile-later.mjs";
import { runProgram } from "./program.mjs";

const COMMAND = /^[a-z]{1,20}$/;
/** The command that runs for hours. */
const STAYS = "preview";

function pinnedNode() {
  try {
    return realpathSync(fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url)));
  } catch {
    return realpathSync(process.execPath);
  }
}

const pinned = pinnedNode();
if (pinned === realpathSync(process.execPath)) {
  // Before any TypeScript is imported: once all of it is found compiled, Node does not load its compiler.
  const home = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  module.enableCompileCache?.(join(home, "whitepaper-publisher", "compiled"));
  const command = COMMAND.exec(process.argv[2] ?? "")?.[0] ?? "none";
  // Before anything of the program is loaded: compiled code is kept for a V8 with the same settings.
  if (command !== STAYS) compileLater();
  await runProgram({ chunk: "main.cjs", source: "cli/main.ts", program: command });
} else {
  const { spawn } = await import("node:child_process");
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(pinned, words, { stdio: "inherit" });
  // Who ends this process means the other one, which cleans up behind itself. A terminal tells both.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (cause) => {
    process.stderr.write(`error: ${cause.message} [node-not-started]\n  hint: run npm ci in the checkout\n`);
    process.exitCode = 3;
  });
  child.on("exit", (status, signal) => {
    process.exitCode = status ?? (signal ? 128 + constants.signals[signal] : 3);
  });
}
