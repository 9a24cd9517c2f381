/**
 * Nothing but what the document itself holds. A second policy in the document can only forbid more, so this one is given to every document.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * Readies a document for loading: gives it a content security policy, and hides it on screen. Nobody looks at the screen, but Chromium would
 * lay out and paint the whole document there before it prints: hidden, loading and a first print take 0.35 s instead of 0.89 s for
 * 42 pages with 1.3 MB of fonts, and the PDF is the same byte for byte.
 */
export function guardedDocument(html: string): string {
  const [doctype = ""] = /^\s*(?:<!doctype[^>]*>)?/i.exec(html) ?? [];
  // An <html> or <head> tag after these is merged with the ones that they imply: so says the HTML standard ("in head", "in body").
  const head =
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    "<style>@media screen{html{display:none!important}}</style>";
  return `${doctype}${head}${html.slice(doctype.length)}`;
}
