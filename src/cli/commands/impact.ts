import { folderOnDisk } from "../../world/files.ts";
import { processConsole } from "../../world/terminal.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics, yearOf } from "../command.ts";

/** `whitepaper impact`. */
export const impact: Command = {
  options: ["year", "root", "json"],
  run: async (args) => {
    const { runImpact } = await import("../../commands/impact.ts");
    const console = processConsole();
    const content = folderOnDisk(rootOf(args));
    const world = { content, engine: folderOnDisk(ENGINE), report: showDiagnostics(console) };
    return finishCommand(console, await runImpact({ year: await yearOf(args), json: args.json }, world));
  },
};
