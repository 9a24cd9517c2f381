import type { Destination } from "../pdf/destinations.ts";
import { catalogOf } from "../pdf/objects/access.ts";
import { flateStream } from "../pdf/objects/streams.ts";
import { type Dict, isStream, nameFrom } from "../pdf/objects/values.ts";
import { writeFile } from "../pdf/objects/write.ts";
import { type PdfReading, readPdf } from "../pdf/read.ts";
import { descendants, type Element } from "../pdf/structure/element.ts";
import { elementLocator } from "../pdf/structure/locate.ts";
import { releaseDecoration, rewriteContent } from "./artifacts.ts";
import { embedFiles, filesByElement } from "./attachments.ts";
import { mendCaptions } from "./captions.ts";
import { makeCatalog } from "./catalog.ts";
import { mendDestinations } from "./destinations.ts";
import { mendFigures } from "./figures.ts";
import { mendGlyphTexts } from "./glyph-texts.ts";
import { informationDict } from "./information.ts";
import { destinationArray, mendLinks } from "./links.ts";
import { mendLists } from "./lists.ts";
import { renameElements } from "./names.ts";
import { limitOutline, nameBookmarks, writeOutline } from "./outline.ts";
import { type MakeElement, mendParagraphs } from "./paragraphs.ts";
import { releaseRepeatedHeaders } from "./repeated-headers.ts";
import type { FinishRequest, FinishResult, MendCounts } from "./request.ts";
import { mendRoles } from "./roles.ts";
import { roleEntries } from "./standard-roles.ts";
import { writeStructureTree } from "./structure-tree.ts";

/**
 * Makes a conformant PDF of one that Chromium has printed with tags and outline. The same print and request give the same bytes,
 * and so do prints that differ only in their dates and in the browser's own node names.
 */
export function finish(pdf: Uint8Array, request: FinishRequest): FinishResult {
  const print = readPdf(pdf);
  const structureCounts = mendStructure(print);
  const contentRuns = rewriteStreams(print);
  const glyphTexts = mendGlyphTexts(print);
  const { reading, bytes, linkedToData } = writeDocument(print, request);
  const counts = { contentRuns, glyphTexts, links: reading.links.size, linkedToData };
  return { bytes, reading, mended: { ...structureCounts, ...counts } };
}

/** All that is mended in the structure tree alone. */
function mendStructure(reading: PdfReading): MendCounts {
  const { structure } = reading;
  const make = elementMaker(reading);
  return {
    decoration: releaseDecoration(structure),
    repeatedHeaders: releaseRepeatedHeaders(structure),
    roles: mendRoles(structure),
    captions: mendCaptions(structure, make),
    ...mendFigures(structure),
    paragraphs: mendParagraphs(structure, make),
    listBodies: mendLists(structure, make),
    names: renameElements(structure),
  };
}

function elementMaker({ file }: PdfReading): MakeElement {
  return (role, kids) => {
    const element: Element = {
      kind: "element",
      id: file.add(null).id,
      role,
      parent: undefined,
      kids,
      lang: undefined,
      alt: undefined,
      actualText: undefined,
      name: undefined,
      attributes: [],
    };
    for (const kid of kids) if (kid.kind === "element") kid.parent = element;
    return element;
  };
}

/** Writes the content streams anew where anything in them changes. Gives the number of runs marked as artifacts. */
function rewriteStreams({ file, streams }: PdfReading): number {
  let runs = 0;
  for (const content of streams.values()) {
    const source = rewriteContent(content);
    const stream = file.get(content.id);
    if (source === undefined || !isStream(stream)) continue;
    file.set(content.id, flateStream(source, stream.dict));
    runs += content.untagged.length;
  }
  return runs;
}

interface WrittenDocument {
  readonly reading: PdfReading;
  readonly bytes: Uint8Array;
  /** How many tables and figures refer to attached data. */
  readonly linkedToData: number;
}

function writeDocument(print: PdfReading, request: FinishRequest): WrittenDocument {
  const { file, structure } = print;
  const { conformance, metadata, attachments } = request;
  const structured = conformance === "ua2-a4f";
  const locate = elementLocator(structure);
  const destinations = mendDestinations(print);
  const links = mendLinks(print, { destinations, locate: structured ? locate : undefined });
  const levels = request.outlineLevels ?? Number.POSITIVE_INFINITY;
  const outline = nameBookmarks(limitOutline(print.outline, levels), structure);
  const reading: PdfReading = { ...print, destinations, links, outline };

  const embedded = embedFiles(file, attachments, metadata.date);
  const shown = filesByElement(attachments, embedded.specifications, { destinations, locate });
  const elements = new Set(descendants(structure).map(({ id }) => id));
  const catalog = makeCatalog(file, request, {
    pages: catalogOf(file).get("Pages"),
    structureRoot: writeStructureTree(reading, roleEntries(file, structure, conformance), shown),
    outline: writeOutline(reading, outline, { elements, structured }),
    destinations: destinationDict(reading, destinations),
    files: embedded.catalog,
  });
  const bytes = writeFile(file, {
    version: structured ? "2.0" : "1.7",
    root: file.add(catalog),
    info: structured ? undefined : file.add(informationDict(metadata)),
  });
  return { reading, bytes, linkedToData: shown.size };
}

function destinationDict(reading: PdfReading, destinations: ReadonlyMap<string, Destination>): Dict {
  const sorted = [...destinations].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, place]) => [nameFrom(name).slice(1), destinationArray(reading, place)]));
}
