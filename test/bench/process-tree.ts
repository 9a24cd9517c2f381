import { readdirSync, readFileSync } from "node:fs";

/** A process and all that it started, as long as they live. */
export interface ProcessTree {
  /** Numbers of the processes that live now. */
  members(): number[];
}

/** The tree below a process, from Linux's `/proc`; empty on other systems. A process whose parent ended before it was seen is missed. */
export function processTree(root: number): ProcessTree {
  /** Whether each process that was ever seen belongs to the tree: those that do not are read once. */
  const known = new Map<number, boolean>([[root, true]]);
  const belongs = (pid: number, depth = 0): boolean => {
    const answer = known.get(pid) ?? (depth < 64 && pid > 1 && belongs(parentOf(pid), depth + 1));
    known.set(pid, answer);
    return answer;
  };
  return { members: () => livingProcesses().filter((pid) => belongs(pid)) };
}

function livingProcesses(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, "latin1")).parent;
  } catch {
    return 0;
  }
}

/** Parent and processor time (user and system, in clock ticks) from `/proc/<pid>/stat`; the name in it may hold anything, brackets too. */
export function parseStat(text: string): { readonly parent: number; readonly ticks: number } {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** Bytes that a process tree holds now: the sum of PSS, in which a page that several processes share is divided among them. */
export function proportionalMemory(tree: ProcessTree): number {
  return tree.members().reduce((sum, pid) => sum + pss(pid), 0);
}

function pss(pid: number): number {
  try {
    return parsePss(readFileSync(`/proc/${pid}/smaps_rollup`, "latin1"));
  } catch {
    return 0;
  }
}

/** Bytes of PSS in `/proc/<pid>/smaps_rollup`. */
export function parsePss(text: string): number {
  const [, kibibytes = "0"] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
  return Number(kibibytes) * 1024;
}
