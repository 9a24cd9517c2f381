import { readArguments } from "../../../src/cli/arguments.ts";
import { buildWorld } from "../../../src/cli/commands/build.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import type { Language } from "../../../src/model/language.ts";
import { type BuildWorld, build } from "../../../src/pipeline/build.ts";
import type { Stage } from "../../../src/pipeline/stages.ts";
import type { Printer } from "../../../src/print/printer.ts";
import { memoryOutput } from "../../support/build.ts";

/** How much each stage took, in whatever the clock counts. */
export type ByStage = Readonly<Partial<Record<Stage, number>>>;

/** One edition that is built to be measured. */
export interface MeasuredBuild {
  readonly root: string;
  readonly year: number;
  readonly language: Language;
  readonly printer: Printer;
  /** Counts time, processor time or work; the pipeline reads it where a stage begins and ends. */
  readonly clock: () => number;
}

/**
 * Builds one edition from nothing in this process, into memory, and gives what each stage took by the clock. With one edition, stages follow
 * each other and none runs beside another. Throws when the edition is not built.
 */
export async function measuredBuild({
  root,
  year,
  language,
  printer,
  clock,
}: MeasuredBuild): Promise<ByStage> {
  const words = ["build", "--json", "--force", "--root", root];
  // What another thread does is not counted here: we draw and cut ourselves.
  const { workshop: _, ...real } = await buildWorld(readArguments(words, COMMANDS));
  const stages: Partial<Record<Stage, number>> = {};
  const world: BuildWorld = {
    ...real,
    output: memoryOutput(),
    openPrinter: async () => ({ ...printer, close: async () => undefined }),
    // Reading our own source files is no stage's work.
    tools: async () => "guard",
    now: clock,
    progress: {
      begin: () => undefined,
      end: (stage, amount) => {
        stages[stage] = (stages[stage] ?? 0) + amount;
      },
      report: () => undefined,
    },
  };
  const request = { year, languages: [language], draft: false, conformance: null };
  const { editions, diagnostics } = await build(request, world);
  if (editions.length === 1 && editions[0]?.finished) return stages;
  throw new Error(
    `the edition ${language} was not built: ${JSON.stringify(diagnostics.find(({ severity }) => severity === "error"))}`,
  );
}
