import { today } from "../../world/clock.ts";
import { outputOnDisk } from "../../world/output.ts";
import { processConsole } from "../../world/terminal.ts";
import { type Command, finishCommand, rootOf, yearOf } from "../command.ts";
import { buildWorld } from "./build.ts";

/** `whitepaper release`. */
export const release: Command = {
  options: ["year", "root", "out", "date", "json"],
  run: async (args) => {
    const [{ runRelease }, world] = await Promise.all([
      import("../../commands/release.ts"),
      buildWorld(args),
    ]);
    const options = { year: await yearOf(args), date: args.date ?? today(), json: args.json };
    const { write } = outputOnDisk(rootOf(args));
    const result = await runRelease(options, { ...world, write });
    await world.workshop.end();
    return finishCommand(processConsole(), result);
  },
};
