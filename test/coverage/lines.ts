/** Lines of `src` that tests have run. A line counts where a statement begins in it. */
import { readFileSync } from "node:fs";
import type { RunCharacters } from "./processes.ts";

/** What Vitest writes of one file (Istanbul's format). */
export interface FileStatements {
  readonly path: string;
  readonly statementMap: Readonly<
    Record<string, { readonly start: { readonly line: number; readonly column: number } }>
  >;
  /** How often each has run. */
  readonly s: Readonly<Record<string, number>>;
}

/** The lines of one file. */
export interface FileLines {
  readonly path: string;
  readonly all: number;
  /** Numbers of those that nothing has run, from 1. */
  readonly missed: readonly number[];
}

/** Counts a file's lines: run where Vitest's workers or another process has run a statement that begins there. */
export function fileLines({ path, statementMap, s }: FileStatements, processes: RunCharacters): FileLines {
  const starts = lineStarts(readFileSync(path, "utf8"));
  const elsewhere = processes.get(path);
  const lines = new Map<number, boolean>();
  for (const [key, { start }] of Object.entries(statementMap)) {
    const place = (starts[start.line - 1] ?? 0) + start.column;
    const ran = (s[key] ?? 0) > 0 || elsewhere?.[place] === 1;
    lines.set(start.line, ran || lines.get(start.line) === true);
  }
  const missed = [...lines].filter(([, ran]) => !ran).map(([line]) => line);
  return { path, all: lines.size, missed: missed.sort((a, b) => a - b) };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
