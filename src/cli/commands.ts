import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOnDisk } from "../world/files.ts";
import { consoleProgress, diagnosticText, processConsole, silentProgress } from "../world/terminal.ts";
import { type Arguments, type OptionName, UsageError } from "./arguments.ts";

/** The engine's own folder: the checkout. */
const ENGINE = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One command: the options that it takes, and what it does. Gives the exit code. */
export interface Command {
  readonly options: readonly OptionName[];
  readonly run: (args: Arguments) => Promise<number>;
}

/** The commands by name. Each imports what it needs when it is called, so that `check` does not wait for the browser's code. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  build: { options: ["year", "lang", "root", "out", "draft", "force", "json"], run: buildCommand },
  check: { options: ["year", "root", "json"], run: checkCommand },
  doctor: { options: ["root", "out", "json"], run: doctorCommand },
};

/** What `--help` prints. */
export const HELP = `whitepaper: annual statistical white papers in English, Chinese, Japanese and Korean

  whitepaper build    make the PDFs           [--year Y] [--lang L,…] [--out DIR] [--draft] [--json]
  whitepaper check    find what is wrong      [--year Y] [--json]
  whitepaper doctor   look at this machine    [--json]

  --year Y     the report's year; the newest in data/ if not given
  --lang L,…   only these editions: en, zh-CN, ja, ko
  --root DIR   folder of the report's data/, locales/ and templates/; this folder if not given
  --out DIR    where to write; output/ in the report's folder if not given
  --draft      build every edition as a marked draft
  --json       results as JSON on stdout

Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 our bug or a broken environment.
`;

async function buildCommand(args: Arguments): Promise<number> {
  const [{ runBuild }, { openPrinter }, { readFont }, { outputOnDisk }, { versions }] = await Promise.all([
    import("../commands/build.ts"),
    import("../world/browser/chromium-printer.ts"),
    import("../world/fonts.ts"),
    import("../world/output.ts"),
    import("../world/versions.ts"),
  ]);
  const console = processConsole();
  const root = rootOf(args);
  const { lines, exitCode } = await runBuild(
    { year: await yearOf(args, root), languages: args.languages, draft: args.draft, json: args.json },
    {
      content: folderOnDisk(root),
      engine: folderOnDisk(ENGINE),
      output: outputOnDisk(outputOf(args)),
      readFont,
      openPrinter: () => openPrinter(),
      versions,
      progress: args.json ? silentProgress : consoleProgress(console),
      now: () => performance.now(),
    },
  );
  for (const line of lines) console.out(line);
  return exitCode;
}

async function checkCommand(args: Arguments): Promise<number> {
  const { runCheck } = await import("../commands/check.ts");
  const console = processConsole();
  const root = rootOf(args);
  const { lines, exitCode } = await runCheck(
    { year: await yearOf(args, root), json: args.json },
    {
      content: folderOnDisk(root),
      engine: folderOnDisk(ENGINE),
      report: (diagnostics) => {
        for (const diagnostic of diagnostics) console.talk(diagnosticText(diagnostic, console.colour));
      },
    },
  );
  for (const line of lines) console.out(line);
  return exitCode;
}

async function doctorCommand(args: Arguments): Promise<number> {
  const [{ runDoctor, doctorLines }, { machine }] = await Promise.all([
    import("../commands/doctor.ts"),
    import("../world/machine.ts"),
  ]);
  const console = processConsole();
  const { findings, exitCode } = await runDoctor(machine(outputOf(args)));
  for (const line of args.json ? [JSON.stringify({ findings }, null, 2)] : doctorLines(findings))
    console.out(line);
  return exitCode;
}

function outputOf(args: Arguments): string {
  return resolve(args.out ?? join(rootOf(args), "output"));
}

function rootOf({ root }: Arguments): string {
  return resolve(root ?? ENGINE);
}

/** The year asked for, or the newest in `data/`. */
async function yearOf({ year }: Arguments, root: string): Promise<number> {
  if (year !== null) return year;
  const names = await readdir(join(root, "data")).catch(() => []);
  const years = names.filter((name) => /^\d{4}$/.test(name)).map(Number);
  if (years.length === 0) throw new UsageError(`there is no data/<year> in ${root}`);
  return Math.max(...years);
}
