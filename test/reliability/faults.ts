import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../faults/random.ts";
import {
  becomes,
  brokenPdfs,
  buildOnce,
  delivered,
  type Ended,
  type Places,
  processesIn,
  startBuild,
  unfinished,
} from "./build-process.ts";
import { spoil } from "./spoil-cache.ts";

/** What faults share: the right bytes, how often to try, and the choices. */
export interface FaultWorld {
  readonly expected: Record<string, string>;
  readonly times: number;
  readonly seed: string;
}

/** What came of a fault: how often it was tried, and what was not as it should be. */
export interface FaultResult {
  readonly fault: string;
  readonly tried: number;
  readonly wrong: readonly string[];
  readonly remark: string;
}

/** A place of its own for some builds, taken away afterwards. */
export async function inPlaces<T>(work: (places: Places) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "whitepaper-test-"));
  const places = { output: join(root, "output"), temp: join(root, "temp") };
  mkdirSync(places.temp);
  try {
    return await work(places);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether two things are written alike. */
export const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** What is wrong with what lies there after a build that should have gone well. */
export function wrongAfter(places: Places, ended: Ended, expected: Record<string, string>): string[] {
  return [
    ...(ended.status === 0 ? [] : [`exit ${ended.status}: ${ended.said.slice(-400)}`]),
    ...(same(delivered(places.output), expected) ? [] : ["other bytes"]),
    ...leftBehind(places),
  ];
}

/** What a build has left that it should not, and PDFs that are not whole. */
export function leftBehind({ output, temp }: Places): string[] {
  return [
    ...unfinished(output).map((path) => `left ${path}`),
    ...readdirSync(temp).map((name) => `left ${name} in the temporary folder`),
    ...brokenPdfs(output).map((path) => `half written: ${path}`),
  ];
}

/** Kills our process at a random moment of a build, then builds again: the same bytes as ever, and nothing left behind. */
export async function killed({ expected, times, seed }: FaultWorld): Promise<FaultResult> {
  const random = createRandom(`${seed} killed`);
  const wrong: string[] = [];
  const length = (await inPlaces((places) => buildOnce(places))).milliseconds;
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      // Half of them strike a build that has something to lose.
      if (random.below(2) === 0) await buildOnce(places);
      const { child, ended } = startBuild(places, ["--force"]);
      const moment = random.below(Math.ceil(length));
      await new Promise((resolve) => setTimeout(resolve, moment));
      child.kill("SIGKILL");
      await ended;
      const broken = brokenPdfs(places.output).map((path) => `half written: ${path}`);
      const gone = await becomes(() => processesIn(places.temp).length === 0, 10_000);
      const found = [
        ...broken,
        ...(gone ? [] : ["a browser is left"]),
        ...wrongAfter(places, await buildOnce(places), expected),
      ];
      wrong.push(...found.map((what) => `killed after ${moment} ms: ${what}`));
    });
  return {
    fault: "our process killed (SIGKILL) at random moments, then a normal build",
    tried: times,
    wrong,
    remark: `moments of 0–${Math.round(length)} ms`,
  };
}

/** Tells a build to end at a random moment: it does so in two seconds, and nothing is left. */
export async function signalled({ times, seed }: FaultWorld): Promise<FaultResult> {
  const random = createRandom(`${seed} signalled`);
  const wrong: string[] = [];
  const waits: number[] = [];
  const length = (await inPlaces((places) => buildOnce(places))).milliseconds;
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      const signal = random.pick(["SIGINT", "SIGTERM", "SIGHUP"] as const) ?? "SIGINT";
      const all = random.below(2) === 0;
      const { child, ended } = startBuild(places, all ? ["--formats", "all"] : []);
      await new Promise((resolve) =>
        setTimeout(resolve, 400 + random.below(Math.ceil(length) * (all ? 2 : 1))),
      );
      const start = performance.now();
      child.kill(signal);
      const { status } = await ended;
      const wait = performance.now() - start;
      waits.push(wait);
      const gone = await becomes(() => processesIn(places.temp).length === 0, 2_000);
      const late = [...(gone ? [] : ["a browser is left"]), ...leftBehind(places)];
      const code = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal];
      if (status !== code && status !== 0) late.push(`exit ${status}`);
      wrong.push(...late.map((what) => `${signal}: ${what}`));
    });
  return {
    fault: "SIGINT, SIGTERM, SIGHUP at random moments, half of them with --formats all",
    tried: times,
    wrong,
    remark: `ended after ${Math.round(Math.max(...waits))} ms at most`,
  };
}

