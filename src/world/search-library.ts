import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The search library as one script that a page can load, from its npm package. Throws when the package is not installed. */
export async function searchLibrary(): Promise<string> {
  const main = dirname(require.resolve("minisearch"));
  const [script, licence] = await Promise.all([
    readFile(join(main, "../umd/index.js"), "utf8"),
    readFile(join(main, "../../LICENSE.txt"), "utf8"),
  ]);
  return `/*! MiniSearch\n${licence.trim()}\n*/\n${script.replace(/^\/\/# sourceMappingURL=.*$/m, "").trimEnd()}\n`;
}
