/**
 * Whether a document asks for what hangs on the true shape of letters, other than their being painted: lines under and over text leave gaps
 * for letters that cross them, and filters make a picture of it. Lines that the browser draws of itself under links are not seen here.
 */
export function outlinesMatter(html: string): boolean {
  return LINES.test(html) || FILTERS.test(html);
}

const LINES = /text-decoration[\w-]*\s*[:=][^;}>]*\b(?:under|over)line/i;
const FILTERS = /\bfilter\s*[:=]/i;

/**
 * Whether letters are in a print otherwise than as text of an embedded font: as drawings of their own (`Type3`: fattened, slanted, or stroked
 * letters), as paths beside text that is not painted (alpha 0: shadows, backgrounds cut to letters), or in a picture that the document did not bring.
 */
export function outlinesPainted(pdf: Uint8Array, html: string): boolean {
  // What we look for stands in dictionaries, which Chromium does not compress.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if (text.includes("/Type3") || /\/ca 0[\s/>]/.test(text.toString("latin1"))) return true;
  return text.includes("/Subtype /Image") && !PICTURES.test(html);
}

const PICTURES = /data:image\/(?!svg)/;
