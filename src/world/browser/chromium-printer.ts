import { availableParallelism } from "node:os";
import type { Browser, Page } from "puppeteer";
import type { Printer, PrintPage } from "../../print/printer.ts";
import { beforeEnding } from "../ending.ts";
import { browserSeconds } from "../settings.ts";
import type { FailedTry, FoundBrowser } from "./found.ts";
import { guardBrowser, guardPage } from "./guard.ts";
import { type Host, thisHost } from "./host.ts";
import { killGroup } from "./kill.ts";
import { launchBrowser, type RunningBrowser } from "./launch.ts";
import { loadPage, sessionOf } from "./print-page.ts";
import { createQueue } from "./queue.ts";

/** Options of a printer; times in milliseconds. */
export interface PrinterOptions {
  /** For the browser's start; 30 s unless said otherwise, and not more than one step may take. */
  readonly launchTimeout?: number;
  /** For loading a document, and for one print; 120 s unless this, or `WHITEPAPER_BROWSER_TIMEOUT` in seconds, says otherwise. */
  readonly timeout?: number;
  /** Is told of every program that was tried and not taken. */
  readonly onFailedTry?: (attempt: FailedTry) => void;
  /** Is told the version of each browser that answered, before it is started. */
  readonly onFound?: (version: string) => void;
  /** Is told the number of each process that is started. */
  readonly onProcess?: (id: number | undefined) => void;
}

/** A printer that tells which browser it is. */
export interface ChromiumPrinter extends Printer {
  readonly atOnce: number;
  readonly browser: FoundBrowser;
  /** Number of the browser's main process. */
  readonly processId: number | undefined;
  /** Whether Chromium's own sandbox is on. */
  readonly sandbox: boolean;
}

const CLOSING_TIMEOUT = 5_000;
const PATIENCE = 120_000;
const START = 30_000;

/** How long the user wants to wait for one step of the browser. */
function patience({ variables }: Host): number {
  const seconds = browserSeconds(variables);
  return seconds === null ? PATIENCE : seconds * 1_000;
}

/**
 * Launches a browser to print with: about 0.2 s, and once 1.5 s more to unpack the bundled one. Throws a `BrowserFault`.
 * The launch needs nothing of the report: start it first and await it when it is needed.
 */
export async function openPrinter(
  options: PrinterOptions = {},
  host: Host = thisHost(),
): Promise<ChromiumPrinter> {
  const { timeout = patience(host), onFailedTry = () => undefined, onFound, onProcess } = options;
  const { launchTimeout = Math.min(START, timeout) } = options;
  const launching = launchBrowser(host, {
    launchTimeout,
    protocolTimeout: timeout + 10_000,
    onFailedTry,
    ...(onFound ? { onFound } : {}),
    ...(onProcess ? { onProcess } : {}),
  });
  const forget = beforeEnding(() => launching.then(killBrowser, () => undefined));
  launching.catch(forget);
  const running = await launching;
  const pages = sparePages(running.browser);
  return {
    atOnce: SPARES,
    browser: running.found,
    processId: running.browser.process()?.pid,
    sandbox: running.sandbox,
    open: (html) => openPage(running, pages, { html, timeout }),
    version: async () => running.found.version,
    close: () => closeBrowser(running, pages).finally(forget),
  };
}

/** Pages that are kept: each is a process of its own, which takes about 50 ms to start. */
const SPARES = Math.min(4, Math.max(2, availableParallelism()));

function sparePages(browser: Browser): Set<Promise<Page>> {
  const spares = new Set<Promise<Page>>();
  addSpare(spares, firstPage(browser));
  browser.once("disconnected", () => spares.clear());
  return spares;
}

function addSpare(spares: Set<Promise<Page>>, spare: Promise<Page>): void {
  spares.add(spare);
  const forget = () => void spares.delete(spare);
  spare.then((page) => {
    // A page that is used again and again is listened to for its last turn only.
    page.off("error", forgetting.get(page) ?? forget);
    page.on("error", forget);
    forgetting.set(page, forget);
  }, forget);
}

const forgetting = new WeakMap<Page, () => void>();

/**
 * Keeps a page that has done its work to be used again: another one would be another process. Its document stays until the next takes its place: to
 * empty it first would be one more question, which waits until our thread has time.
 */
