/**
 * Takes the time of each stage as multiples of a fixed calibration in the same process, and prints it as JSON: `node take-time.ts <root>
 * <year> <rounds>`. Printing is the browser's work: its processor time, as a multiple of what raw Puppeteer takes for the same document.
 */
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { processTree } from "../process-tree.ts";
import { launchRaw } from "../raw-browser.ts";
import { calibrate } from "./calibration.ts";
import { threadClock, treeClock, undisturbedClock } from "./clocks.ts";
import { type ByStage, measuredBuild } from "./one-build.ts";
import { inUnitsOf, least } from "./samples.ts";

const [root = "", year = "", rounds = ""] = process.argv.slice(2);
const LANGUAGE = "ja";

const ours = await openPrinter();
const raw = await launchRaw(ours.browser.path, ours.browser.libraries ?? "");
let document = "";
const printer = {
  ...ours,
  open: (html: string) => {
    document = html;
    return ours.open(html);
  },
};
const edition = { root, year: Number(year), language: LANGUAGE, printer } as const;

function withBrowser(pid: number | undefined): () => number {
  const browser = treeClock(processTree(pid ?? 0));
  return () => threadClock() + browser();
}

async function printRaw(clock: () => number): Promise<number> {
  const start = clock();
  const page = await raw.newPage();
  await page.setContent(document);
  await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const taken = clock() - start;
  await page.close();
  return taken;
}

const prints = { ours: withBrowser(ours.processId), raw: withBrowser(raw.process()?.pid) };
const stages: ByStage[] = [];
const units: number[] = [];
const printed: number[] = [];
const printedRaw: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  units.push(calibrate(undisturbedClock));
  stages.push(await measuredBuild({ ...edition, clock: undisturbedClock }));
  units.push(calibrate(undisturbedClock));
  printed.push((await measuredBuild({ ...edition, clock: prints.ours })).print ?? Number.NaN);
  printedRaw.push(await printRaw(prints.raw));
}
await Promise.all([ours.close(), raw.close()]);
const print = Math.min(...printed) / Math.min(...printedRaw);
process.stdout.write(JSON.stringify({ ...inUnitsOf(Math.min(...units), least(stages)), print }));
