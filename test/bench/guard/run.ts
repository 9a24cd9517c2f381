/**
 * The guard: fails when a stage executes a quarter more than its baseline, or takes much longer, and says which. `npm run bench:guard [-- --update]
 * [--steps]`. It knows no seconds: steps are counted, time is told as multiples of a calibration beside it (`docs/performance.md`).
 */
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { contentKey, readBaseline, writeBaseline } from "./baseline.ts";
import { complaints, judge, type Measures, type Verdict, verdictTable } from "./judge.ts";
import type { ByStage } from "./one-build.ts";
import { least, middle } from "./samples.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const YEAR = 2021;
const ROUNDS = 4;
/** How often a time that looks too long is taken again: what disturbs a measurement only adds to it. */
const TRIES = 5;
/** A baseline's time is the middle of so many. */
const BASELINE_TRIES = 5;

const { values: options } = parseArgs({
  options: {
    update: { type: "boolean", default: false },
    /** Counts steps alone. */
    steps: { type: "boolean", default: false },
  },
});

async function inProcess(flags: readonly string[], program: string, ...words: readonly string[]) {
  const command = [...flags, join(import.meta.dirname, program), ROOT, String(YEAR), ...words];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as ByStage;
}

const countSteps = () => inProcess(["--no-opt", "--no-maglev"], "count-steps.ts");
const takeTime = () => inProcess([], "take-time.ts", String(ROUNDS));

async function update(): Promise<void> {
  const times: ByStage[] = [];
  while (times.length < BASELINE_TRIES) times.push(await takeTime());
  const measures: Measures = { steps: await countSteps(), time: middle(times) };
  await writeBaseline({ content: await contentKey(ROOT, YEAR), ...measures });
}

/** Takes the time until no stage fails any more, or often enough to believe it. */
async function judgeTime(baseline: Measures): Promise<Verdict[]> {
  const times: ByStage[] = [];
  let verdicts: Verdict[] = [];
  while (times.length < TRIES) {
    times.push(await takeTime());
    verdicts = judge({ time: least(times) }, baseline);
    if (!verdicts.some(({ fails }) => fails)) break;
  }
  return verdicts;
}

async function guard(): Promise<void> {
  const baseline = await readBaseline();
  const verdicts = judge({ steps: await countSteps() }, baseline);
  if (!options.steps) verdicts.push(...(await judgeTime(baseline)));
  console.log(verdictTable(verdicts).join("\n"));
  const wrong = complaints(verdicts);
  if (wrong.length === 0) return;
  console.error(wrong.map((line) => `error: ${line}`).join("\n"));
  if (baseline.content !== (await contentKey(ROOT, YEAR)))
    console.error("  hint: the report itself has changed since, and may take more work");
  console.error(
    "  hint: where it is meant to be so, npm run bench:guard -- --update, and commit the baseline",
  );
  process.exitCode = 1;
}

await (options.update ? update() : guard());
