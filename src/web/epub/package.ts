import { hashOf } from "../../model/hash.ts";
import { descriptionOf } from "../pages/structured-data.ts";
import type { WebContext } from "../request.ts";
import { escapeHtml } from "../tree/nodes.ts";
import { type EpubDocuments, SHEET } from "./documents.ts";
import { NAVIGATION } from "./navigation.ts";

/** What readers who do not see, or not well, can expect (EPUB Accessibility 1.1; words of schema.org). */
const ACCESSIBILITY: readonly (readonly [property: string, value: string])[] = [
  ["accessMode", "textual"],
  ["accessMode", "visual"],
  ["accessModeSufficient", "textual"],
  ["accessibilityFeature", "alternativeText"],
  ["accessibilityFeature", "displayTransformability"],
  ["accessibilityFeature", "readingOrder"],
  ["accessibilityFeature", "structuralNavigation"],
  ["accessibilityFeature", "tableOfContents"],
  ["accessibilityHazard", "none"],
];

/** The package document (EPUB 3.3, section 5): what the book is, its files, their order. `fonts` are paths. */
export function packageDocument(
  { documents }: EpubDocuments,
  fonts: readonly string[],
  context: WebContext,
): string {
  const { language } = context.edition;
  const files = [
    `<item id="nav" href="${NAVIGATION}" media-type="application/xhtml+xml" properties="nav"/>`,
    `<item id="sheet" href="${SHEET}" media-type="text/css"/>`,
    ...fonts.map((path, index) => `<item id="font-${index + 1}" href="${path}" media-type="font/woff2"/>`),
    ...documents.map(
      ({ file, hasDrawings }, index) =>
        `<item id="part-${index}" href="${escapeHtml(file)}" media-type="application/xhtml+xml"${hasDrawings ? ' properties="svg"' : ""}/>`,
    ),
  ];
  const order = documents.map((_, index) => `<itemref idref="part-${index}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(context).join("\n")}
</metadata>
<manifest>
${files.join("\n")}
</manifest>
<spine>
${[...order.slice(0, 1), '<itemref idref="nav"/>', ...order.slice(1)].join("\n")}
</spine>
</package>
`;
}

function metadata(context: WebContext): string[] {
  const { edition } = context;
  const { title, subject, keywords, author, date } = descriptionOf(context);
  const element = (name: string, text: string) =>
    text === "" ? [] : [`<dc:${name}>${escapeHtml(text)}</dc:${name}>`];
  return [
    `<dc:identifier id="book">${identifier(context)}</dc:identifier>`,
    ...element("title", title),
    ...element("language", edition.language),
    ...element("creator", author),
    ...element("date", date),
    ...element("description", subject),
    ...keywords.flatMap((word) => element("subject", word)),
    // The day alone is known.
    `<meta property="dcterms:modified">${date}T00:00:00Z</meta>`,
    ...ACCESSIBILITY.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`),
  ];
}

/** A name that stays the same over all revisions: a UUID of version 8 (RFC 9562) made of year, language and title. */
function identifier({ report, edition, own }: WebContext): string {
  const hash = hashOf("epub", String(report.year), edition.language, edition.state, own.title);
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${[a, b, c, d, e].join("-")}`;
}
