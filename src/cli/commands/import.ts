import { askOnTerminal } from "../../world/ask.ts";
import { folderOnDisk } from "../../world/files.ts";
import { replaceFilesOnDisk } from "../../world/replace-files.ts";
import { processConsole } from "../../world/terminal.ts";
import { UsageError } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics, yearOf } from "../command.ts";

/** `whitepaper import`. */
export const importFile: Command = {
  options: ["year", "root", "yes", "json"],
  takesFile: true,
  run: async (args) => {
    const { file, year, yes, json } = args;
    if (file === null) throw new UsageError("import takes a workbook: import figures.xlsx");
    const [{ runImport }, { readWorkbookFile }] = await Promise.all([
      import("../../commands/import.ts"),
      import("../../world/workbook-file.ts"),
    ]);
    const console = processConsole();
    const root = rootOf(args);
    const world = {
      content: folderOnDisk(root),
      engine: folderOnDisk(ENGINE),
      readFile: readWorkbookFile,
      replaceFiles: replaceFilesOnDisk(root),
      ask: askOnTerminal,
      talk: console.talk,
      report: showDiagnostics(console),
    };
    return finishCommand(
      console,
      await runImport({ file, year, newest: await yearOf(args), yes, json }, world),
    );
  },
};