/** Kills the browser, or the processes of its pages, under a build: it is replaced once, and the bytes are the same. */
export async function browserKilled({ expected, times, seed }: FaultWorld): Promise<FaultResult> {
  const random = createRandom(`${seed} browser`);
  const wrong: string[] = [];
  let restarted = 0;
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      const { ended, said } = startBuild(places);
      // Each stage in turn: its name is said when it ends.
      const stage = random.pick(["gather", "check", "draw", "compose", "print"]) ?? "compose";
      await becomes(() => said().includes(`] ${stage}`), 60_000);
      await new Promise((resolve) => setTimeout(resolve, random.below(100)));
      const pages = random.below(2) === 0;
      for (const pid of processesIn(places.temp).filter((one) => isVictim(one, pages))) killQuietly(pid);
      const end = await ended;
      if (end.said.includes("[browser-restarted]")) restarted++;
      wrong.push(...wrongAfter(places, end, expected));
    });
  return {
    fault: "browser, or the processes of its pages, killed under a build",
    tried: times,
    wrong,
    remark: `${restarted} started again; the others struck no print`,
  };
}

function isVictim(pid: number, pages: boolean): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return words.includes(pages ? "--type=renderer" : "--headless") && (pages || !words.includes("--type="));
  } catch {
    return false;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/** Spoils the cache in several ways, takes the PDFs away and builds: the same bytes. */
export async function spoiledCache({ expected, times, seed }: FaultWorld): Promise<FaultResult> {
  const random = createRandom(`${seed} cache`);
  const wrong: string[] = [];
  await inPlaces(async (places) => {
    await buildOnce(places);
    for (let time = 0; time < times; time++) {
      const how = spoil(join(places.output, ".cache"), random);
      rmSync(join(places.output, "2030"), { recursive: true, force: true });
      wrong.push(...wrongAfter(places, await buildOnce(places), expected).map((what) => `${how}: ${what}`));
    }
  });
  return {
    fault: "cache: random bytes changed, cut short, emptied, of another version, a folder in place of a file",
    tried: times,
    wrong,
    remark: "",
  };
}

/** Several builds of one report into one folder at once: all go well, and the bytes are the same. */
export async function atOnce(count: number, { expected, times }: FaultWorld): Promise<FaultResult> {
  const wrong: string[] = [];
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      const all = await Promise.all(Array.from({ length: count }, () => buildOnce(places)));
      for (const ended of all) wrong.push(...wrongAfter(places, ended, expected));
    });
  return { fault: `${count} builds of one report at once into one folder`, tried: times, wrong, remark: "" };
}

/** A disk that is full from a random size on, and one that can only be read: exit code 3, what was delivered is whole, and the words say what to do. */
export async function fullDisk({ expected, times, seed }: FaultWorld): Promise<FaultResult> {
  const fault = "disk full while a build writes, then read-only, then with room again";
  if (process.getuid?.() !== 0) return { fault, tried: 0, wrong: [], remark: "skipped: mounting needs root" };
  const random = createRandom(`${seed} disk`);
  const wrong: string[] = [];
  let tried = 0;
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      mkdirSync(places.output);
      const size = 100 + random.below(400);
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", places.output]);
      } catch {
        return;
      }
      tried++;
      try {
        const full = await buildOnce(places);
        if (full.status !== 0 && !/disk is full/.test(full.said))
          wrong.push(`${size} KB: ${full.said.slice(-300)}`);
        wrong.push(...leftBehind(places));
        execFileSync("mount", ["-o", "remount,ro", places.output]);
        const before = delivered(places.output);
        const fixed = await buildOnce(places, ["--force"]);
        if (fixed.status !== 3 || !/only be read/.test(fixed.said))
          wrong.push(`read-only: ${fixed.status} ${fixed.said.slice(-300)}`);
        if (!same(before, delivered(places.output))) wrong.push("read-only: something changed");
        execFileSync("mount", ["-o", "remount,rw,size=64m", places.output]);
        wrong.push(...wrongAfter(places, await buildOnce(places), expected));
      } finally {
        execFileSync("umount", ["-l", places.output]);
      }
    });
  return { fault, tried, wrong, remark: tried < times ? "skipped: mounting is not allowed here" : "" };
}
