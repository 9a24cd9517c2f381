/**
 * Does to builds of the small report, in processes of their own, what happens in offices: `npm run reliability -- [SEED] [--times N] [--only NAME,NAME]`. Takes about ten
 * minutes. Exits with 1 when something is not as it should be.
 */
import { parseArgs } from "node:util";
import { browserHangs, browserOutOfMemory, rendererCrashes } from "./browser-faults.ts";
import { buildOnce, delivered } from "./build-process.ts";
import { clockJumps } from "./clock.ts";
import {
  atOnce,
  browserKilled,
  type FaultResult,
  type FaultWorld,
  fullDisk,
  inPlaces,
  killed,
  signalled,
  spoiledCache,
} from "./faults.ts";
import { previewsSignalled } from "./previews.ts";
import { openInViewer } from "./viewers.ts";

const { values, positionals } = parseArgs({
  options: { times: { type: "string", default: "50" }, only: { type: "string", default: "" } },
  allowPositionals: true,
});
const seed = positionals[0] ?? "2021";
const times = Number(values.times);

const expected = await inPlaces(async (places) => {
  const { status, said } = await buildOnce(places);
  if (status !== 0) throw new Error(said);
  return delivered(places.output);
});
const some = (part: number): FaultWorld => ({ expected, seed, times: Math.max(1, Math.round(times * part)) });

console.log(`seed ${seed}`);
const FAULTS: Readonly<Record<string, () => Promise<FaultResult>>> = {
  killed: () => killed(some(1)),
  signalled: () => signalled(some(0.6)),
  previews: () => previewsSignalled(some(0.24)),
  browser: () => browserKilled(some(0.4)),
  crashes: () => rendererCrashes(some(0.28)),
  hangs: () => browserHangs(some(0.28)),
  memory: () => browserOutOfMemory(some(0.28)),
  cache: () => spoiledCache(some(0.4)),
  disk: () => fullDisk(some(0.2)),
  two: () => atOnce(2, some(0.1)),
  eight: () => atOnce(8, some(0.06)),
  viewers: () => openInViewer(some(0.1)),
  clock: () => clockJumps(some(0.12)),
};
const wanted = Object.entries(FAULTS).filter(
  ([name]) => values.only === "" || values.only.split(",").includes(name),
);
for (const [, run] of wanted) {
  const { fault, tried, wrong, remark } = await run();
  console.log(
    `${wrong.length === 0 ? "ok   " : "WRONG"}  ${String(tried).padStart(3)} × ${fault}${remark === "" ? "" : ` (${remark})`}`,
  );
  for (const what of wrong) console.log(`         ${what.replaceAll("\n", "\n         ")}`);
  if (wrong.length > 0) process.exitCode = 1;
}
