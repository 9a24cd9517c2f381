import { createRandom } from "../faults/random.ts";
import { LIBRARIES } from "../support/report.ts";
import { becomes, processesIn, startCommand } from "./build-process.ts";
import { type FaultResult, type FaultWorld, inPlaces, leftBehind } from "./faults.ts";

/** Tells a preview to end, while it starts, waits, or prints: it does so in two seconds, and nothing is left. */
export async function previewsSignalled({ times, seed }: FaultWorld): Promise<FaultResult> {
  const random = createRandom(`${seed} previews`);
  const wrong: string[] = [];
  const waits: number[] = [];
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      const signal = random.pick(["SIGINT", "SIGTERM", "SIGHUP"] as const) ?? "SIGINT";
      const words = ["preview", "--root", LIBRARIES, "--out", places.output];
      const { child, ended, said } = startCommand(words, places.temp);
      await becomes(() => /http:\/\/127/.test(said()), 30_000);
      await new Promise((resolve) => setTimeout(resolve, random.below(4_000)));
      const start = performance.now();
      child.kill(signal);
      const { status } = await ended;
      waits.push(performance.now() - start);
      const gone = await becomes(() => processesIn(places.temp).length === 0, 2_000);
      const found = [...(gone ? [] : ["a browser is left"]), ...leftBehind(places)];
      const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
      if (status !== 0 && status !== codes[signal]) found.push(`exit ${status}: ${said().slice(-300)}`);
      wrong.push(...found.map((what) => `${signal}: ${what}`));
    });
  return {
    fault: "SIGINT, SIGTERM, SIGHUP at random moments of a preview",
    tried: times,
    wrong,
    remark: `ended after ${Math.round(Math.max(...waits))} ms at most`,
  };
}
