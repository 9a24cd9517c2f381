import { DOWNLOAD_VARIABLE, mayDownload } from "../settings.ts";
import { type FailedTry, reasonOf, type Try } from "./found.ts";
import type { Host } from "./host.ts";
import { puppeteerCache } from "./installed.ts";
import { tryProgram } from "./trial.ts";

const failed = (reason: string): FailedTry => ({ ok: false, place: "download", reason });

/** Downloads the headless shell that this puppeteer was made for, into puppeteer's cache, where the next build finds it. */
export async function* downloadBrowser(host: Host): AsyncGenerator<Try> {
  if (!mayDownload(host.variables)) {
    yield failed(`not allowed: ${DOWNLOAD_VARIABLE}=1 is not set`);
    return;
  }
  try {
    const { Browser, install } = await import("@puppeteer/browsers");
    const browser = Browser.CHROMEHEADLESSSHELL;
    const buildId = await buildForPuppeteer(browser);
    const { executablePath } = await install({ browser, buildId, cacheDir: puppeteerCache(host) });
    yield await tryProgram({ place: "download", path: executablePath });
  } catch (cause) {
    yield failed(reasonOf(cause));
  }
}

/** Puppeteer exports the builds that it was tested with, but leaves them out of its types. */
async function buildForPuppeteer(browser: string): Promise<string> {
  const puppeteer: object = await import("puppeteer");
  const { PUPPETEER_REVISIONS: builds = {} } = puppeteer as { PUPPETEER_REVISIONS?: Record<string, string> };
  const build = builds[browser];
  if (build === undefined) throw new Error(`puppeteer names no build of ${browser}`);
  return build;
}
