import { folderOnDisk } from "../../world/files.ts";
import { readFont } from "../../world/fonts.ts";
import { outputOnDisk } from "../../world/output.ts";
import { processConsole } from "../../world/terminal.ts";
import {
  type Command,
  ENGINE,
  finishCommand,
  outputOf,
  rootOf,
  showDiagnostics,
  yearOf,
} from "../command.ts";

/** `whitepaper check`. */
export const check: Command = {
  options: ["year", "root", "out", "report", "json"],
  run: async (args) => {
    const { runCheck } = await import("../../commands/check.ts");
    const console = processConsole();
    const world = {
      content: folderOnDisk(rootOf(args)),
      engine: folderOnDisk(ENGINE),
      output: outputOnDisk(outputOf(args)),
      readFont,
      report: showDiagnostics(console),
    };
    const options = { year: await yearOf(args), json: args.json, writeReport: args.report };
    return finishCommand(console, await runCheck(options, world));
  },
};
