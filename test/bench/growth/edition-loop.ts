/**
 * Builds small reports one after the other in one process, each from nothing and with a browser of its own: `node --expose-gc edition-loop.ts
 * <root> <output> <editions> <first year>`. The report of the year before is built twice first, unmeasured, so that the process is warm.
 * Writes a line of JSON to stdout when it is warm, and one for each report.
 */
import { join } from "node:path";
import { readArguments } from "../../../src/cli/arguments.ts";
import { buildWorld } from "../../../src/cli/commands/build.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import { build } from "../../../src/pipeline/build.ts";
import { editionPlan, type PlannedReport } from "./edition-plan.ts";

/** A line about one report; of no editions when the process is warm. */
export interface BuiltReport {
  readonly editions: number;
  readonly seconds: number;
  /** Bytes of live objects afterwards. */
  readonly heap: number;
}

async function buildOne({ year, languages }: PlannedReport, name = String(year)): Promise<number> {
  const start = performance.now();
  const words = ["build", "--json", "--root", root, "--out", join(output, name)];
  const world = await buildWorld(readArguments(words, COMMANDS));
  const { editions } = await build({ year, languages, draft: false, conformance: null }, world);
  if (editions.length !== languages.length || editions.some(({ finished }) => !finished))
    throw new Error(`not all editions of ${year} were built`);
  await world.workshop.end();
  return (performance.now() - start) / 1000;
}

const [root = "", output = "", count = "", first = ""] = process.argv.slice(2);
const [warmUp] = editionPlan(4, Number(first) - 1);
if (warmUp) for (const name of ["warm-1", "warm-2"]) await buildOne(warmUp, name);
const tell = (line: BuiltReport) => process.stdout.write(`${JSON.stringify(line)}\n`);
tell({ editions: 0, seconds: 0, heap: 0 });
for (const report of editionPlan(Number(count), Number(first))) {
  const seconds = await buildOne(report);
  globalThis.gc?.();
  tell({ editions: report.languages.length, seconds, heap: process.memoryUsage().heapUsed });
}
