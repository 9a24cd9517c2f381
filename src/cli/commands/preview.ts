import { randomBytes } from "node:crypto";
import { outputOnDisk } from "../../world/output.ts";
import { processConsole } from "../../world/terminal.ts";
import type { Arguments } from "../arguments.ts";
import {
  type Command,
  ENGINE,
  finishCommand,
  outputOf,
  rootOf,
  showDiagnostics,
  yearOf,
} from "../command.ts";
import { buildWorld } from "./build.ts";

/** `whitepaper preview`. */
export const preview: Command = {
  options: ["year", "lang", "port", "root", "out", "draft"],
  run: async (args) => {
    const ended = untilEnded();
    const [{ runPreview }, world] = await Promise.all([
      import("../../commands/preview.ts"),
      previewWorld(args),
    ]);
    const options = {
      year: await yearOf(args),
      languages: args.languages?.slice(0, 2) ?? null,
      draft: args.draft,
      port: args.port,
    };
    const result = await runPreview(options, { ...world, ended });
    // Whatever is still under way, such as a print, is nobody's any more.
    process.exit(finishCommand(processConsole(), result));
  },
};

/** How long an orderly end may take, in milliseconds, before it is made short. */
const ENDING = 1_500;

/** A terminal, npm and our own starter may each tell of the same Ctrl-C; what comes after so many milliseconds is another one. */
const SAME = 400;

/** Resolves when the user ends the program; a second time ends it at once. */
function untilEnded(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let since: number | null = null;
  const end = () => {
    if (since !== null && performance.now() - since > SAME) process.exit(0);
    if (since !== null) return;
    since = performance.now();
    setTimeout(() => process.exit(0), ENDING).unref();
    resolve();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  return promise;
}

/** A pause in which what waits is done, and the page is painted, in milliseconds. */
const BREATH = 60;
/** Nobody has saved for so long, in milliseconds. */
const QUIET = 1_200;

/** The real world of a preview. */
async function previewWorld(args: Arguments) {
  const [{ listen }, { watchFolders }, { previewAssets }, world] = await Promise.all([
    import("../../world/preview/server.ts"),
    import("../../world/preview/watcher.ts"),
    import("../../world/preview/assets.ts"),
    buildWorld(args),
  ]);
  const console = processConsole();
  const roots = [...new Set([rootOf(args), ENGINE])];
  let quiet: NodeJS.Timeout | undefined;
  return {
    ...world,
    output: outputOnDisk(outputOf(args)),
    tools: await world.tools(),
    assets: await previewAssets(),
    token: randomBytes(24).toString("base64url"),
    listen,
    watch: (request: Omit<Parameters<typeof watchFolders>[0], "roots">) =>
      watchFolders({ ...request, roots }),
    ready: (address: string) => {
      console.talk("the preview is ready; open this address, and end it with Ctrl-C");
      console.out(address);
    },
    report: showDiagnostics(console),
    breathe: () => new Promise<void>((resolve) => setTimeout(resolve, BREATH)),
    whenQuiet: (work: () => void) => {
      clearTimeout(quiet);
      quiet = setTimeout(work, QUIET);
      quiet.unref();
    },
  };
}
