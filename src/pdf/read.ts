import { type DocumentContent, readContent } from "./content/page-content.ts";
import { type Destination, readDestinations } from "./destinations.ts";
import { type Link, readLinks } from "./links.ts";
import { openFile, type PdfFile } from "./objects/file.ts";
import { type OutlineItem, readOutline } from "./outline.ts";
import { type PageObject, pageIndexes, readPages } from "./pages.ts";
import type { Element } from "./structure/element.ts";
import { joinLines } from "./structure/join-lines.ts";
import { readStructureTree } from "./structure/read-tree.ts";

/** A PDF, read once for all who need to know what is in it. */
export interface PdfReading extends DocumentContent {
  readonly file: PdfFile;
  readonly pages: readonly PageObject[];
  /** The structure tree's top element. */
  readonly structure: Element;
  /** Named destinations, by the HTML's ids. */
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  /** Links by the object number of their annotation. */
  readonly links: ReadonlyMap<number, Link>;
}

/** Reads a tagged PDF as Chromium prints it or as the finish stage writes it. Throws a `PdfFormatError` for any other. */
export function readPdf(pdf: Uint8Array): PdfReading {
  const file = openFile(pdf);
  const pages = readPages(file);
  const content = readContent(file, pages);
  const indexes = pageIndexes(pages);
  const structure = readStructureTree(file, { pages, streams: content.streams });
  joinLines(structure);
  const destinations = readDestinations(file, indexes);
  return {
    file,
    pages,
    streams: content.streams,
    fonts: content.fonts,
    papers: content.papers,
    structure,
    destinations,
    outline: readOutline(file, indexes),
    links: readLinks(file, pages, destinations),
  };
}
