/**
 * Changes the engine in many small ways and asks whether a test notices: `npm run mutation -- [AREA …]`. Minutes for an area. Exits with 1 when fewer
 * than 85 % of an area's changes are noticed. Results in `output/mutation/AREA.json`.
 */
import { spawnSync } from "node:child_process";
import { AREAS } from "./areas.ts";

const asked = process.argv.slice(2);
for (const area of asked.length > 0 ? asked : Object.keys(AREAS)) {
  if (!AREAS[area]) throw new Error(`there is no area ${area}: ${Object.keys(AREAS).join(", ")}`);
  console.log(`== ${area}`);
  const { status } = spawnSync("npx", ["stryker", "run", "test/mutation/stryker.config.mjs"], {
    stdio: "inherit",
    env: { ...process.env, MUTATION_AREA: area },
  });
  if (status !== 0) process.exitCode = 1;
}
