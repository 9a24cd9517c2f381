import type { Stage } from "../../../src/pipeline/stages.ts";
import { median } from "../statistics.ts";
import type { ByStage } from "./one-build.ts";

/** What stages took in several builds together. */
export function addUp(builds: readonly ByStage[]): ByStage {
  return joined(builds, (amounts) => amounts.reduce((sum, amount) => sum + amount, 0));
}

/** The least that stages took in several builds: whatever disturbs a measurement only adds to it. */
export function least(builds: readonly ByStage[]): ByStage {
  return joined(builds, (amounts) => Math.min(...amounts));
}

/** The middle of what stages took in several builds. */
export function middle(builds: readonly ByStage[]): ByStage {
  return joined(builds, median);
}

/** What stages took as multiples of a unit. */
export function inUnitsOf(unit: number, stages: ByStage): ByStage {
  return joined([stages], ([amount = Number.NaN]) => amount / unit);
}

function joined(builds: readonly ByStage[], join: (amounts: readonly number[]) => number): ByStage {
  const names = [...new Set(builds.flatMap((stages) => Object.keys(stages) as Stage[]))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      join(builds.flatMap((stages) => (stages[name] === undefined ? [] : [stages[name]]))),
    ]),
  );
}
