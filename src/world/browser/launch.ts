import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Browser } from "puppeteer";
import { BrowserFault } from "../../print/printer.ts";
import { SystemTrouble, temporaryTrouble } from "../trouble.ts";
import { WINDOW_FLAG } from "./document.ts";
import { findBrowsers } from "./find.ts";
import { type FailedTry, type FoundBrowser, reasonOf } from "./found.ts";
import type { Host } from "./host.ts";
import { killGroup } from "./kill.ts";
import { openSessionFolder, type SessionFolder } from "./session-folder.ts";

/** A browser that runs. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly found: FoundBrowser;
  /** Whether Chromium's own sandbox is on: not for root, nor where the system forbids it (many containers do). */
  readonly sandbox: boolean;
  readonly session: SessionFolder;
}

/** How long to wait, in milliseconds. */
export interface LaunchOptions {
  readonly launchTimeout: number;
  /** For one answer of the browser; above the time that a print may take. */
  readonly protocolTimeout: number;
  /** Is told of every program that was tried and not taken. */
  readonly onFailedTry: (attempt: FailedTry) => void;
  /** Is told the version of each browser that answered, before it is started. */
  readonly onFound?: (version: string) => void;
  /** Is told the number of each process that is started. */
  readonly onProcess?: (id: number | undefined) => void;
}

/**
 * Measured with puppeteer's own flags present, median of 7 launches: web socket 58 ms, pipe 55 ms, pipe without GPU 50 ms; `--no-zygote` makes
 * the first page 13 ms slower, `--in-process-gpu` ends the bundled build, leaving out puppeteer's own flags gains nothing. The pipe
 * is also private: a debugging port is open to every user of the machine.
 */
const FLAGS = [
  // Else the shell rounds advances, and lines break differently between builds.
  "--font-render-hinting=none",
  // No name and no address resolves, 127.0.0.1 included.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-proxy-server",
  "--disable-gpu",
  // Nothing is loaded from a network: a process of its own for that takes 3 % of a small build.
  "--enable-features=NetworkServiceInProcess2",
  "--disable-software-rasterizer",
  "--lang=en-US",
  WINDOW_FLAG,
];

/** Launches the first browser found that starts. Throws a `BrowserFault` of code `browser-not-found` that tells all that was tried. */
export async function launchBrowser(host: Host, options: LaunchOptions): Promise<RunningBrowser> {
  const tried: FailedTry[] = [];
  const fail = (attempt: FailedTry): void => {
    tried.push(attempt);
    options.onFailedTry(attempt);
  };
  // While the first program is asked for its version, what will talk to it is loaded.
  const forget = onNextProcess(() => setImmediate(() => void loadPuppeteer().catch(() => undefined)));
  for await (const attempt of findBrowsers(host)) {
    forget();
    if (!attempt.ok) {
      fail(attempt);
      continue;
    }
    options.onFound?.(attempt.version);
    try {
      return await launchProgram(attempt, host, options);
    } catch (cause) {
      if (cause instanceof SystemTrouble) throw cause;
      fail({ ...attempt, ok: false, reason: `it answers, but does not start: ${reasonOf(cause)}` });
    }
  }
  throw notFound(tried);
}

const loadPuppeteer = () => import("puppeteer");

async function launchProgram(
  found: FoundBrowser,
  host: Host,
  options: LaunchOptions,
): Promise<RunningBrowser> {
  const session = await openSession(host.temp);
  try {
    return { ...(await startSandboxed(found, host, session, options)), found, session };
  } catch (cause) {
    await session.remove();
    throw cause;
  }
}

/** A folder for temporary files that cannot be used is no fault of the browser: another one would not start either. */
async function openSession(temp: string): Promise<SessionFolder> {
  try {
    return await openSessionFolder(temp);
  } catch (cause) {
    throw temporaryTrouble(temp, cause);
  }
}

/**
 * Chromium does not say through the pipe that the system denies it a sandbox: a second start without one tells. The document
 * runs no script and reaches neither files nor network, so that the sandbox is the second wall, not the first.
 */
