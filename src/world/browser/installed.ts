import { join } from "node:path";
import { type FailedTry, reasonOf, type Try } from "./found.ts";
import type { Host } from "./host.ts";
import { tryProgram } from "./trial.ts";

/** The headless shell prints in half the time of the full browser. */
const PREFERRED = ["chrome-headless-shell", "chrome", "chromium"];

/** Where puppeteer keeps the browsers that it downloads. */
export function puppeteerCache(host: Host): string {
  return host.variables.PUPPETEER_CACHE_DIR ?? join(host.home, ".cache", "puppeteer");
}

/** The browsers that puppeteer has downloaded, headless shells first, newest first. */
export async function* downloadedBrowsers(host: Host): AsyncGenerator<Try> {
  const cache = puppeteerCache(host);
  const failed = (reason: string): FailedTry => ({
    ok: false,
    place: "puppeteer-cache",
    path: cache,
    reason,
  });
  try {
    const { getInstalledBrowsers } = await import("@puppeteer/browsers");
    const browsers = (await getInstalledBrowsers({ cacheDir: cache }))
      .filter(({ browser }) => PREFERRED.includes(browser))
      .sort(
        (a, b) =>
          PREFERRED.indexOf(a.browser) - PREFERRED.indexOf(b.browser) || newestFirst(a.buildId, b.buildId),
      );
    if (browsers.length === 0) yield failed("it holds no browser");
    for (const { executablePath } of browsers) {
      yield await tryProgram({ place: "puppeteer-cache", path: executablePath });
    }
  } catch (cause) {
    yield failed(reasonOf(cause));
  }
}

const newestFirst = (a: string, b: string): number => Number.parseInt(b, 10) - Number.parseInt(a, 10);

/** The programs themselves, not the scripts in `/usr/bin` that start them. */
const SYSTEM_PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib/chromium/headless_shell",
    "/usr/lib64/chromium-browser/headless_shell",
    "/usr/bin/chromium-headless-shell",
    "/usr/lib/chromium/chromium",
    "/usr/lib64/chromium-browser/chromium-browser",
    "/usr/lib/chromium-browser/chromium-browser",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};

/** The browsers that the system's own packages install. */
export async function* systemBrowsers(host: Host): AsyncGenerator<Try> {
  for (const path of SYSTEM_PROGRAMS[host.platform] ?? []) yield await tryProgram({ place: "system", path });
}
