/**
 * Measures builds against the floor: raw Puppeteer that prints the same HTML. `npm run bench [-- --quick] [--growth] [--json] [--readme]
 * [--rounds N] [--only figure,no-op] [--lengths 1,2] [--editions 1,10]`. Results go to `output/bench.json`.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Contender, contenders, SLOW } from "./contenders.ts";
import { composedDocuments, type Documents } from "./documents.ts";
import { measureEditions } from "./growth/edition-points.ts";
import { measureLengths } from "./growth/length-points.ts";
import { machine } from "./machine.ts";
import { type BenchOptions, readOptions } from "./options.ts";
import { renewReadme } from "./readme.ts";
import { type Found, recordOf } from "./record.ts";
import { copyReport, keepOutput, type ReportCopy } from "./report-copy.ts";
import { results } from "./results.ts";
import { measureAll, type Rounds } from "./rounds.ts";
import { foundTables } from "./tables.ts";

const CHECKOUT = resolve(import.meta.dirname, "../..");
const YEAR = 2021;
const SMALL = { report: join(CHECKOUT, "test/cases/libraries"), year: 2030 };

/** A quick run ends within a minute on two cores: what the documents took counts, too. */
const QUICK: Rounds = { time: 5, memory: 1, budget: 45 };
const FULL: Rounds = { time: 7, memory: 3, budget: Number.POSITIVE_INFINITY };
/** The growth curves alone need the floor only to say what machine this is. */
const GROWTH: Rounds = { time: 1, memory: 1, budget: Number.POSITIVE_INFINITY };

function usualRounds({ quick, growth }: BenchOptions): Rounds {
  if (growth === "only") return GROWTH;
  return quick ? QUICK : FULL;
}

/** The floor is always measured: the rest is told as ratios to it. */
function isWanted({ name }: Contender, { only, quick, growth }: BenchOptions): boolean {
  if (name === "floor") return true;
  if (only !== null) return only.includes(name);
  return growth !== "only" && !(quick && SLOW.includes(name));
}

async function measureCopy(copy: ReportCopy, options: BenchOptions): Promise<Found> {
  const start = performance.now();
  const documents: Documents = await composedDocuments(copy);
  await keepOutput(copy);
  const all = contenders(CHECKOUT, copy, documents).filter((contender) => isWanted(contender, options));
  const usual = usualRounds(options);
  const budget = usual.budget - (performance.now() - start) / 1000;
  const described = machine(CHECKOUT, documents.browser.version);
  const runs = await measureAll(all, copy, { ...usual, time: options.rounds ?? usual.time, budget });
  const grows = options.growth !== "without";
  const rounds = runs[0]?.times.length ?? 0;
  const lengths = { checkout: CHECKOUT, year: YEAR, times: options.lengths, rounds: Math.min(3, rounds) };
  return {
    machine: described,
    rounds,
    pages: documents.pages,
    results: results(runs),
    lengths: grows ? await measureLengths(lengths) : [],
    editions: grows ? await measureEditions({ ...SMALL, counts: options.editions }) : [],
  };
}

async function main(options: BenchOptions): Promise<void> {
  const copy = await copyReport(CHECKOUT, YEAR);
  try {
    const found = await measureCopy(copy, options);
    const record = `${JSON.stringify(recordOf(found), null, 2)}\n`;
    await mkdir(join(CHECKOUT, "output"), { recursive: true });
    await writeFile(join(CHECKOUT, "output/bench.json"), record);
    process.stdout.write(options.json ? record : `${foundTables(found).join("\n")}\n`);
    if (options.readme) await renewReadme(join(CHECKOUT, "README.md"), found);
  } finally {
    await rm(copy.root, { recursive: true, force: true });
  }
}

await main(readOptions(process.argv.slice(2)));
