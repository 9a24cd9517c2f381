import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { folderOnDisk } from "../../../src/world/files.ts";
import { runNode, stageTimes } from "../measure.ts";
import { median } from "../statistics.ts";
import { type ReportFiles, scaledReport } from "./scaled-report.ts";

/** A paper at a multiple of its length, built from nothing. */
export interface LengthPoint {
  readonly times: number;
  /** Of all editions together. */
  readonly pages: number;
  /** Median of the runs. */
  readonly seconds: number;
  readonly runs: number;
  /** Seconds a page, as a multiple of those of the paper itself. */
  readonly perPage: number;
  /** Peak of the process tree's PSS in bytes; 0 where the system does not tell. */
  readonly memory: number;
  /** Milliseconds by stage, summed over the editions, of the last run. */
  readonly stages: Readonly<Record<string, number>>;
}

/** What is built at several lengths. */
export interface Lengths {
  readonly checkout: string;
  readonly year: number;
  readonly times: readonly number[];
  /** Runs of the short ones; those of ten times and more are built once. */
  readonly rounds: number;
}

const LONG = 10;

/** Time and memory come from the same run here: a long one is not to be made twice. */
const WATCHING = 0.1;

/** Builds the paper at several multiples of its length, the paper itself first. */
export async function measureLengths({ checkout, year, times, rounds }: Lengths): Promise<LengthPoint[]> {
  const files = await reportFiles(checkout, year);
  const points: LengthPoint[] = [];
  for (const multiple of times) {
    const runs = multiple < LONG ? rounds : 1;
    const point = await measureLength(checkout, year, scaledReport(files, year, multiple), runs);
    const own = point.seconds / point.pages;
    const first = points[0] ? points[0].seconds / points[0].pages : own;
    points.push({ ...point, times: multiple, perPage: own / first });
  }
  return points;
}

async function reportFiles(checkout: string, year: number): Promise<Map<string, string>> {
  const folder = folderOnDisk(checkout);
  const lists = await Promise.all([`data/${year}`, "locales", "templates"].map((part) => folder.list(part)));
  const paths = lists.flat();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(checkout, path), "utf8")] as const),
    ),
  );
}

async function measureLength(checkout: string, year: number, files: ReportFiles, runs: number) {
  const root = await mkdtemp(join(tmpdir(), "whitepaper-length-"));
  try {
    await writeAll(root, files);
    const output = join(root, "output");
    const command = [join(checkout, "bin/whitepaper.mjs"), "build", "--root", root, "--out", output];
    const seconds: number[] = [];
    let memory = 0;
    let stages: Readonly<Record<string, number>> = {};
    while (seconds.length < runs) {
      await rm(output, { recursive: true, force: true });
      const onMemory = (bytes: number) => {
        memory = Math.max(memory, bytes);
      };
      const said = await runNode(command, { onMemory, share: WATCHING });
      seconds.push(said.seconds);
      stages = stageTimes(said.talk);
    }
    return {
      pages: await pagesIn(join(output, String(year))),
      seconds: median(seconds),
      runs,
      memory,
      stages,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function writeAll(root: string, files: ReportFiles): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function pagesIn(folder: string): Promise<number> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as {
    readonly editions: readonly { readonly pages: number }[];
  };
  return manifest.editions.reduce((sum, { pages }) => sum + pages, 0);
}
