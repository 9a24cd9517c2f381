import { catalogOf } from "../pdf/objects/access.ts";
import { flateStream } from "../pdf/objects/streams.ts";
import { dict, isStream, ref } from "../pdf/objects/values.ts";
import { writeFile } from "../pdf/objects/write.ts";
import { type PdfReading, readPdf } from "../pdf/read.ts";
import type { Element } from "../pdf/structure/element.ts";
import { releaseDecoration, rewriteContent } from "./artifacts.ts";
import { mendCaptions } from "./captions.ts";
import { mendDestinations } from "./destinations.ts";
import { mendFigures } from "./figures.ts";
import { mendGlyphTexts } from "./glyph-texts.ts";
import { describeLinks } from "./links.ts";
import { mendLists } from "./lists.ts";
import { renameElements } from "./names.ts";
import { nameBookmarks, writeOutline } from "./outline.ts";
import { type MakeElement, mendParagraphs } from "./paragraphs.ts";
import { destinationDict, meantElements } from "./places.ts";
import { releaseRepeatedHeaders } from "./repeated-headers.ts";
import type { MendCounts } from "./request.ts";
import { mendRoles } from "./roles.ts";
import { writeStructureTree } from "./structure-tree.ts";

/** A part of a document (its front pages, a chapter), printed and mended. */
export interface FinishedPart {
  /** A small PDF: what `bind` puts together. Two entries of its catalog are ours: Meant (`meantElements`) and Fonts. */
  readonly bytes: Uint8Array;
  readonly mended: MendCounts;
}

/**
 * Mends what Chromium has printed of a part, as far as the part alone tells: structure, content, links, bookmarks. The same print
 * gives the same bytes, and so do prints that differ only in their dates and in the browser's own node names. The name of the part
 * tells its elements from those of other parts.
 */
export function finishPart(pdf: Uint8Array, name: string): FinishedPart {
  const print = readPdf(pdf);
  const structureCounts = mendStructure(print, name);
  const contentRuns = rewriteStreams(print);
  const glyphTexts = mendGlyphTexts(print);
  const links = describeLinks(print);
  const bytes = writePart(print);
  return { bytes, mended: { ...structureCounts, contentRuns, glyphTexts, links } };
}

/** All that is mended in the structure tree alone. */
function mendStructure(reading: PdfReading, name: string): MendCounts {
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
    names: renameElements(structure, name),
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

function writePart(print: PdfReading): Uint8Array {
  const { file, structure, fonts } = print;
  const destinations = mendDestinations(print);
  const catalog = dict({
    Type: "/Catalog",
    Pages: catalogOf(file).get("Pages"),
    StructTreeRoot: writeStructureTree(print),
    Outlines: writeOutline(print, nameBookmarks(print.outline, structure)),
    Dests: file.add(destinationDict(print, destinations)),
    Meant: file.add(meantElements(structure, destinations)),
    Fonts: [...fonts.keys()].map(ref),
  });
  return writeFile(file, { version: "1.7", root: file.add(catalog), plain: true });
}
