import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

// Before anything else is imported: the second start finds our code compiled, and takes a third less time. In the user's own
// folder, since compiled code is trusted; where that cannot be written, Node does without.
const home = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
enableCompileCache(join(home, "whitepaper-publisher", "compiled"));
void import("./run.ts").then(async ({ run }) => {
  process.exitCode = await run(process.argv.slice(2));
  // All is done and said; should anything still hold the process, it is not waited for.
  setTimeout(() => process.exit(), 5_000).unref();
});
