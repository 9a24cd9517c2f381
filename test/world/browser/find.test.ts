import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { downloadBrowser } from "../../../src/world/browser/download.ts";
import { findBrowsers } from "../../../src/world/browser/find.ts";
import type { Try } from "../../../src/world/browser/found.ts";
import { type Host, thisHost } from "../../../src/world/browser/host.ts";
import { downloadedBrowsers } from "../../../src/world/browser/installed.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const host = (variables: Host["variables"]): Host => ({
  ...thisHost(),
  home: folder,
  temp: folder,
  variables,
});

async function all(tries: AsyncGenerator<Try>): Promise<Try[]> {
  const list: Try[] = [];
  for await (const attempt of tries) list.push(attempt);
  return list;
}

test.each([
  ["/nowhere/chromium", "no such file"],
  ["/bin/echo", "its version is “echo"],
  ["/bin/false", "Command failed: /bin/false --version"],
])("WHITEPAPER_BROWSER=%s is an error, and no other browser is used instead", async (path, reason) => {
  expect(await all(findBrowsers(host({ WHITEPAPER_BROWSER: path })))).toMatchObject([
    { ok: false, place: "environment", path, reason: expect.stringContaining(reason) },
  ]);
  await expect(openPrinter({}, host({ WHITEPAPER_BROWSER: path }))).rejects.toMatchObject({
    code: "browser-not-found",
    message: expect.stringContaining(`WHITEPAPER_BROWSER names ${path}, which does not run: ${reason}`),
    hints: [expect.stringContaining("unset WHITEPAPER_BROWSER")],
  });
});

test("a distribution's wrapper script is refused", async () => {
  const script = join(folder, "chromium");
  await writeFile(script, "#!/bin/sh\necho Chromium 153.0.0.0\n");
  await chmod(script, 0o755);
  expect(await all(findBrowsers(host({ WHITEPAPER_BROWSER: script })))).toMatchObject([
    { ok: false, reason: "a wrapper script, not the browser itself" },
  ]);
});

test("an empty puppeteer cache, and a download that nobody allowed, are told as such", async () => {
  expect(await all(downloadedBrowsers(host({})))).toEqual([
    {
      ok: false,
      place: "puppeteer-cache",
      path: join(folder, ".cache/puppeteer"),
      reason: "it holds no browser",
    },
  ]);
  expect(await all(downloadBrowser(host({})))).toEqual([
    { ok: false, place: "download", reason: "not allowed: WHITEPAPER_DOWNLOAD_BROWSER=1 is not set" },
  ]);
});
