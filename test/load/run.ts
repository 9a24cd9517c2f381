/**
 * Builds the small report again and again in one process: `npm run load -- [--editions 200] [--builds 20]`. First many editions with one browser, then
 * builds with a browser each. Exits with 1 when memory, descriptors, processes or temporary files grow.
 */
import { parseArgs } from "node:util";
import { openSteadyPrinter } from "../../src/world/browser/steady-printer.ts";
import { buildHere, withPlaces } from "./builds.ts";
import { grown, type Holding, holding, holdingLine } from "./measure.ts";

const { values } = parseArgs({
  options: { editions: { type: "string", default: "200" }, builds: { type: "string", default: "20" } },
});
const EDITIONS_A_BUILD = 4;
/** What is loaded once, and caches that fill, are there after so many. */
const WARM = 5;

await withPlaces(async (places) => {
  await buildHere(places);
  const start = holding(places.temp);
  console.log(holdingLine("before", start));
  const printer = await openSteadyPrinter();
  const rounds = Math.ceil(Number(values.editions) / EDITIONS_A_BUILD);
  const inOne = await repeated(rounds, "editions", EDITIONS_A_BUILD, () => buildHere(places, printer));
  await printer.close();
  const builds = await repeated(Number(values.builds), "builds", 1, () => buildHere(places));
  const end = holding(places.temp);
  console.log(holdingLine("after", end));
  const wrong = [
    ...inOne,
    ...builds,
    ...grown({ ...end, descriptors: start.descriptors, children: start.children }, end),
  ];
  console.log(wrong.length === 0 ? "nothing grew" : `grew: ${wrong.join(", ")}`);
  if (wrong.length > 0) process.exitCode = 1;

  async function repeated(times: number, what: string, each: number, work: () => Promise<void>) {
    let warm: Holding | undefined;
    let now = holding(places.temp);
    for (let time = 1; time <= times; time++) {
      await work();
      now = holding(places.temp);
      if (time === WARM) warm = now;
      if (time % WARM === 0) console.log(holdingLine(`${time * each} ${what}`, now));
    }
    // A browser that runs has its own temporary folder.
    return warm ? grown(warm, now).filter((one) => one !== "temporary files") : [];
  }
});
