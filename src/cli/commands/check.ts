import { folderOnDisk } from "../../world/files.ts";
import { processConsole } from "../../world/terminal.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics, yearOf } from "../command.ts";

/** `whitepaper check`. */
export const check: Command = {
  options: ["year", "root", "json"],
  run: async (args) => {
    const { runCheck } = await import("../../commands/check.ts");
    const console = processConsole();
    const content = folderOnDisk(rootOf(args));
    const world = { content, engine: folderOnDisk(ENGINE), report: showDiagnostics(console) };
    return finishCommand(console, await runCheck({ year: await yearOf(args), json: args.json }, world));
  },
};
