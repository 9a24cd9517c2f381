import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildOnce, type Places } from "./build-process.ts";
import { type FaultResult, type FaultWorld, inPlaces, wrongAfter } from "./faults.ts";

const PRELOAD = join(import.meta.dirname, "shifted-clock.mjs");
const CLOCKS = [
  "1999-12-31T23:59:58Z",
  "2099-01-01T00:00:00Z",
  "backwards",
  "jumps",
  "1970-01-01T00:00:00Z",
  "2038-01-19T03:14:06Z",
] as const;

const builtBy = (clock: string, places: Places, words: readonly string[] = []) =>
  buildOnce(places, words, { node: ["--import", PRELOAD], variables: { SHIFTED_CLOCK: clock } });

/**
 * Builds with a wall clock that is wrong, runs backwards or jumps under the build: alone, over what another clock has built, and beside a build
 * of another time. The same bytes each time, nothing taken for abandoned that is at work, nothing left.
 */
export async function clockJumps({ expected, times }: FaultWorld): Promise<FaultResult> {
  const wrong: string[] = [];
  const note = (what: string, found: readonly string[]) =>
    wrong.push(...found.map((one) => `${what}: ${one}`));
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      const [clock, other] = [CLOCKS[time % CLOCKS.length] ?? "", CLOCKS[(time + 1) % CLOCKS.length] ?? ""];
      note(clock, wrongAfter(places, await builtBy(clock, places), expected));
      note(`${other} after ${clock}`, wrongAfter(places, await builtBy(other, places), expected));
      rmSync(join(places.output, "2030"), { recursive: true, force: true });
      const both = await Promise.all([builtBy(clock, places), builtBy(other, places, ["--force"])]);
      for (const ended of both) note(`${other} beside ${clock}`, wrongAfter(places, ended, expected));
    });
  return {
    fault:
      "the clock says 1970, 1999, 2038, 2099, runs backwards, jumps by weeks; then another one, then both at once",
    tried: times * 4,
    wrong,
    remark: "by a preload that changes Date in our process; the browser's own clock stays",
  };
}
