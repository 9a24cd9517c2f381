import type { CDPSession, Page } from "puppeteer";
import { BrowserFault, type PrintOptions, type PrintPage } from "../../print/printer.ts";
import { FIRST_PASS, guardedDocument } from "./document.ts";
import type { Guard } from "./guard.ts";
import { showPiece } from "./show-piece.ts";

/** Where every document stays. */
const PLACE = "about:blank";

/**
 * Loads a document into an empty page that runs no scripts. It stays at `about:blank`, from where Chromium lets nothing read local files.
 * Measured for 42 pages with 1.3 MB of fonts, until all fonts are there: `setContent` 0.72 s, the same file from disk 0.85 s, fonts as
 * files beside it 0.80 s, `setContent` with request interception 0.73 s; these are without the hiding of `guardedDocument`.
 */
export async function loadPage(page: Page, html: string, guard: Guard, timeout: number): Promise<PrintPage> {
  await guard("loading the document", async () => {
    await page.setContent(guardedDocument(html), { waitUntil: "load", timeout });
  });
  const { underlined } = await guard("loading the fonts", () => loadFonts(page)).catch((cause: unknown) => {
    stillInPlace(page);
    throw cause;
  });
  return {
    underlined: async () => underlined,
    fill: (slots) => guard("filling page numbers", () => fillSlots(page, slots)),
    print: (options = {}) => guard("printing", () => printPage(page, options, timeout)),
    close: () => page.close().catch(() => undefined),
  };
}

/** A face that only a margin box uses is not loaded of itself, and one that fails is silently replaced. */
async function loadFonts(page: Page): Promise<{ readonly underlined: boolean }> {
  const { failed, underlined } = await page.evaluate(async () => {
    const faces = [...document.fonts];
    await Promise.allSettled(faces.map((face) => face.load()));
    const failed = faces
      .filter(({ status }) => status !== "loaded")
      .map(({ family, weight, style }) => `${family} (${weight} ${style})`);
    // What the browser's own style sheet underlines; the document's styles are known to its printer.
    const underlined = [...document.querySelectorAll("a[href], u, ins, abbr[title]")].some((element) =>
      getComputedStyle(element).textDecorationLine.includes("underline"),
    );
    return { failed, underlined };
  });
  if (failed.length === 0) return { underlined };
  throw new BrowserFault({
    code: "font-failed",
    message: `the browser could not load ${failed.length === 1 ? "the font" : "the fonts"} ${failed.join(", ")}`,
    hints: ["check that the font in the document's @font-face rule is a whole TrueType file in a data: URI"],
  });
}

async function fillSlots(page: Page, slots: ReadonlyMap<string, string>): Promise<void> {
  const missing = await page.evaluate(
    (entries) => {
      const elements = entries.map(([id, text]) => ({ id, text, element: document.getElementById(id) }));
      const absent = elements.filter(({ element }) => element === null).map(({ id }) => id);
      if (absent.length === 0) for (const { element, text } of elements) element?.replaceChildren(text);
      return absent;
    },
    [...slots],
  );
  if (missing.length === 0) return;
  throw new BrowserFault({
    code: "slot-missing",
    message: `the document has no element with the id ${missing.join(", ")}`,
  });
}

/** What a print is to be: tagged, with bookmarks, on the paper that its style sheet asks for, without the margins and scale that the browser would choose. */
const PRINT = {
  // As a stream it would take three more questions, each of which waits until our thread has time.
  transferMode: "ReturnAsBase64",
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
} as const;

async function printPage(page: Page, { piece }: PrintOptions, timeout: number): Promise<Uint8Array> {
  if (piece) await showPiece(page, piece);
  stillInPlace(page);
  const pdf = await printed(page, timeout);
  if (pdf.length > BLANK) return pdf;
  // Nothing to be seen: perhaps this browser takes its window for the paper in the second pass, too.
  await page.evaluate((id) => document.getElementById(id)?.remove(), FIRST_PASS);
  return printed(page, timeout);
}

/** An empty page has about 1,000 bytes, one with a letter and its font more than this. */
const BLANK = 2_500;

async function printed(page: Page, timeout: number): Promise<Uint8Array> {
  const session = await sessionOf(page);
  const { data } = await session.send("Page.printToPDF", PRINT, { timeout });
  return Buffer.from(data, "base64");
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** A page's own line to the browser's protocol, made once. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  return session;
}

/** A content security policy does not stop `<meta http-equiv="refresh">`. */
function stillInPlace(page: Page): void {
  if (page.url() === PLACE) return;
  throw new BrowserFault({
    code: "print-failed",
    message: `the document went somewhere else: ${page.url()}`,
    hints: ['remove <meta http-equiv="refresh"> from the document'],
  });
}
