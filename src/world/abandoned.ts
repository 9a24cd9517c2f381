import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Our process among those that share a disk: its number, and where that number means something (containers count for themselves). */
const OWNER = `${pidNamespace()}-${process.pid}`;

/** A name that nothing else has, which tells whose it is: `<prefix>4026531836-1234-<random>.tmp`. */
export function temporaryName(prefix: string): string {
  return `${prefix}${OWNER}-${randomUUID()}.tmp`;
}

/**
 * Takes away what processes that were killed have left in a folder, by the names that {@link temporaryName} gave. What belongs to a process
 * that runs, or to one of another container, stays. Never throws.
 */
export async function removeAbandoned(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const abandoned = names
    .sort()
    .filter((name) => name.startsWith(prefix) && isAbandoned(name.slice(prefix.length)));
  for (const name of abandoned)
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
}

function isAbandoned(rest: string): boolean {
  const [, namespace, pid] = /^(\d+)-(\d+)-[0-9a-f-]{36}\.tmp/.exec(rest) ?? [];
  return namespace === pidNamespace() && pid !== undefined && !runs(Number(pid));
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // A process of another user may not be asked, and runs.
    return (cause as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Number of the process namespace that we are in; 0 where the system has none. */
function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
  } catch {
    return "0";
  }
}
