/**
 * Measures builds against the floor: raw Puppeteer that prints the same HTML. `npm run bench [-- --quick] [--json] [--rounds N]
 * [--only figure,no-op]`. Contenders take turns, so that a busy machine is busy for all. Results go to `output/bench.json`.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Contender, contenders } from "./contenders.ts";
import { composedDocuments } from "./documents.ts";
import { machine } from "./machine.ts";
import { measure, type Run } from "./measure.ts";
import { copyReport, keepOutput } from "./report-copy.ts";
import { median, ratios, type Summary, summarise } from "./statistics.ts";

const CHECKOUT = resolve(import.meta.dirname, "../..");
const YEAR = 2021;
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    only: { type: "string" },
  },
});
/** What `--quick` leaves out. */
const SLOW = ["style", "korean"];

interface Result {
  readonly name: string;
  readonly about: string;
  readonly seconds: Summary;
  /** To the floor of the same round. */
  readonly ratio: Summary;
  /** Medians in milliseconds, summed over the editions. */
  readonly stages: Readonly<Record<string, number>>;
}

function results(all: readonly Contender[], runs: ReadonlyMap<string, readonly Run[]>): Result[] {
  const secondsOf = (name: string) => (runs.get(name) ?? []).map(({ seconds }) => seconds);
  return all.map(({ name, about }) => ({
    name,
    about,
    seconds: summarise(secondsOf(name)),
    ratio: ratios(secondsOf(name), secondsOf("floor")),
    stages: stageMedians(runs.get(name) ?? []),
  }));
}

function stageMedians(runs: readonly Run[]): Record<string, number> {
  const names = new Set(runs.flatMap(({ stages }) => Object.keys(stages)));
  return Object.fromEntries(
    [...names].map((name) => [name, median(runs.map(({ stages }) => stages[name] ?? 0))]),
  );
}

async function measureAll(all: readonly Contender[], rounds: number, copy: Parameters<typeof measure>[1]) {
  const runs = new Map<string, Run[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of all) runs.get(contender.name)?.push(await measure(contender, copy));
  return runs;
}

function row({ name, seconds, ratio, about }: Result): string {
  const show = ({ median: middle, least, most }: Summary) =>
    `${middle.toFixed(2).padStart(6)} (${least.toFixed(2)}–${most.toFixed(2)})`.padEnd(22);
  return `${name.padEnd(9)}${show(seconds)}${show(ratio)}${about}`;
}

/** The floor is always measured: the rest is told as ratios to it. */
function isWanted(name: string): boolean {
  if (name === "floor") return true;
  if (options.only !== undefined) return options.only.split(",").includes(name);
  return !options.quick || !SLOW.includes(name);
}

async function main(): Promise<void> {
  const copy = await copyReport(CHECKOUT, YEAR);
  try {
    const documents = await composedDocuments(copy);
    const all = contenders(CHECKOUT, copy, documents).filter(({ name }) => isWanted(name));
    const cold = contenders(CHECKOUT, copy, documents).find(({ name }) => name === "cold");
    if (cold) await measure(cold, copy);
    await keepOutput(copy);
    const rounds = Number(options.rounds ?? (options.quick ? 3 : 7));
    const found = results(all, await measureAll(all, rounds, copy));
    const record = {
      machine: machine(CHECKOUT, documents.browser.version),
      rounds,
      pages: documents.pages,
      floorSeconds: found[0]?.seconds.median,
      results: found,
    };
    await mkdir(join(CHECKOUT, "output"), { recursive: true });
    await writeFile(join(CHECKOUT, "output/bench.json"), `${JSON.stringify(record, null, 2)}\n`);
    if (options.json) console.log(JSON.stringify(record, null, 2));
    else console.log(["         seconds               × floor", ...found.map(row)].join("\n"));
  } finally {
    await rm(copy.root, { recursive: true, force: true });
  }
}

await main();
