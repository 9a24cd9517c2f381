/** Where a browser can come from, in the order in which the places are tried. */
export type BrowserPlace = "environment" | "bundled" | "puppeteer-cache" | "system" | "download";

/** A browser that answered when asked for its version. */
export interface FoundBrowser {
  readonly ok: true;
  readonly place: BrowserPlace;
  /** Path of the program. */
  readonly path: string;
  /** Its own words: `Chromium 153.0.8010.0`. */
  readonly version: string;
  /** Folder of shared libraries that it needs and the system lacks. */
  readonly libraries?: string;
}

/** A place, or a program in it, that gave no browser, and why. */
export interface FailedTry {
  readonly ok: false;
  readonly place: BrowserPlace;
  readonly path?: string;
  readonly reason: string;
}

/** Outcome of trying one program. */
export type Try = FoundBrowser | FailedTry;

/** The message of anything thrown. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
