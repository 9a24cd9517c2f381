#!/usr/bin/env node
// Runs the command with the pinned Node, whatever Node started this file.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
const node = existsSync(pinned) ? pinned : process.execPath;
const { status, signal } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? (signal ? 130 : 3);
