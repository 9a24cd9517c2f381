// Program of the thread in which the browser is talked with.
import * as module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { programFrom } from "./bundle-stamp.mjs";

const home = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
module.enableCompileCache?.(join(home, "whitepaper-publisher", "compiled"));
await import(programFrom("browser-worker.mjs", "world/thread/browser-worker.ts"));
