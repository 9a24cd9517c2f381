import { BrowserFault } from "../print/printer.ts";
import { readArguments, UsageError } from "./arguments.ts";
import { COMMANDS, HELP } from "./commands.ts";
import { missingPackage } from "./missing-package.ts";

/** Runs one command line and gives its exit code. Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 our bug or a broken environment. */
export async function run(words: readonly string[]): Promise<number> {
  try {
    const args = readArguments(words, COMMANDS);
    const command = COMMANDS[args.command];
    if (args.help || !command) {
      process.stdout.write(HELP);
      return 0;
    }
    return await command.run(args);
  } catch (cause) {
    return explain(cause);
  }
}

function explain(cause: unknown): number {
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
    process.stderr.write(
      `error: ${cause.message} [${cause.code}]\n  hint: check the folder, its rights and the space on the disk\n`,
    );
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

/** Trouble that the operating system tells of, such as `ENOSPC`; Node's own codes (`ERR_…`) tell of our mistakes. */
function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && "code" in cause && /^E(?!RR_)[A-Z0-9]+$/.test(String(cause.code));
}

// Whoever reads us may stop reading: `whitepaper check --json | head`.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});