async function recycle(page: Page, spares: Set<Promise<Page>>): Promise<void> {
  if (page.isClosed()) return;
  if (spares.size >= SPARES) return page.close().catch(() => undefined);
  addSpare(spares, Promise.resolve(page));
  if (printsOf(page) >= PRINTS_TO_COLLECT) collectGarbage(page);
}

/** A chapter or two of each edition leave too little to be worth the 10 ms of a processor that collecting takes. */
const PRINTS_TO_COLLECT = 6;

/** Prints of a page since its garbage was collected. */
const prints = new WeakMap<Page, number>();

const printsOf = (page: Page): number => prints.get(page) ?? 0;

/**
 * What a page has printed is of no use any more: collected before the next document comes, it takes 35 MiB less for each page of a build without earlier
 * results. Nobody waits for it, and a page that ends meanwhile has nothing to collect.
 */
function collectGarbage(page: Page): void {
  prints.delete(page);
  sessionOf(page)
    .then((session) => session.send("HeapProfiler.collectGarbage"))
    .catch(() => undefined);
}

/** A page that was opened ahead, or a new one. */
function takePage(browser: Browser, spares: Set<Promise<Page>>): Promise<Page> {
  const [spare] = spares;
  if (!spare) return blankPage(browser);
  spares.delete(spare);
  return spare;
}

/** The page that a browser starts with. */
async function firstPage(browser: Browser): Promise<Page> {
  const [page] = await browser.pages();
  return page ? withoutScripts(page) : blankPage(browser);
}

async function blankPage(browser: Browser): Promise<Page> {
  return withoutScripts(await browser.newPage());
}

/** The page; it runs no scripts of a document, and what will print it is at hand. */
async function withoutScripts(page: Page): Promise<Page> {
  await Promise.all([page.setJavaScriptEnabled(false), sessionOf(page)]);
  return page;
}

interface OpenPage {
  readonly html: string;
  readonly timeout: number;
}

async function openPage(
  { browser }: RunningBrowser,
  spares: Set<Promise<Page>>,
  { html, timeout }: OpenPage,
): Promise<PrintPage> {
  const page = await guardBrowser(timeout)("opening a page", () => takePage(browser, spares));
  const { guard, release } = guardPage(browser, page, timeout);
  try {
    const loaded = await loadPage(page, html, guard, timeout);
    return usedOnce(loaded, { page, spares, release });
  } catch (cause) {
    release();
    // A browser that hangs does not answer this either.
    void page.close().catch(() => undefined);
    throw cause;
  }
}

interface UsedPage {
  readonly page: Page;
  readonly spares: Set<Promise<Page>>;
  /** Ends the guard of the document that it shows. */
  readonly release: () => void;
}

/** A page that takes the next document when it is closed; one that failed is not trusted again. */
function usedOnce(loaded: PrintPage, { page, spares, release }: UsedPage): PrintPage {
  let sound = true;
  const failed = () => {
    sound = false;
  };
  page.on("error", failed);
  const queue = createQueue();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    queue(work).catch((cause: unknown) => {
      sound = false;
      throw cause;
    });
  return {
    underlined: loaded.underlined,
    fill: (slots) => inTurn(() => loaded.fill(slots)),
    print: (options) => {
      prints.set(page, printsOf(page) + 1);
      return inTurn(() => loaded.print(options));
    },
    close: () => {
      release();
      page.off("error", failed);
      return sound ? recycle(page, spares) : loaded.close();
    },
  };
}

async function closeBrowser(
  { browser, session }: RunningBrowser,
  spares: ReadonlySet<Promise<Page>>,
): Promise<void> {
  await guardBrowser(CLOSING_TIMEOUT)("ending", async () => {
    // A page that is still being opened when its browser ends is waited for by puppeteer for 30 s, and our process with it.
    await Promise.allSettled(spares);
    await browser.close();
  }).catch(() => killGroup(browser.process()?.pid));
  await session.remove();
}

/** Ends a browser at once. Never throws. */
async function killBrowser({ browser, session }: RunningBrowser): Promise<void> {
  killGroup(browser.process()?.pid);
  await session.remove();
}
