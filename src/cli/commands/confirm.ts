import { folderOnDisk } from "../../world/files.ts";
import { outputOnDisk } from "../../world/output.ts";
import { processConsole } from "../../world/terminal.ts";
import { UsageError } from "../arguments.ts";
import { type Command, ENGINE, finishCommand, rootOf, showDiagnostics, yearOf } from "../command.ts";

/** `whitepaper confirm`. */
export const confirm: Command = {
  options: ["year", "root", "lang", "key"],
  run: async (args) => {
    const [language, ...more] = args.languages ?? [];
    if (language === undefined || more.length > 0)
      throw new UsageError("confirm takes one language: --lang ko");
    const { runConfirm } = await import("../../commands/confirm.ts");
    const console = processConsole();
    const content = folderOnDisk(rootOf(args));
    const { write } = outputOnDisk(rootOf(args));
    const world = { content, engine: folderOnDisk(ENGINE), write, report: showDiagnostics(console) };
    return finishCommand(
      console,
      await runConfirm({ year: await yearOf(args), language, keys: args.keys }, world),
    );
  },
};
