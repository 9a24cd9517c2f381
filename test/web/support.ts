import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import type { ContentFolder } from "../../src/gather/gather.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import { buildEpub, type EpubResult } from "../../src/pipeline/epub/build-epub.ts";
import { buildWeb, type WebBuildRequest, type WebResult } from "../../src/pipeline/web/build-web.ts";
import type { WebWorld } from "../../src/pipeline/web/world.ts";
import { thisHost } from "../../src/world/browser/host.ts";
import { launchBrowser } from "../../src/world/browser/launch.ts";
import { readFont } from "../../src/world/fonts.ts";
import { outputOnDisk } from "../../src/world/output.ts";
import { searchLibrary } from "../../src/world/search-library.ts";
import { siteOnDisk } from "../../src/world/site-folder.ts";
import { silentProgress } from "../../src/world/terminal.ts";
import { openWorkshop } from "../../src/world/thread/workshop.ts";
import { ENGINE, YEAR } from "../support/report.ts";

/** An output folder of a test. */
export interface TestOutput {
  readonly path: string;
  readonly end: () => Promise<void>;
}

/** A new empty output folder on the real disk. */
export async function testOutput(): Promise<TestOutput> {
  const path = await mkdtemp(join(tmpdir(), "whitepaper-web-"));
  return { path, end: () => rm(path, { recursive: true, force: true }) };
}

const WORKSHOP = openWorkshop();

/** What a test's web edition differs in from the plain one. */
export interface WebTest {
  readonly content: ContentFolder;
  readonly output: string;
  readonly request?: Partial<WebBuildRequest>;
  readonly world?: Partial<WebWorld>;
}

/** The real engine and fonts, on the real disk. */
function webWorld({ content, output, world }: WebTest): WebWorld {
  return {
    content,
    engine: ENGINE,
    output: outputOnDisk(output),
    site: siteOnDisk(output),
    searchLibrary,
    workshop: WORKSHOP,
    readFont,
    cache: NO_CACHE,
    tools: async () => "test",
    progress: silentProgress,
    now: () => 0,
    pause: async () => undefined,
    ...world,
  };
}

/** Makes a web edition. */
export function testWeb(made: WebTest): Promise<WebResult> {
  return buildWeb(
    { year: YEAR, languages: null, draft: false, address: null, ...made.request },
    webWorld(made),
  );
}

/** Makes EPUBs. */
export function testEpub(made: WebTest): Promise<EpubResult> {
  return buildEpub({ year: YEAR, languages: null, draft: false, ...made.request }, webWorld(made));
}

/** How a page is looked at. */
export interface View {
  readonly width?: number;
  readonly dark?: boolean;
  readonly scripts?: boolean;
}

/** A browser that opens pages of a folder as files. */
export interface FileBrowser {
  /** A page of the site, loaded, and what went wrong in it. */
  readonly open: (path: string, view?: View) => Promise<{ readonly page: Page; readonly faults: string[] }>;
  readonly end: () => Promise<void>;
}

/** Starts the bundled browser. */
export async function fileBrowser(folder: string): Promise<FileBrowser> {
  const options = { launchTimeout: 30_000, protocolTimeout: 120_000, onFailedTry: () => undefined };
  const { browser, session } = await launchBrowser(thisHost(), options);
  return {
    open: async (path, { width = 1280, dark = false, scripts = true } = {}) => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (fault) => faults.push(String(fault)));
      page.on("requestfailed", (request) => faults.push(request.url()));
      await page.setJavaScriptEnabled(scripts);
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
      await page.goto(pathToFileURL(join(folder, path)).href.replace("%23", "#"));
      return { page, faults };
    },
    end: async () => {
      await browser.close();
      await session.remove();
    },
  };
}
