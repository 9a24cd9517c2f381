/** The piece of a document that is printed; chapters stand between the marks of `document-parts.ts`. */
export interface PrintedPiece {
  /** All before the first chapter, one of the chapters, or all after the last. */
  readonly kind: "front" | "chapter" | "back";
  /** Which chapter, from 0. */
  readonly chapter: number;
  /** How many numbered pages come before it. */
  readonly pagesBefore: number;
}

/** What a print is to contain. */
export interface PrintOptions {
  /** The piece that is printed; the whole document unless said otherwise. */
  readonly piece?: PrintedPiece;
  /** Whether nothing more will be asked of the page: another document may have it as soon as this is printed. */
  readonly last?: boolean;
}

/** One document loaded in the browser, ready to be printed any number of times. What is asked of it is done in the order in which it was asked. */
export interface PrintPage {
  /** Whether links or other elements are underlined, with gaps where letters cross the line. */
  underlined(): Promise<boolean>;
  /**
   * Sets the text of elements, by their ids: the page-number slots of the contents list.
   * Throws a `BrowserFault` of code `slot-missing` naming every id that the document lacks; nothing is set then.
   */
  fill(slots: ReadonlyMap<string, string>): Promise<void>;
  /**
   * The document as the bytes of a tagged PDF, with outline and backgrounds, in the paper size that its CSS asks for. Of a piece of it, too, links
   * lead to the names of all that the document holds. Throws a `BrowserFault`.
   */
  print(options?: PrintOptions): Promise<Uint8Array>;
  /** Gives the page's memory back. Never throws, also after a fault. */
  close(): Promise<void>;
}

/** How a document is opened. */
export interface OpenOptions {
  /** Whether little will be printed of it. Such documents take their turns at one page: another one is a process, which takes as long as a print. */
  readonly brief?: boolean;
}

/** A running browser. */
export interface Printer {
  /** How many documents it prints at once without their getting in each other's way; few where it does not say. */
  readonly atOnce?: number;
  /**
   * Loads one self-contained document: fonts and pictures as `data:` URIs, charts as inline SVG. Several documents may be open at once. Throws a
   * `BrowserFault` where the document cannot be loaded or a font of it is not there; or what is asked of the page does.
   */
  open(html: string, options?: OpenOptions): Promise<PrintPage>;
  /** Name and version of the browser, `Chromium 153.0.8010.0`: part of every key under which a print is kept. */
  version(): Promise<string>;
  /** Ends the browser and removes what it left on disk. Never throws. */
  close(): Promise<void>;
}

/** What can go wrong with a browser. */
export type BrowserFaultCode =
  /** No browser on this machine starts. */
  | "browser-not-found"
  /** The browser, or the process of one page, ended while it was needed. Another try may work. */
  | "browser-crashed"
  /** The browser did not answer in time. */
  | "browser-timeout"
  /** A web font could not be loaded: the text would have been set in another face. */
  | "font-failed"
  /** An element to be filled is not in the document. */
  | "slot-missing"
  /** The browser refused the document or the print, for a reason that its message tells. */
  | "print-failed";

/** The parts of a browser fault. */
export interface BrowserFaultInput {
  readonly code: BrowserFaultCode;
  readonly message: string;
  readonly hints?: readonly string[];
  readonly cause?: unknown;
}

/** Trouble with the browser, not with the content; its fields are those of a diagnostic. */
export class BrowserFault extends Error {
  readonly code: BrowserFaultCode;
  readonly hints: readonly string[];

  constructor({ code, message, hints = [], cause }: BrowserFaultInput) {
    super(message, { cause });
    this.name = "BrowserFault";
    this.code = code;
    this.hints = hints;
  }
}
