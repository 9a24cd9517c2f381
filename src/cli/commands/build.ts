import { tmpdir } from "node:os";
import { writeBill } from "../../pipeline/bill.ts";
import { createCache, NO_CACHE } from "../../pipeline/cache/store.ts";
import { removeAbandonedSessions } from "../../world/browser/session-folder.ts";
import { sourceDate } from "../../world/clock.ts";
import { folderOnDisk } from "../../world/files.ts";
import { consoleProgress, processConsole, silentProgress } from "../../world/terminal.ts";
import { openThreadPrinter } from "../../world/thread/printer.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, outputOf, rootOf, yearOf } from "../command.ts";

/** `whitepaper build`. */
export const build: Command = {
  options: ["year", "lang", "formats", "address", "root", "out", "draft", "conformance", "force", "json"],
  run: async (args) => {
    const [{ runBuild }, world] = await Promise.all([
      import("../../commands/build.ts"),
      buildWorld(args),
      removeAbandonedSessions(tmpdir()),
    ]);
    const { languages, formats, address, draft, conformance, json } = args;
    const result = await runBuild(
      { year: await yearOf(args), languages, formats, address, draft, conformance, json },
      world,
    );
    await Promise.all([result.exitCode === 0 ? writeBill(world) : undefined, world.workshop.end()]);
    return finishCommand(processConsole(), result);
  },
};

/** The real world of a build. */
export async function buildWorld(args: Arguments) {
  const [
    { readFont },
    { cutFont },
    { outputOnDisk },
    { versions },
    { toolsKey },
    { siteOnDisk },
    { openWorkshop },
  ] = await Promise.all([
    import("../../world/fonts.ts"),
    import("../../world/cut-font.ts"),
    import("../../world/output.ts"),
    import("../../world/versions.ts"),
    import("../../world/tools.ts"),
    import("../../world/site-folder.ts"),
    import("../../world/thread/workshop.ts"),
  ]);
  const output = outputOnDisk(outputOf(args));
  return {
    content: folderOnDisk(rootOf(args)),
    engine: folderOnDisk(ENGINE),
    output,
    site: siteOnDisk(outputOf(args)),
    workshop: openWorkshop(),
    searchLibrary: async () => (await import("../../world/search-library.ts")).searchLibrary(),
    cache: args.force ? NO_CACHE : createCache(outputOnDisk(outputOf(args), { durable: false })),
    tools: toolsKey,
    readFont,
    cutFont,
    openPrinter: startPrinter,
    versions,
    sourceDate: sourceDate(),
    progress: args.json ? silentProgress : consoleProgress(processConsole()),
    now: () => performance.now(),
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
}

/** A browser that is replaced once if it ends while it is needed; the talk says so. */
function startPrinter(onFound?: (version: string) => void) {
  const { talk } = processConsole();
  return openThreadPrinter({
    onFound,
    onRestart: (message) => talk(`${message}: started again, once [browser-restarted]`),
  });
}
