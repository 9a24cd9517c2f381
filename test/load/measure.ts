import { readdirSync, readFileSync } from "node:fs";

/** What this process holds at a moment. */
export interface Holding {
  /** Bytes of our own memory after a collection, by V8 and outside of it. */
  readonly memory: number;
  /** Open file descriptors. */
  readonly descriptors: number;
  /** Processes below this one, zombies among them. */
  readonly children: number;
  readonly zombies: number;
  /** Entries in the folder for temporary files. */
  readonly temporary: number;
}

/** Measures after a collection of garbage; needs `--expose-gc`. */
export function holding(temp: string): Holding {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const states = childStates();
  return {
    memory: heapUsed + external,
    descriptors: readdirSync("/proc/self/fd").length,
    children: states.length,
    zombies: states.filter((state) => state === "Z").length,
    temporary: readdirSync(temp).length,
  };
}

/** States of the processes whose parent is this one. */
function childStates(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state = "", parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
        return Number(parent) === process.pid ? [state] : [];
      } catch {
        return [];
      }
    });
}

/** A line of a table. */
export function holdingLine(
  name: string,
  { memory, descriptors, children, zombies, temporary }: Holding,
): string {
  return `${name.padEnd(26)} ${(memory / 1024 / 1024).toFixed(1).padStart(7)} MB ${String(descriptors).padStart(4)} descriptors ${String(children).padStart(3)} processes ${String(zombies).padStart(2)} zombies ${String(temporary).padStart(2)} temporary`;
}

/** What grew although the same work was done again: memory by more than a fifth and 20 MB, the rest at all. */
export function grown(before: Holding, after: Holding): string[] {
  const much = after.memory > before.memory * 1.2 && after.memory > before.memory + 20 * 1024 * 1024;
  return [
    ...(much ? ["memory"] : []),
    ...(after.descriptors > before.descriptors ? ["descriptors"] : []),
    ...(after.children > before.children ? ["processes"] : []),
    ...(after.zombies > 0 ? ["zombies"] : []),
    ...(after.temporary > 0 ? ["temporary files"] : []),
  ];
}
