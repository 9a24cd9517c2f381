/** A PDF that is not built the way Chromium (or we) build PDFs: a bug of ours or a new browser, never a content problem. */
export class PdfFormatError extends Error {
  override readonly name = "PdfFormatError";
}
