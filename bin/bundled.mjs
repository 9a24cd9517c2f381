// Loads the bundle in dist/: its chunks are scripts, with what V8 compiled of them in earlier runs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { DIST } from "./bundle-stamp.mjs";
import { keptCode } from "./kept-code.mjs";

/** Runs a chunk of the bundle and those that it needs. `program` is whose compiled code it is, such as a command. */
export function runBundled(chunk, program) {
  const kept = keptCode(program);
  const outside = createRequire(join(DIST, chunk));
  const loaded = new Map();
  const load = (name) => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const need = (other) => (other.startsWith("./") ? load(other.slice(2)) : outside(other));
    scriptOf(name, kept).runInThisContext()(module.exports, need, module);
    return module.exports;
  };
  process.once("exit", kept.keep);
  load(chunk);
}

function scriptOf(chunk, kept) {
  const filename = join(DIST, chunk);
  const source = readFileSync(filename);
  const cachedData = kept.codeOf(chunk, source);
  const wrapped = `(function (exports, require, module) {${source}\n})`;
  const script = new Script(wrapped, { filename, cachedData });
  kept.add(chunk, source, script, script.cachedDataRejected ? undefined : cachedData);
  return script;
}
