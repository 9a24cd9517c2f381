import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { sourcesHash } from "../../bin/sources-hash.mjs";

/** Put in by `bin/bundle.mjs`; there is none where the program runs from its sources. */
declare const SOURCES_HASH: string | undefined;

/** Whether this runs from the bundle. */
export const IS_BUNDLED = typeof SOURCES_HASH === "string";

/**
 * One key for everything that decides the bytes besides the report's content: our own code, the locked packages (fonts and the
 * bundled browser among them), Node, and a browser that the environment names. Hashes of content, never times.
 */
export async function toolsKey(): Promise<string> {
  const sources = typeof SOURCES_HASH === "string" ? SOURCES_HASH : sourcesHash();
  const machine = `${process.version} ${process.arch} ${await browserKey()}`;
  return createHash("sha256").update(`${sources} ${machine}`).digest("hex");
}

/** A browser that the environment names is not pinned by the lock file: its path and size stand for it. */
async function browserKey(): Promise<string> {
  const named = process.env.WHITEPAPER_BROWSER;
  if (named === undefined) return "";
  const { size } = await stat(named).catch(() => ({ size: -1 }));
  return `${named} ${size}`;
}
