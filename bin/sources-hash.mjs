// The content of all that decides what the program does, in one hash: its sources and the locked packages.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, sourceFiles } from "./bundle-stamp.mjs";

export function sourcesHash() {
  const hash = createHash("sha256");
  for (const path of sourceFiles()) {
    const bytes = readFileSync(join(ROOT, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
