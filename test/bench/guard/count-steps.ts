/**
 * Counts the work of each stage and prints it as JSON: `node --no-opt --no-maglev count-steps.ts <root> <year>`. Without the optimising
 * compilers, V8 counts every execution.
 */
import { LANGUAGES } from "../../../src/model/language.ts";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { stepClock } from "./clocks.ts";
import { type ByStage, measuredBuild } from "./one-build.ts";
import { addUp } from "./samples.ts";

const [root = "", year = ""] = process.argv.slice(2);
const printer = await openPrinter();
const clock = stepClock();
const counted: ByStage[] = [];
for (const language of LANGUAGES)
  counted.push(await measuredBuild({ root, year: Number(year), language, printer, clock: clock.now }));
clock.end();
await printer.close();
process.stdout.write(JSON.stringify(addUp(counted)));
