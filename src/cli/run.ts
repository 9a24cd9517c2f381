import { BrowserFault } from "../print/printer.ts";
import { endOnSignals, isEnding } from "../world/ending.ts";
import { settingProblems } from "../world/settings.ts";
import { processConsole } from "../world/terminal.ts";
import { hintsFor, isSystemError } from "../world/trouble.ts";
import { type Arguments, readArguments, UsageError } from "./arguments.ts";
import { showDiagnostics } from "./command.ts";
import { COMMANDS, HELP } from "./commands.ts";
import { missingPackage } from "./missing-package.ts";

/** Runs one command line and gives its exit code. Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 our bug or a broken environment. */
export async function run(words: readonly string[]): Promise<number> {
  endOnSignals((line) => process.stderr.write(`${line}\n`));
  try {
    const args = readArguments(words, COMMANDS);
    const command = COMMANDS[args.command];
    if (args.help || !command) {
      process.stdout.write(HELP);
      return 0;
    }
    return settingsAreRight(args) ? await command.run(args) : 1;
  } catch (cause) {
    return explain(cause);
  }
}

/** Whether what the environment sets can be used; tells what cannot. */
function settingsAreRight({ json }: Arguments): boolean {
  const problems = settingProblems(process.env);
  if (problems.length === 0) return true;
  const console = processConsole();
  if (json) console.out(JSON.stringify({ diagnostics: problems }, null, 2));
  else showDiagnostics(console)(problems);
  return false;
}

function explain(cause: unknown): number {
  // What breaks while all is being ended is no news.
  if (isEnding()) return 3;
  if (cause instanceof UsageError) {
    process.stderr.write(`${cause.message}\n\n${HELP}`);
    return 2;
  }
  if (cause instanceof BrowserFault) {
    const hints = cause.hints.map((hint) => `  hint: ${hint}\n`).join("");
    process.stderr.write(`error: ${cause.message} [${cause.code}]\n${hints}`);
    return 3;
  }
  if (isSystemError(cause)) {
    const hints = hintsFor(cause).map((hint) => `  hint: ${hint}\n`);
    process.stderr.write(`error: ${cause.message} [${cause.code}]\n${hints.join("")}`);
    return 3;
  }
  const missing = missingPackage(cause);
  if (missing !== null) {
    process.stderr.write(
      `error: the package ${missing} is not installed [package-not-found]\n  hint: run npm ci in the checkout\n`,
    );
    return 3;
  }
  process.stderr.write(
    `this is a bug in whitepaper, not in your report:\n${cause instanceof Error ? cause.stack : String(cause)}\n`,
  );
  return 3;
}

// Whoever reads us may stop reading: `whitepaper check --json | head`.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});
