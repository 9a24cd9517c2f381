import type { Contender } from "./contenders.ts";
import { measure, measureMemory, type Run } from "./measure.ts";
import type { ReportCopy } from "./report-copy.ts";
import type { Runs } from "./results.ts";

/** How often what is measured. */
export interface Rounds {
  readonly time: number;
  readonly memory: number;
  /** Seconds after which no further round of times begins, but for the first. */
  readonly budget: number;
}

/** Runs all contenders in turn, round after round, so that what slows the machine slows all of them; memory first, which also warms the disk. */
export async function measureAll(
  all: readonly Contender[],
  copy: ReportCopy,
  { time, memory, budget }: Rounds,
): Promise<Runs[]> {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const peaks = await inTurn(
    all,
    memory,
    (contender) => measureMemory(contender, copy),
    () => true,
  );
  let longest = 0;
  let before = elapsed();
  const times = await inTurn(
    all,
    time,
    (contender) => measure(contender, copy),
    (round) => {
      const now = elapsed();
      if (round > 0) longest = Math.max(longest, now - before);
      before = now;
      return round === 0 || now + longest < budget;
    },
  );
  return all.map((contender, index) => ({
    contender,
    times: (times[index] ?? []) as Run[],
    memory: peaks[index] ?? [],
  }));
}

async function inTurn<T>(
  all: readonly Contender[],
  rounds: number,
  work: (contender: Contender) => Promise<T>,
  goesOn: (round: number) => boolean,
): Promise<T[][]> {
  const done: T[][] = all.map(() => []);
  for (let round = 0; round < rounds && goesOn(round); round++)
    for (const [index, contender] of all.entries()) done[index]?.push(await work(contender));
  return done;
}
