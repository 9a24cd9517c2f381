import { sourceDate } from "../../world/clock.ts";
import { folderOnDisk } from "../../world/files.ts";
import { consoleProgress, processConsole, silentProgress } from "../../world/terminal.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, outputOf, rootOf, yearOf } from "../command.ts";

/** `whitepaper build`. */
export const build: Command = {
  options: ["year", "lang", "root", "out", "draft", "conformance", "force", "json"],
  run: async (args) => {
    const [{ runBuild }, world] = await Promise.all([import("../../commands/build.ts"), buildWorld(args)]);
    const { languages, draft, conformance, json } = args;
    return finishCommand(
      processConsole(),
      await runBuild({ year: await yearOf(args), languages, draft, conformance, json }, world),
    );
  },
};

/** The real world of a build. */
export async function buildWorld(args: Arguments) {
  const [{ openPrinter }, { readFont }, { outputOnDisk }, { versions }] = await Promise.all([
    import("../../world/browser/chromium-printer.ts"),
    import("../../world/fonts.ts"),
    import("../../world/output.ts"),
    import("../../world/versions.ts"),
  ]);
  return {
    content: folderOnDisk(rootOf(args)),
    engine: folderOnDisk(ENGINE),
    output: outputOnDisk(outputOf(args)),
    readFont,
    openPrinter: () => openPrinter(),
    versions,
    sourceDate: sourceDate(),
    progress: args.json ? silentProgress : consoleProgress(processConsole()),
    now: () => performance.now(),
  };
}
