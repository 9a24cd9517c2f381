/**
 * Which lines of `src` the tests run: `npm run coverage -- [PATTERN …]`. Vitest counts what its workers run; what the processes run that tests start
 * (`node src/cli/main.ts …`) comes from V8's own reports. What runs in a browser only (`src/preview/browser`, scripts of the web edition), and what runs as
 * the bundle of `dist/`, counts as not run. Exits with 1 below 90 % of all lines, or when a test fails. By file in `output/coverage/lines.json`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type FileStatements, fileLines } from "./lines.ts";
import { runCharacters } from "./processes.ts";

const ROOT = join(import.meta.dirname, "../..");
const OUT = join(ROOT, "output/coverage");
const PROCESSES = join(OUT, "processes");
const LEAST = 90;

const share = (run: number, all: number): number => (all === 0 ? 100 : (100 * run) / all);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(PROCESSES, { recursive: true });
const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
// Counting makes all slower: what fails by its time is tried again, and has more of it. Whether tests pass on an idle machine is for `npm test` to say.
const patience = ["--testTimeout=240000", "--hookTimeout=300000", "--retry=2"];
const words = [vitest, "run", "--coverage", ...patience, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, COVERAGE_OF_PROCESSES: PROCESSES },
});

const statements = JSON.parse(readFileSync(join(OUT, "coverage-final.json"), "utf8")) as Record<
  string,
  FileStatements
>;
const processes = runCharacters(PROCESSES, ROOT);
rmSync(PROCESSES, { recursive: true });
const files = Object.values(statements).map((file) => fileLines(file, processes));
const all = files.reduce((sum, file) => sum + file.all, 0);
const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
const percent = share(all - missed, all);

const told = files
  .map(({ path, ...file }) => ({ path: relative(ROOT, path), ...file }))
  .sort((a, b) => b.missed.length - a.missed.length);
writeFileSync(join(OUT, "lines.json"), JSON.stringify(told, null, 1));
for (const file of told.slice(0, 25))
  console.log(`${String(file.missed.length).padStart(5)} of ${String(file.all).padStart(4)}  ${file.path}`);
console.log(
  `${(all - missed).toLocaleString("en")} of ${all.toLocaleString("en")} lines of src: ${percent.toFixed(1)} %`,
);
if (percent < LEAST) console.log(`fewer than ${LEAST} %`);
process.exitCode = status !== 0 || percent < LEAST ? 1 : 0;
