/** What processes that tests started have run: V8's own reports (`NODE_V8_COVERAGE`), read by character. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface ProcessReport {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly Range[] }[];
  }[];
}

/** By path of a source file: 1 for each of its UTF-16 units that some process has run. Node keeps them in their places when it takes away types. */
export type RunCharacters = Map<string, Uint8Array>;

/** Adds up the reports of `folder` for the files below `root`. */
export function runCharacters(folder: string, root: string): RunCharacters {
  const all: RunCharacters = new Map();
  const below = pathToFileURL(root).href;
  for (const name of readdirSync(folder)) {
    const { result } = read(join(folder, name));
    for (const { url, functions } of result)
      if (url.startsWith(`${below}/src/`)) {
        const path = new URL(url).pathname;
        addRun(
          all,
          path,
          functions.flatMap(({ ranges }) => ranges),
        );
      }
  }
  return all;
}

/** A report; an empty one of a process that tests killed while it wrote. */
function read(path: string): ProcessReport {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ProcessReport;
  } catch {
    return { result: [] };
  }
}

/** An inner range says more than the one around it. */
function addRun(all: RunCharacters, path: string, ranges: readonly Range[]): void {
  const sorted = ranges.toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const length = Math.max(0, ...ranges.map(({ endOffset }) => endOffset));
  const run = new Uint8Array(length);
  for (const { startOffset, endOffset, count } of sorted) run.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  const sum = all.get(path);
  if (sum === undefined) all.set(path, run);
  else for (const [i, ran] of run.entries()) if (ran === 1 && i < sum.length) sum[i] = 1;
}
