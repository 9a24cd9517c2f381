import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCache, NO_CACHE } from "../../src/pipeline/cache/store.ts";
import type { Printer } from "../../src/print/printer.ts";
import { openSteadyPrinter } from "../../src/world/browser/steady-printer.ts";
import { outputOnDisk } from "../../src/world/output.ts";
import { testBuild } from "../support/build.ts";
import { libraries } from "../support/report.ts";

/** A folder whose temporary files are all ours, and an output folder. */
export interface LoadPlaces {
  readonly temp: string;
  readonly output: string;
}

/** Does some work in a process whose folder for temporary files is a new one. */
export async function withPlaces<T>(work: (places: LoadPlaces) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "whitepaper-load-"));
  const before = process.env.TMPDIR;
  const temp = mkdtempSync(join(root, "temp-"));
  process.env.TMPDIR = temp;
  try {
    return await work({ temp, output: join(root, "output") });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(root, { recursive: true, force: true });
  }
}

/** One build of the small report in this process, with a browser of its own or one that is given; its four editions are made anew. */
export async function buildHere({ output }: LoadPlaces, printer?: Printer): Promise<void> {
  const folder = outputOnDisk(output);
  const own = printer ? { ...printer, close: async () => undefined } : await openSteadyPrinter();
  const result = await testBuild({
    content: libraries(),
    printer: own,
    output: folder,
    world: {
      cache: printer ? NO_CACHE : createCache(folder),
      tools: async () => `load ${performance.now()}`,
    },
  });
  const failed = result.diagnostics.filter(({ severity }) => severity === "error");
  if (failed.length > 0 || result.editions.some(({ finished }) => !finished))
    throw new Error(`a build failed: ${JSON.stringify(failed)}`);
}
