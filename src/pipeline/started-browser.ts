import type { Printer } from "../print/printer.ts";

/** Starts a browser, and tells its version as soon as that is known. */
export type OpenPrinter = (onFound?: (version: string) => void) => Promise<Printer>;

/** A browser that is being started. */
export interface StartedBrowser {
  readonly printer: Promise<Printer>;
  /**
   * Name and version of the browser: part of every key under which a print is kept. Known long before it can print, so that what is kept is looked for
   * meanwhile. Should that browser not start, another one prints ({@link checkBrowser}).
   */
  readonly browser: Promise<string>;
}

/** Starts a browser. It may fail while nobody waits for it. */
export function startBrowser(openPrinter: OpenPrinter): StartedBrowser {
  const found = Promise.withResolvers<string>();
  const printer = openPrinter(found.resolve);
  const browser = Promise.race([found.promise, printer.then((open) => open.version())]);
  for (const end of [printer, browser]) end.catch(() => undefined);
  return { printer, browser };
}

/** Another browser prints than was foreseen: what was looked for, and would be kept, is of the wrong one. */
class OtherBrowser extends Error {
  readonly version: string;

  constructor(version: string) {
    super(`${version} prints, and another browser was foreseen`);
    this.version = version;
  }
}

/** To be called when something was printed, before anything of it is kept: throws where another browser has printed it than was foreseen. */
export async function checkBrowser({ printer, browser }: StartedBrowser): Promise<void> {
  const version = await (await printer).version();
  if (version !== (await browser)) throw new OtherBrowser(version);
}

/** Does what prints; once more, from its beginning, should it turn out that another browser prints than was foreseen. */
export async function withBrowserAsItIs<T>(
  started: StartedBrowser,
  work: (started: StartedBrowser) => Promise<T>,
): Promise<T> {
  try {
    return await work(started);
  } catch (cause) {
    if (!(cause instanceof OtherBrowser)) throw cause;
    return work({ ...started, browser: Promise.resolve(cause.version) });
  }
}
