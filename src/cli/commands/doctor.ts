import { processConsole } from "../../world/terminal.ts";
import { type Command, finishCommand, outputOf } from "../command.ts";

/** `whitepaper doctor`. */
export const doctor: Command = {
  options: ["root", "out", "json"],
  run: async (args) => {
    const [{ runDoctor, doctorLines }, { machine }] = await Promise.all([
      import("../../commands/doctor.ts"),
      import("../../world/machine.ts"),
    ]);
    const { findings, exitCode } = await runDoctor(machine(outputOf(args)));
    const lines = args.json ? [JSON.stringify({ findings }, null, 2)] : doctorLines(findings);
    return finishCommand(processConsole(), { lines, exitCode });
  },
};
