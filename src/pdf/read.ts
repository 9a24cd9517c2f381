import { type DocumentContent, type Papers, readContent } from "./content/page-content.ts";
import { type Destination, readDestinations } from "./destinations.ts";
import type { Font } from "./fonts/font.ts";
import { type Link, readLinks } from "./links.ts";
import { openFile, type PdfFile } from "./objects/file.ts";
import type { Value } from "./objects/values.ts";
import { type OutlineItem, readOutline } from "./outline.ts";
import { type PageObject, pageIndexes, readPages as pageObjects } from "./pages.ts";
import type { Element } from "./structure/element.ts";
import { joinLines } from "./structure/join-lines.ts";
import { readStructureTree } from "./structure/read-tree.ts";

/** A PDF without what its pages show: objects, places, links. */
export interface PdfFrame {
  readonly file: PdfFile;
  readonly pages: readonly PageObject[];
  /** Named destinations, by the HTML's ids. */
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  /** Links by the object number of their annotation. */
  readonly links: ReadonlyMap<number, Link>;
}

/** A PDF, or a stretch of its pages, read once for all who need to know what is in it. */
export interface PdfReading extends PdfFrame, DocumentContent {
  /** The structure tree's top element. */
  readonly structure: Element;
}

/** Some pages of a PDF, with the kids of the structure tree's top element whose content stands on them. */
export interface Stretch {
  readonly pages: readonly PageObject[];
  readonly kids: readonly Value[];
  /** Fonts that were read with other stretches; those of this one are added. */
  readonly fonts: Map<number, Font>;
}

/** Reads a tagged PDF as Chromium prints it or as the finish stage writes it. Throws a `PdfFormatError` for any other. */
export function readPdf(pdf: Uint8Array): PdfReading {
  return readPages(openPdf(pdf));
}

/** Opens a PDF without reading what its pages show. Throws a `PdfFormatError` for one that Chromium and the finish stage do not write. */
export function openPdf(pdf: Uint8Array): PdfFrame {
  const file = openFile(pdf);
  const pages = pageObjects(file);
  const indexes = pageIndexes(pages);
  const destinations = readDestinations(file, indexes);
  const outline = readOutline(file, indexes);
  return { file, pages, destinations, outline, links: readLinks(file, pages, destinations) };
}

/** Reads what the pages of an open PDF show: all of them, or those of a stretch; and into `papers`, if they are given, what each was painted with. */
export function readPages(frame: PdfFrame, stretch?: Stretch, papers?: Papers): PdfReading {
  const { file } = frame;
  const { pages } = stretch ?? frame;
  const { streams, fonts } = readContent(file, pages, stretch?.fonts, papers);
  const structure = readStructureTree(file, { pages, streams }, stretch?.kids);
  joinLines(structure);
  return { ...frame, pages, streams, fonts, structure };
}
