import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Console, diagnosticText } from "../world/terminal.ts";
import { type Arguments, type CommandWords, UsageError } from "./arguments.ts";

/** The engine's own folder: the checkout. */
export const ENGINE = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One command: the words that it takes, and what it does. Gives the exit code. */
export interface Command extends CommandWords {
  readonly run: (args: Arguments) => Promise<number>;
}

/** The folder of the report's content. */
export function rootOf({ root }: Arguments): string {
  return resolve(root ?? ENGINE);
}

/** The folder that results are written to. */
export function outputOf(args: Arguments): string {
  return resolve(args.out ?? join(rootOf(args), "output"));
}

/** The year asked for, or the newest in `data/`. */
export async function yearOf(args: Arguments): Promise<number> {
  if (args.year !== null) return args.year;
  const root = rootOf(args);
  const names = await readdir(join(root, "data")).catch(() => []);
  const years = names.filter((name) => /^\d{4}$/.test(name)).map(Number);
  if (years.length === 0) throw new UsageError(`there is no data/<year> in ${root}`);
  return Math.max(...years);
}

/** Shows diagnostics as talk. */
export function showDiagnostics({ talk, colour }: Console): (diagnostics: readonly Diagnostic[]) => void {
  return (diagnostics) => {
    for (const diagnostic of diagnostics) talk(diagnosticText(diagnostic, colour));
  };
}

/** Writes a command's result to stdout and gives its exit code. */
export function finishCommand(
  { out }: Console,
  { lines, exitCode }: { readonly lines: readonly string[]; readonly exitCode: number },
): number {
  for (const line of lines) out(line);
  return exitCode;
}
