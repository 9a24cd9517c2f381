import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LIBRARIES } from "../support/report.ts";

const PROGRAM = join(import.meta.dirname, "../../bin/whitepaper.mjs");

/** Where a build of the small report writes. */
export interface Places {
  readonly output: string;
  /** Folder for temporary files: nothing may be left in it. */
  readonly temp: string;
}

/** What a build in a process of its own came to. */
export interface Ended {
  /** Exit code, or the signal that ended it. */
  readonly status: number | string;
  readonly milliseconds: number;
  readonly said: string;
}

/** A build under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  readonly said: () => string;
}

/** How a process is started: options of Node, and variables of the environment. */
export interface Start {
  readonly node?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts a build of the small report. */
export function startBuild(places: Places, words: readonly string[] = [], how: Start = {}): Running {
  return startCommand(["build", "--root", LIBRARIES, "--out", places.output, ...words], places.temp, how);
}

/** Starts a command, with a folder for temporary files of its own. */
export function startCommand(
  words: readonly string[],
  temp: string,
  { node = [], variables = {} }: Start = {},
): Running {
  const start = performance.now();
  const child = spawn(process.execPath, [...node, PROGRAM, ...words], {
    env: { ...process.env, TMPDIR: temp, CI: "1", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (status, signal) =>
      resolve({ status: signal ?? status ?? "unknown", milliseconds: performance.now() - start, said }),
    );
  });
  return { child, ended, said: () => said };
}

/** Builds the small report to its end. */
export function buildOnce(places: Places, words: readonly string[] = [], how: Start = {}): Promise<Ended> {
  return startBuild(places, words, how).ended;
}

/** Hashes of what was delivered, by path below the output folder; the cache and hidden files are left out. */
export function delivered(output: string): Record<string, string> {
  if (!existsSync(output)) return {};
  const paths = readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")) && /\.\w+$/.test(path))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(output, path)))
        .digest("hex"),
    ]),
  );
}

/** PDFs in an output folder that are not whole. */
export function brokenPdfs(output: string): string[] {
  return Object.keys(delivered(output)).filter((path) => {
    if (!path.endsWith(".pdf")) return false;
    const bytes = readFileSync(join(output, path)).toString("latin1");
    return !bytes.startsWith("%PDF-") || !/%%EOF\s*$/.test(bytes);
  });
}

/** Files that an unfinished write has left below a folder. */
export function unfinished(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tmp"))
    .sort();
}

/** Numbers of the processes, not yet reaped ones left out, whose command line names a folder. */
export function processesIn(folder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number)
    .sort((a, b) => a - b);
}

/** Waits until something holds; false when it does not within some milliseconds. */
export async function becomes(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
