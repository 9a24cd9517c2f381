// Tells whether the bundle in dist/ is of the sources as they are.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
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

function sourceFolders() {
  const below = readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)));
  return ["src", ...below.sort()];
}

/**
 * The sources and the locked packages: each file with its size and the time of its last change; the folders with the times when files were last added or
 * taken away, so that nobody has to list them again; and where they are, since the bundle holds paths.
 */
export function stampOf() {
  const files = [...sourceFiles(), "bin/bundle.mjs"].map((path) => [path, ...sizeAndTime(path)]);
  const folders = sourceFolders().map((path) => [path, timeOf(path)]);
  return { root: ROOT, node: process.version, files, folders };
}

function sizeAndTime(path) {
  const { size, mtimeMs } = statSync(ROOT + path);
  return [size, mtimeMs];
}

function timeOf(path) {
  return statSync(ROOT + path).mtimeMs;
}

function isOfTheSources({ root, node, files, folders }) {
  return (
    root === ROOT &&
    node === process.version &&
    folders.every(([path, time]) => timeOf(path) === time) &&
    files.every(([path, size, time]) => {
      const now = statSync(ROOT + path);
      return now.size === size && now.mtimeMs === time;
    })
  );
}

/** Whether the bundle is of the sources as they are now. */
export function isBundled() {
  try {
    return isOfTheSources(JSON.parse(readFileSync(STAMP, "utf8")));
  } catch {
    // There is none, or a file is gone.
    return false;
  }
}
