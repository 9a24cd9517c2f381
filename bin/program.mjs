// Runs a program: from the bundle, if it is of the sources as they are, else from the sources.

import { isBundled } from "./bundle-stamp.mjs";
import { runBundled } from "./bundled.mjs";

/**
 * Runs what is bundled as `chunk`, and stands in `src/` as `source`; `program` is whose compiled code is kept together. A thread is told whether its
 * process runs from the bundle: it takes what that took.
 */
export async function runProgram({ chunk, source, program, bundled = isBundled() }) {
  if (bundled) runBundled(chunk, program);
  else await import(new URL(`../src/${source}`, import.meta.url).href);
}
