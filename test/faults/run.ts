/**
 * Puts seeded faults into copies of the report and tells what catches them: `node test/faults/run.ts [SEED] [--quick]`. With the usual
 * seed and in full it also writes `docs/faults.md`. Exits with 1 when a fault is missed that something should have caught.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import { type Row, unexplained } from "./campaign.ts";
import { type Extent, pageCampaign, soundPages, soundReport, sourceCampaign } from "./campaigns.ts";
import { faultsDocument, groupTables, summary } from "./document.ts";
import { type PrintedFault, printSample } from "./print-sample.ts";

const USUAL_SEED = "2021";
const DOCUMENT = join(import.meta.dirname, "../../docs/faults.md");

async function printed(seed: string): Promise<PrintedFault[]> {
  const printer = await openPrinter();
  try {
    return await printSample(printer, seed);
  } finally {
    await printer.close();
  }
}

const words = process.argv.slice(2);
const quick = words.includes("--quick");
const seed = words.find((word) => !word.startsWith("--")) ?? USUAL_SEED;
const extent: Extent = quick
  ? { seed, inSources: 1, inPages: 1, inTurn: true }
  : { seed, inSources: 6, inPages: 2, inTurn: false };

const sound = await soundReport();
const rows: Row[] = [
  ...sourceCampaign(sound, extent),
  ...pageCampaign(await soundPages(sound.report), extent),
];
const sample = quick ? [] : await printed(seed);
const dishonest = sample.filter(
  ({ printed: inPdf, unprinted }) => !unprinted.every((one) => inPdf.includes(one)),
);
if (!quick && seed === USUAL_SEED)
  await writeFile(DOCUMENT, faultsDocument({ seed, rows, report: sound.report, printed: sample }));

console.log(`${groupTables(rows)}\n\nSeed ${seed}. ${summary(rows)}`);
for (const fault of unexplained(rows)) console.log(`missed without a reason: ${fault}`);
for (const { kind, what } of dishonest) console.log(`judged otherwise when printed: ${kind}: ${what}`);
if (unexplained(rows).length > 0 || dishonest.length > 0) process.exitCode = 1;
