import type { Face } from "../../model/faces.ts";
import { fontRules, type WebFace, webFaces } from "../fonts/faces.ts";
import type { WebContext } from "../request.ts";
import { compact } from "../styles/sheets.ts";
import { type EpubDocument, type EpubDocuments, epubDocuments, SHEET } from "./documents.ts";
import { NAVIGATION, navigationDocument } from "./navigation.ts";
import { packageDocument } from "./package.ts";
import { zipFiles } from "./zip.ts";

/** What an EPUB is made from. */
export interface EpubRequest {
  readonly context: WebContext;
  /** `templates/web/epub.css`. */
  readonly sheet: string;
  readonly faces: readonly Face[];
}

/** An EPUB, complete but for its fonts. */
export interface BegunEpub {
  /** Its documents, in reading order. */
  readonly documents: readonly EpubDocument[];
  /** Texts of the composition that are not in it. */
  readonly leftOut: readonly string[];
  /** The fonts of its drawings, and what they are to be cut down to. */
  readonly fonts: readonly WebFace[];
  /** The file, with fonts by their paths. The same request gives the same bytes. */
  readonly complete: (fonts: ReadonlyMap<string, Uint8Array>) => Uint8Array;
}

const FOLDER = "EPUB";

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Makes an EPUB 3.3 of an edition: its texts are set in the reader's own fonts; drawings bring theirs, since they were measured with them.
 */
export function beginEpub(request: EpubRequest): BegunEpub {
  const book = epubDocuments(request.context);
  const fonts = webFaces(request.faces, ({ role }) => (role === "sans" ? book.drawnLetters : ""));
  const { documents, leftOut } = book;
  return { documents, leftOut, fonts, complete: (bytes) => archive(book, fonts, bytes, request) };
}

function archive(
  book: EpubDocuments,
  fonts: readonly WebFace[],
  bytes: ReadonlyMap<string, Uint8Array>,
  { context, sheet }: EpubRequest,
): Uint8Array {
  const paths = fonts.map(({ path }) => path);
  const inFolder: [string, string | Uint8Array][] = [
    ["package.opf", packageDocument(book, paths, context)],
    [NAVIGATION, navigationDocument(book, context)],
    [SHEET, [fontRules(fonts), compact(sheet)].join("\n")],
    ...book.documents.map(({ file, html }): [string, string] => [file, html]),
    ...paths.map((path): [string, Uint8Array] => [path, bytes.get(path) ?? new Uint8Array()]),
  ];
  const files: [string, string | Uint8Array][] = [
    ["mimetype", "application/epub+zip"],
    ["META-INF/container.xml", CONTAINER],
    ...inFolder.map(([path, content]): [string, string | Uint8Array] => [`${FOLDER}/${path}`, content]),
  ];
  const encode = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  return zipFiles(files.map(([path, content]) => ({ path, bytes: encode(content) })));
}
