/**
 * Does to builds of the small report, in processes of their own, what happens in offices: `npm run reliability -- [SEED] [--times N]`. Takes about ten
 * minutes. Exits with 1 when something is not as it should be.
 */
import { parseArgs } from "node:util";
import { buildOnce, delivered } from "./build-process.ts";
import {
  atOnce,
  browserKilled,
  clockJumps,
  type FaultWorld,
  fullDisk,
  inPlaces,
  killed,
  signalled,
  spoiledCache,
} from "./faults.ts";

const { values, positionals } = parseArgs({
  options: { times: { type: "string", default: "50" } },
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
const faults = [
  () => killed(some(1)),
  () => signalled(some(0.6)),
  () => browserKilled(some(0.4)),
  () => spoiledCache(some(0.4)),
  () => fullDisk(some(0.2)),
  () => atOnce(2, some(0.1)),
  () => atOnce(8, some(0.06)),
  () => clockJumps(some(0.06)),
];
for (const run of faults) {
  const { fault, tried, wrong, remark } = await run();
  console.log(
    `${wrong.length === 0 ? "ok   " : "WRONG"}  ${String(tried).padStart(3)} × ${fault}${remark === "" ? "" : ` (${remark})`}`,
  );
  for (const what of wrong) console.log(`         ${what.replaceAll("\n", "\n         ")}`);
  if (wrong.length > 0) process.exitCode = 1;
}
