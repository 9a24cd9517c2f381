import { folderOnDisk } from "../../world/files.ts";
import { newFoldersOnDisk } from "../../world/new-folders.ts";
import { processConsole } from "../../world/terminal.ts";
import { UsageError } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics } from "../command.ts";

/** `whitepaper new`. */
export const newYear: Command = {
  options: ["from", "root"],
  takesYear: true,
  run: async (args) => {
    const { year, from } = args;
    if (year === null || from === null) throw new UsageError("new takes two years: new 2022 --from 2021");
    const { runNew } = await import("../../commands/new.ts");
    const console = processConsole();
    const root = rootOf(args);
    const content = folderOnDisk(root);
    const createFolders = newFoldersOnDisk(root);
    const world = { content, engine: folderOnDisk(ENGINE), createFolders, report: showDiagnostics(console) };
    return finishCommand(console, await runNew({ year, from }, world));
  },
};
