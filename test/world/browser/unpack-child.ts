/** Run as a child process: unpacks the bundled browser into the cache that the environment names, and says what it found. */
import { bundledBrowser } from "../../../src/world/browser/bundled.ts";
import { thisHost } from "../../../src/world/browser/host.ts";

for await (const attempt of bundledBrowser(thisHost())) {
  console.log(JSON.stringify(attempt));
  if (attempt.ok) break;
}
