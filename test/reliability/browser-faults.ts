import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRandom } from "../faults/random.ts";
import {
  becomes,
  delivered,
  type Ended,
  type Places,
  processesIn,
  type Running,
  startBuild,
} from "./build-process.ts";
import { type FaultResult, type FaultWorld, inPlaces, leftBehind, same, wrongAfter } from "./faults.ts";

const STAGES = ["gather", "check", "resolve", "draw", "compose", "print", "finish"];
/** Seconds that a build in a test waits for one step of its browser. */
const PATIENCE = 6;

/** Milliseconds between two looks at a build. */
const TURN = 250;

/** The browser's processes below a folder for temporary files, by what they are: `browser`, `renderer`, `zygote` … */
function browserProcesses(temp: string): { readonly pid: number; readonly kind: string }[] {
  return processesIn(temp).flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return words.includes("--headless") || words.includes("--type=")
        ? [{ pid, kind: /--type=([\w-]+)/.exec(words)?.[1] ?? "browser" }]
        : [];
    } catch {
      return [];
    }
  });
}

/** Waits until a stage was told for the first time, and a browser is there. */
async function reaches({ said }: Running, stage: string, temp: string): Promise<void> {
  await becomes(() => said().includes(`] ${stage}`), 60_000);
  await becomes(() => browserProcesses(temp).length > 0, 5_000);
}

/** What is wrong when a build neither went well nor told of its browser in words, or left something. */
function wrongEnd(places: Places, ended: Ended, expected: Record<string, string>): string[] {
  if (ended.status === 0) return wrongAfter(places, ended, expected);
  const told = ended.status === 3 && /\[browser-[\w-]+\]/.test(ended.said) && /hint: /.test(ended.said);
  return [
    ...(told ? [] : [`exit ${ended.status}: ${ended.said.slice(-500)}`]),
    ...leftBehind(places),
    ...(same(delivered(places.output), expected) ? [] : ["what was delivered before is not as it was"]),
    ...processesIn(places.temp).map((pid) => `process ${pid} is left`),
  ];
}

interface Strike {
  readonly fault: string;
  readonly seed: string;
  /** Does something to the browser; gives what was struck. */
  readonly strike: (places: Places, random: ReturnType<typeof createRandom>) => string;
  /** Milliseconds from the strike to the end of the build, at most. */
  readonly within: number;
}

/** Strikes the browser of whole builds, stage after stage, with good PDFs from an earlier build in the folder. */
async function struck(
  { fault, seed, strike, within }: Strike,
  { expected, times }: FaultWorld,
): Promise<FaultResult> {
  const random = createRandom(seed);
  const wrong: string[] = [];
  const waits: number[] = [];
  let survived = 0;
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      await startBuild(places).ended;
      const running = startBuild(places, ["--force"], {
        variables: { WHITEPAPER_BROWSER_TIMEOUT: String(PATIENCE) },
      });
      const stage = STAGES[time % STAGES.length] ?? "";
      await reaches(running, stage, places.temp);
      await new Promise((resolve) => setTimeout(resolve, random.below(60)));
      const what = strike(places, random);
      const start = performance.now();
      // Counted in turns: a machine whose processes all stand still for a while is no fault of the build.
      let turns = within / TURN;
      const late = setInterval(() => {
        if (--turns < 0) running.child.kill("SIGKILL");
      }, TURN);
      const ended = await running.ended;
      clearInterval(late);
      waits.push(performance.now() - start);
      if (ended.status === 0) survived++;
      wrong.push(...wrongEnd(places, ended, expected).map((one) => `${what} after ${stage}: ${one}`));
    });
  const remark = `${survived} went well, ${times - survived} told of it; over after ${Math.round(Math.max(...waits) / 100) / 10} s at most`;
  return { fault, tried: times, wrong, remark };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** Stops the whole browser, or one process of a page: it hangs. */
export function browserHangs(world: FaultWorld): Promise<FaultResult> {
  return struck(
    {
      fault: `the browser, or one process of a page, hangs (SIGSTOP) under a whole build that waits ${PATIENCE} s for each step`,
      seed: `${world.seed} hangs`,
      within: 60_000,
      strike: ({ temp }, random) => {
        const all = browserProcesses(temp);
        const renderer = random.pick(all.filter(({ kind }) => kind === "renderer"));
        const one = random.below(2) === 0 && renderer ? [renderer] : all;
        for (const { pid } of one) signal(pid, "SIGSTOP");
        return one.length === 1 ? `one ${one[0]?.kind} stopped` : `${one.length} processes stopped`;
      },
    },
    world,
  );
}

/** Lets the processes of the browser get no more memory from the system: real failures of memory, where and when they come. */
export function browserOutOfMemory(world: FaultWorld): Promise<FaultResult> {
  return struck(
    {
      fault: "the browser, or the processes of its pages, get no more memory (RLIMIT_AS) under a whole build",
      seed: `${world.seed} memory`,
      within: 120_000,
      strike: ({ temp }, random) => {
        const pages = random.below(2) === 0;
        const victims = browserProcesses(temp).filter(({ kind }) => !pages || kind === "renderer");
        for (const { pid } of victims) limitMemory(pid);
        return `${victims.length} ${pages ? "renderers" : "processes"} without memory`;
      },
    },
    world,
  );
}

/** Memory that a process has already stays; it gets no more. */
function limitMemory(pid: number): void {
  try {
    execFileSync("prlimit", ["--pid", String(pid), "--as=16000000"], { stdio: "ignore" });
  } catch {
    // It has ended meanwhile.
  }
}

/** Breaks a process of a page as a fault in it would (SIGSEGV), stage after stage. */
export function rendererCrashes(world: FaultWorld): Promise<FaultResult> {
  return struck(
    {
      fault: "a process of a page crashes (SIGSEGV) under a whole build, stage after stage",
      seed: `${world.seed} crashes`,
      within: 120_000,
      strike: ({ temp }, random) => {
        const all = browserProcesses(temp).filter(({ kind }) => kind === "renderer");
        const victim = random.pick(all);
        if (victim) signal(victim.pid, "SIGSEGV");
        return victim ? "a renderer crashed" : "no renderer";
      },
    },
    world,
  );
}
