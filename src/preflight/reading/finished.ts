import type { Papers } from "../../pdf/content/page-content.ts";
import { readPageLabels } from "../../pdf/page-labels.ts";
import { openPdf, type PdfFrame, type PdfReading, readPages, type Stretch } from "../../pdf/read.ts";
import { type FoundBlock, foundBlocks } from "./found-blocks.ts";

/** A finished PDF, opened: all but what its pages show. */
export interface Opened extends PdfFrame {
  /** Number of bytes. */
  readonly size: number;
  /** What each page is called: `iv`, `12`; empty where the document does not say it. */
  readonly labels: readonly string[];
}

/** A finished PDF, or a stretch of it, as all checks see it, read once. */
export interface Finished extends Opened, PdfReading {
  readonly blocks: readonly FoundBlock[];
  /** What each page was painted with. */
  readonly papers: Papers;
}

/** Opens a finished PDF. Throws a `PdfFormatError` for a file that is none. */
export function openFinished(pdf: Uint8Array): Opened {
  const frame = openPdf(pdf);
  return { ...frame, size: pdf.length, labels: readPageLabels(frame.file, frame.pages.length) };
}

/** Reads what the pages of an opened PDF show: all of them, or those of a stretch. Throws a `PdfFormatError` for content that is none of ours. */
export function readFinished(opened: Opened, stretch?: Stretch): Finished {
  const papers: Papers = new Map();
  const reading = readPages(opened, stretch, papers);
  return { ...opened, ...reading, papers, blocks: foundBlocks(reading.structure) };
}
