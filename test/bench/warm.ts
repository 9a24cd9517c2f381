/**
 * Builds the report twice in one process, each time from nothing and with a browser of its own, and says on stdout what the second took:
 * `node warm.ts <root> <output> <year>`. The second's progress goes to stderr as the command's does.
 */
import { rm } from "node:fs/promises";
import { readArguments } from "../../src/cli/arguments.ts";
import { buildWorld } from "../../src/cli/commands/build.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { build } from "../../src/pipeline/build.ts";

const [root = "", output = "", year = ""] = process.argv.slice(2);

async function buildOnce(...more: readonly string[]): Promise<number> {
  await rm(output, { recursive: true, force: true });
  const start = performance.now();
  const world = await buildWorld(
    readArguments(["build", "--root", root, "--out", output, ...more], COMMANDS),
  );
  const request = { year: Number(year), languages: null, draft: false, conformance: null };
  const { editions } = await build(request, world);
  if (editions.length === 0 || editions.some(({ finished }) => !finished))
    throw new Error("an edition was not built");
  await world.workshop.end();
  return (performance.now() - start) / 1000;
}

await buildOnce("--json");
process.stdout.write(JSON.stringify({ seconds: await buildOnce() }));
