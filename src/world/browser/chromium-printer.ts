import type { Printer, PrintPage } from "../../print/printer.ts";
import type { FailedTry, FoundBrowser } from "./found.ts";
import { guardBrowser, guardPage } from "./guard.ts";
import { type Host, thisHost } from "./host.ts";
import { launchBrowser, type RunningBrowser } from "./launch.ts";
import { loadPage } from "./print-page.ts";

/** Options of a printer; times in milliseconds. */
export interface PrinterOptions {
  /** For the browser's start; 30 s unless said otherwise. */
  readonly launchTimeout?: number;
  /** For loading a document, and for one print; 120 s unless said otherwise. */
  readonly timeout?: number;
  /** Is told of every program that was tried and not taken. */
  readonly onFailedTry?: (attempt: FailedTry) => void;
}

/** A printer that tells which browser it is. */
export interface ChromiumPrinter extends Printer {
  readonly browser: FoundBrowser;
  /** Number of the browser's main process. */
  readonly processId: number | undefined;
  /** Whether Chromium's own sandbox is on. */
  readonly sandbox: boolean;
}

const CLOSING_TIMEOUT = 5_000;

/**
 * Launches a browser to print with: about 0.2 s, and once 1.5 s more to unpack the bundled one. Throws a `BrowserFault`.
 * The launch needs nothing of the report: start it first and await it when it is needed.
 */
export async function openPrinter(
  options: PrinterOptions = {},
  host: Host = thisHost(),
): Promise<ChromiumPrinter> {
  const { launchTimeout = 30_000, timeout = 120_000, onFailedTry = () => undefined } = options;
  const running = await launchBrowser(host, {
    launchTimeout,
    protocolTimeout: timeout + 10_000,
    onFailedTry,
  });
  return {
    browser: running.found,
    processId: running.browser.process()?.pid,
    sandbox: running.sandbox,
    open: (html) => openPage(running, html, timeout),
    version: async () => running.found.version,
    close: () => closeBrowser(running),
  };
}

async function openPage({ browser }: RunningBrowser, html: string, timeout: number): Promise<PrintPage> {
  const page = await guardBrowser(timeout)("opening a page", () => browser.newPage());
  try {
    return await loadPage(page, html, guardPage(browser, page, timeout), timeout);
  } catch (cause) {
    await page.close().catch(() => undefined);
    throw cause;
  }
}

async function closeBrowser({ browser, session }: RunningBrowser): Promise<void> {
  await guardBrowser(CLOSING_TIMEOUT)("ending", () => browser.close()).catch(() =>
    browser.process()?.kill("SIGKILL"),
  );
  await session.remove();
}
