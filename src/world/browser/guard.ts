import type { Browser, Page } from "puppeteer";
import { BrowserFault } from "../../print/printer.ts";
import { TIMEOUT_VARIABLE } from "../settings.ts";
import { reasonOf } from "./found.ts";

/** Runs work of the browser so that it always ends: with its value or with a `BrowserFault`. */
export type Guard = <T>(doing: string, work: () => Promise<T>) => Promise<T>;

/** A guard for one document in a page. */
export interface PageGuard {
  readonly guard: Guard;
  /** Listens no longer: else page and browser would hold every document that they have ever shown. */
  readonly release: () => void;
}

const crashed = (message: string, cause?: unknown): BrowserFault =>
  new BrowserFault({
    code: "browser-crashed",
    message,
    hints: ["build again; if it keeps happening, the machine may be short of memory"],
    cause,
  });

/**
 * A guard for work on one page. Puppeteer alone does not do: when the process of a page dies, the browser never answers a
 * print that is under way, but tells at once by the page's event.
 */
export function guardPage(browser: Browser, page: Page, timeout: number): PageGuard {
  const crash = Promise.withResolvers<never>();
  crash.promise.catch(() => undefined);
  const gone = (cause: unknown) =>
    crash.reject(crashed("the browser's process for this document ended", cause));
  const ended = () => crash.reject(crashed("the browser ended while it was needed"));
  // Not `once`: puppeteer does not find such a listener again to take it off.
  page.on("error", gone);
  browser.on("disconnected", ended);
  return {
    guard: (doing, work) => guard(doing, work, timeout, crash.promise),
    release: () => {
      page.off("error", gone);
      browser.off("disconnected", ended);
    },
  };
}

/** Milliseconds in which an event that explains a failure arrives. */
const GRACE = 250;

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** A guard for work on the browser itself. */
export function guardBrowser(timeout: number): Guard {
  return (doing, work) => guard(doing, work, timeout, new Promise<never>(() => undefined));
}

async function guard<T>(
  doing: string,
  work: () => Promise<T>,
  timeout: number,
  crash: Promise<never>,
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(timedOut(doing, timeout)), timeout);
  try {
    return await Promise.race([work(), crash, late.promise]);
  } catch (cause) {
    const fault = asFault(doing, timeout, cause);
    // When a process dies, the answer to what was asked of it can come before the event that tells why.
    if (fault.code === "print-failed") await Promise.race([crash, pause(GRACE)]);
    throw fault;
  } finally {
    clearTimeout(timer);
  }
}

const timedOut = (doing: string, timeout: number, cause?: unknown): BrowserFault =>
  new BrowserFault({
    code: "browser-timeout",
    message: `the browser took more than ${timeout / 1000} s for ${doing}`,
    hints: [
      "it hung, or the machine is very busy: build again, with fewer editions at once (--lang) if it is busy",
      `${TIMEOUT_VARIABLE}=300 waits 300 seconds for each step`,
    ],
    cause,
  });

function asFault(doing: string, timeout: number, cause: unknown): BrowserFault {
  if (cause instanceof BrowserFault) return cause;
  const name = cause instanceof Error ? cause.name : "";
  if (name === "TimeoutError") return timedOut(doing, timeout, cause);
  if (name === "TargetCloseError" || name === "ConnectionClosedError") {
    return crashed(`the browser ended during ${doing}`, cause);
  }
  return new BrowserFault({
    code: "print-failed",
    message: `the browser failed at ${doing}: ${reasonOf(cause)}`,
    cause,
  });
}
