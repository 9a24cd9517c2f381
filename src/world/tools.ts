import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { folderOnDisk } from "./files.ts";

const ENGINE = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * One key for everything that decides the bytes besides the report's content: our own code, the locked packages (fonts and the
 * bundled browser among them), Node, and a browser that the environment names. Hashes of content, never times.
 */
export async function toolsKey(): Promise<string> {
  const code = folderOnDisk(ENGINE);
  const paths = await code.list("src");
  const files = await Promise.all([...paths, "package-lock.json"].map((path) => code.read(path)));
  const hash = createHash("sha256");
  for (const [index, bytes] of files.entries())
    hash.update(`${paths[index]} ${bytes.length}\n`).update(bytes);
  hash.update(`${process.version} ${process.arch} ${await browserKey()}`);
  return hash.digest("hex");
}

/** A browser that the environment names is not pinned by the lock file: its path and size stand for it. */
async function browserKey(): Promise<string> {
  const named = process.env.WHITEPAPER_BROWSER;
  if (named === undefined) return "";
  const { size } = await stat(named).catch(() => ({ size: -1 }));
  return `${named} ${size}`;
}
