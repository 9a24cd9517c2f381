// Tells whether the bundle in dist/ is of the sources as they are.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const DIST = join(ROOT, "dist");
export const STAMP = join(DIST, "stamp.json");

/** Paths of the sources and of the list of locked packages. */
export function sourceFiles() {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => join("src", path));
  return [...sources, "package-lock.json"];
}

/** The sources and the locked packages: each file with its size and the time of its last change; and where they are, since the bundle holds paths. */
export function stampOf() {
  const files = [...sourceFiles(), "bin/bundle.mjs"].map((path) => {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return { root: ROOT, node: process.version, files };
}

/** Where a program is to be loaded from: the bundle, if it is of these sources, else the sources. */
export function programFrom(bundled, source) {
  try {
    const same = readFileSync(STAMP, "utf8") === JSON.stringify(stampOf());
    if (same) return new URL(`../dist/${bundled}`, import.meta.url).href;
  } catch {
    // There is none.
  }
  return new URL(`../src/${source}`, import.meta.url).href;
}
