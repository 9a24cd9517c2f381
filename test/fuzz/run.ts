/**
 * Gives every reader inputs that nobody would write: `npm run fuzz -- [SEED] [--part 0.01] [--only NAME]`. The same seed gives the same inputs; without one,
 * the day's. Exits with 1 when a reader throws what it does not promise, or does not end; such an input is written to `output/fuzz/`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz, type Outcome } from "./campaign.ts";
import { fuzzTargets } from "./targets.ts";

const { values, positionals } = parseArgs({
  options: { part: { type: "string", default: "1" }, only: { type: "string", default: "" } },
  allowPositionals: true,
});
const seed = positionals[0] ?? new Date().toISOString().slice(0, 10);
const FOUND = join(import.meta.dirname, "../../output/fuzz");

async function keep({ target, crashes }: Outcome): Promise<void> {
  await mkdir(FOUND, { recursive: true });
  for (const { number, input, reason } of crashes) {
    const name = join(FOUND, `${target.replaceAll(" ", "-")}-${seed}-${number}`);
    await writeFile(name, Buffer.from(input, "latin1"));
    console.log(`  input ${number}, kept as ${name}:\n    ${reason.split("\n").slice(0, 4).join("\n    ")}`);
  }
}

console.log(`seed ${seed}`);
let [tried, bad] = [0, 0];
for (const target of (await fuzzTargets()).filter(({ name }) => name.includes(values.only))) {
  const outcome = await fuzz(target, seed, Number(values.part));
  const { crashes, hangs, milliseconds } = outcome;
  tried += outcome.tried;
  bad += crashes.length + hangs.length;
  console.log(
    `${target.name.padEnd(20)} ${String(outcome.tried).padStart(7)} inputs ${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${crashes.length} crashes  ${hangs.length} hangs${hangs.length > 0 ? `: inputs ${hangs.join(", ")}` : ""}`,
  );
  await keep(outcome);
}
console.log(`${tried} inputs, ${bad} findings; again with: npm run fuzz -- ${seed}`);
if (bad > 0) process.exitCode = 1;
