import type { Stage } from "../../../src/pipeline/stages.ts";
import type { ByStage } from "./one-build.ts";

/** What is measured of each stage. */
export interface Measures {
  /** Executed characters of JavaScript (`clocks.ts`): exact. */
  readonly steps: ByStage;
  /** Time as a multiple of the calibration's; of print: processor time as a multiple of raw Puppeteer's. */
  readonly time: ByStage;
}

/** Measures as they are committed. */
export interface Baseline extends Measures {
  /** Hash of the report that was built: another report takes other work. */
  readonly content: string;
}

/** A stage that takes more than these multiples of its baseline fails. Time allows for another machine than the baseline's. */
export const LIMITS: Readonly<Record<keyof Measures, number>> = { steps: 1.25, time: 1.4 };

/** Stages that take less than this multiple of the calibration are too short to be timed: their steps are judged alone. */
export const SHORTEST = 0.5;

/** One stage held against its baseline. */
export interface Verdict {
  readonly stage: Stage;
  readonly measure: keyof Measures;
  /** To the baseline; NaN where one of both was not measured. */
  readonly change: number;
  readonly fails: boolean;
}

/** Holds every stage of measures and baseline against each other; a stage that only one of both has fails. */
export function judge(measures: Partial<Measures>, baseline: Measures): Verdict[] {
  return (["steps", "time"] as const).flatMap((measure) => {
    const now = measures[measure];
    return now === undefined ? [] : judgeStages(measure, now, baseline[measure]);
  });
}

function judgeStages(measure: keyof Measures, now: ByStage, before: ByStage): Verdict[] {
  const stages = [...new Set([...Object.keys(before), ...Object.keys(now)])] as Stage[];
  return stages.flatMap((stage) => {
    const [amount, base] = [now[stage], before[stage]];
    if (measure === "time" && (base ?? 0) < SHORTEST && (amount ?? 0) < SHORTEST) return [];
    const change = (amount ?? Number.NaN) / (base ?? Number.NaN);
    return [{ stage, measure, change, fails: !(change <= LIMITS[measure]) }];
  });
}

const NAMES: Record<keyof Measures, string> = {
  steps: "executes × the JavaScript",
  time: "takes × the time",
};

/** What is wrong, a line for each stage that fails; none when all is well. */
export function complaints(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(({ fails }) => fails)
    .map(({ stage, measure, change }) =>
      Number.isNaN(change)
        ? `${stage}: nothing to compare its ${measure} with`
        : `${stage} ${NAMES[measure].replace("×", `${change.toFixed(2)} ×`)} of its baseline (limit ${LIMITS[measure]})`,
    );
}

/** All verdicts as a table: a line for each stage. */
export function verdictTable(verdicts: readonly Verdict[]): string[] {
  const stages = [...new Set(verdicts.map(({ stage }) => stage))];
  const cell = (stage: Stage, measure: keyof Measures) => {
    const found = verdicts.find((one) => one.stage === stage && one.measure === measure);
    return (found ? found.change.toFixed(2) : "–").padStart(7);
  };
  return [
    "           steps   time   × baseline",
    ...stages.map((stage) => `${stage.padEnd(9)}${cell(stage, "steps")}${cell(stage, "time")}`),
  ];
}
