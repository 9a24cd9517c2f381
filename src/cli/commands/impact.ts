import { folderOnDisk } from "../../world/files.ts";
import { processConsole } from "../../world/terminal.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics, yearOf } from "../command.ts";

/** `whitepaper impact`. */
export const impact: Command = {
  options: ["year", "root", "out", "pages", "json"],
  run: async (args) => {
    const [{ runImpact }, proof] = await Promise.all([
      import("../../commands/impact.ts"),
      args.pages ? proofWorld(args) : null,
    ]);
    const console = processConsole();
    const content = folderOnDisk(rootOf(args));
    const world = { content, engine: folderOnDisk(ENGINE), report: showDiagnostics(console), proof };
    return finishCommand(console, await runImpact({ year: await yearOf(args), json: args.json }, world));
  },
};

/** The real world of a proof of pages. */
async function proofWorld(args: Arguments) {
  const { buildWorld } = await import("./build.ts");
  const openRasterizer = async () => (await import("../../world/rasterizer.ts")).openRasterizer();
  return { ...(await buildWorld(args)), openRasterizer };
}
