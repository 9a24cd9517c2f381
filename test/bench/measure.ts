import { spawn } from "node:child_process";
import type { Contender } from "./contenders.ts";
import { applyEdit, type ReportCopy, resetOutput } from "./report-copy.ts";

/** What one run took. */
export interface Run {
  /** Whole process, in seconds. */
  readonly seconds: number;
  /** Milliseconds by stage, summed over the editions; stages run side by side, so they add up to more than the run. */
  readonly stages: Readonly<Record<string, number>>;
}

/** Runs a contender once, from its own state of things. Throws when it fails: a failure is quick. */
export async function measure(contender: Contender, copy: ReportCopy): Promise<Run> {
  await resetOutput(copy, contender.built);
  const undo = await applyEdit(copy, contender.edit);
  try {
    return await run(contender);
  } finally {
    await undo();
  }
}

function run({ name, command }: Contender): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...command], { stdio: ["ignore", "ignore", "pipe"] });
    let talk = "";
    child.stderr.on("data", (piece) => {
      talk += String(piece);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, stages: stageTimes(talk) });
      else reject(new Error(`${name} ended with ${code}:\n${talk}`));
    });
  });
}

/** Reads `[6/9] print en  812 ms` from the progress. */
function stageTimes(talk: string): Record<string, number> {
  const stages: Record<string, number> = {};
  for (const [, stage = "", time] of talk.matchAll(/^\[\d\/9\] (\w+)(?: [\w-]+)? +(\d+) ms/gm))
    stages[stage] = (stages[stage] ?? 0) + Number(time);
  return stages;
}
