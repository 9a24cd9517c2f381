import { bundledBrowser } from "./bundled.ts";
import { downloadBrowser } from "./download.ts";
import type { Try } from "./found.ts";
import type { Host } from "./host.ts";
import { downloadedBrowsers, systemBrowsers } from "./installed.ts";
import { tryProgram } from "./trial.ts";

/** The variable that names the browser to use; no other is looked for when it is set. */
export const BROWSER_VARIABLE = "WHITEPAPER_BROWSER";

/**
 * Looks for browsers, best place first, and tells of every program tried. Each place is only looked at when the consumer asks for
 * more: a browser that answers here may still fail to launch.
 */
export async function* findBrowsers(host: Host): AsyncGenerator<Try> {
  const named = host.variables[BROWSER_VARIABLE];
  if (named !== undefined && named !== "") {
    yield await tryProgram({ place: "environment", path: named });
    return;
  }
  yield* bundledBrowser(host);
  yield* downloadedBrowsers(host);
  yield* systemBrowsers(host);
  yield* downloadBrowser(host);
}