async function startSandboxed(
  found: FoundBrowser,
  host: Host,
  session: SessionFolder,
  options: LaunchOptions,
) {
  if (host.user !== 0) {
    const browser = await start(found, session, options, FLAGS).catch(() => undefined);
    if (browser !== undefined) return { browser, sandbox: true };
  }
  return { browser: await start(found, session, options, [...FLAGS, "--no-sandbox"]), sandbox: false };
}

async function start(
  found: FoundBrowser,
  session: SessionFolder,
  { launchTimeout, protocolTimeout, onProcess }: LaunchOptions,
  args: string[],
): Promise<Browser> {
  const { default: puppeteer } = await loadPuppeteer();
  let made: ChildProcess | undefined;
  const forget = onNextProcess((process) => {
    made = process;
    onProcess?.(process.pid);
  });
  const launching = puppeteer.launch({
    executablePath: found.path,
    headless: "shell",
    pipe: true,
    // A print has its own paper: to set a window's size would be one more question before a page can be used.
    defaultViewport: null,
    args,
    userDataDir: session.profile,
    // `ending.ts` ends everything in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: launchTimeout,
    protocolTimeout,
    env: environment(found, session),
  });
  // Puppeteer waits without an end for a browser that hangs between its first answers.
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    killGroup(made?.pid);
    late.reject(new Error(`timed out after ${launchTimeout} ms`));
  }, launchTimeout + GRACE);
  launching.catch(() => undefined);
  return Promise.race([launching, late.promise]).finally(() => {
    clearTimeout(timer);
    forget();
  });
}

/** Milliseconds that are left to puppeteer's own timeouts, which tell more. */
const GRACE = 1_000;

/** Puppeteer does not tell when it has made the browser's process, only when the browser has answered; Node does. */
function onNextProcess(tell: (process: ChildProcess) => void): () => void {
  const forget = () => void unsubscribe("child_process", made);
  const made = (message: unknown) => {
    forget();
    tell((message as { readonly process: ChildProcess }).process);
  };
  subscribe("child_process", made);
  return forget;
}

/** Nothing of the caller's environment: language, proxy and font variables would change the result. */
function environment({ libraries }: FoundBrowser, session: SessionFolder): Record<string, string> {
  return {
    HOME: session.path,
    TMPDIR: session.path,
    TZ: "UTC",
    FONTCONFIG_FILE: session.fontConfiguration,
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}

/** One line for every program tried: `bundled (/path): reason`. */
export function describeTry({ place, path, reason }: FailedTry): string {
  return `${place}${path === undefined ? "" : ` (${path})`}: ${reason}`;
}

function notFound(tried: readonly FailedTry[]): BrowserFault {
  const named = tried.find(({ place }) => place === "environment");
  if (named !== undefined) {
    return new BrowserFault({
      code: "browser-not-found",
      message: `WHITEPAPER_BROWSER names ${named.path}, which does not run: ${named.reason}`,
      hints: ["name a Chromium's program itself, or unset WHITEPAPER_BROWSER to use the bundled browser"],
    });
  }
  const late = tried.find(({ reason }) => /does not start: .*timed out/i.test(reason));
  if (late !== undefined) {
    return new BrowserFault({
      code: "browser-timeout",
      message: `the browser ${late.path} began to start and did not come to an end with it`,
      hints: [
        "it hung, or the machine is very busy: build again when it is less busy",
        "`whitepaper doctor` starts each browser and says what happens",
      ],
    });
  }
  return new BrowserFault({
    code: "browser-not-found",
    message: `no browser starts; tried ${tried.map(describeTry).join("; ")}`,
    hints: [
      "install Chromium and set WHITEPAPER_BROWSER to its program",
      "or set WHITEPAPER_DOWNLOAD_BROWSER=1 to let one be downloaded",
      "`whitepaper doctor` shows every place that was tried",
    ],
  });
}
