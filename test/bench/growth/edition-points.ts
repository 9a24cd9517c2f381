import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { folderOnDisk } from "../../../src/world/files.ts";
import { runNode } from "../measure.ts";
import type { BuiltReport } from "./edition-loop.ts";
import { editionPlan, pathInYear } from "./edition-plan.ts";

/** Many editions built in one process. */
export interface EditionPoint {
  readonly editions: number;
  readonly seconds: number;
  /** Seconds an edition, as a multiple of those of a single one. */
  readonly perEdition: number;
  /** Peaks of the process tree's PSS in bytes in the first, the middle and the last third of the run; 0 where the system does not tell. */
  readonly peaks: readonly number[];
  /** Bytes of live objects after the first, the middle and the last report. */
  readonly heaps: readonly number[];
}

/** A small report whose copies are built, and in which numbers. */
export interface Editions {
  readonly report: string;
  readonly year: number;
  readonly counts: readonly number[];
}

/** Builds small reports in one process, once for each number of editions; each begins with a warm-up. */
export async function measureEditions({ report, year, counts }: Editions): Promise<EditionPoint[]> {
  const root = await mkdtemp(join(tmpdir(), "whitepaper-editions-"));
  try {
    await copyThroughYears(report, root, year, Math.max(...counts));
    const points: EditionPoint[] = [];
    for (const count of counts) {
      const point = await measureCount(root, year + 1, count);
      const own = point.seconds / count;
      const first = points[0] ? points[0].seconds / points[0].editions : own;
      points.push({ ...point, perEdition: own / first });
    }
    return points;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The report under its own year, for the warm-up, and under as many later ones as are needed. */
async function copyThroughYears(report: string, root: string, year: number, editions: number): Promise<void> {
  await cp(report, root, { recursive: true });
  const paths = await folderOnDisk(root).list(".");
  for (const { year: later } of editionPlan(editions, year + 1))
    for (const path of paths) {
      const target = pathInYear(path, year, later);
      if (target === null) continue;
      const text = await readFile(join(root, path), "utf8");
      await mkdir(dirname(join(root, target)), { recursive: true });
      await writeFile(join(root, target), text.replace(`year: ${year}\n`, `year: ${later}\n`));
    }
}

/** The share of a processor that asking for memory may take. */
const WATCHING = 0.1;

async function measureCount(root: string, firstYear: number, count: number) {
  const output = join(root, "output");
  const peaks = new Map<number, number>();
  const onMemory = (bytes: number, out: string) => {
    const built = linesOf(out).length - 1;
    if (built >= 0) peaks.set(built, Math.max(peaks.get(built) ?? 0, bytes));
  };
  const program = join(import.meta.dirname, "edition-loop.ts");
  const command = ["--expose-gc", program, root, output, String(count), String(firstYear)];
  const { out } = await runNode(command, { onMemory, share: WATCHING });
  await rm(output, { recursive: true, force: true });
  const reports = linesOf(out)
    .slice(1)
    .map((line) => JSON.parse(line) as BuiltReport);
  return {
    editions: count,
    seconds: reports.reduce((sum, { seconds }) => sum + seconds, 0),
    peaks: peaksByThird(peaks, reports.length),
    heaps: [0, Math.floor((reports.length - 1) / 2), reports.length - 1].map(
      (index) => reports[index]?.heap ?? 0,
    ),
  };
}

function linesOf(out: string): string[] {
  return out.split("\n").slice(0, -1);
}

/** The highest of the peaks in each third of a run; `peaks` are by how many reports were done. 0 for a third in which nobody asked. */
export function peaksByThird(peaks: ReadonlyMap<number, number>, reports: number): number[] {
  return [0, 1, 2].map((third) => {
    const within = [...peaks].filter(([done]) => Math.min(2, Math.floor((done / reports) * 3)) === third);
    return Math.max(0, ...within.map(([, bytes]) => bytes));
  });
}
