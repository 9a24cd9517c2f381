import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { FACES } from "../model/faces.ts";

const require = createRequire(import.meta.url);

/** Versions of what an edition's bytes depend on: engine, Node, ICU and the font packages. */
export async function versions(): Promise<Record<string, string>> {
  const packages = [
    ...new Set(Object.values(FACES).flatMap((faces) => faces.map((face) => face.package))),
  ].sort();
  const fonts = await Promise.all(
    packages.map(async (name) => [name, await versionOf(`${name}/package.json`)] as const),
  );
  return {
    engine: await versionOf("../../package.json"),
    node: process.version,
    icu: process.versions.icu ?? "",
    ...Object.fromEntries(fonts),
  };
}

async function versionOf(packageFile: string): Promise<string> {
  const manifest = JSON.parse(await readFile(require.resolve(packageFile), "utf8")) as { version: string };
  return manifest.version;
}
