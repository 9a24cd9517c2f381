import { readPageLabels } from "../../pdf/page-labels.ts";
import { type PdfReading, readPdf } from "../../pdf/read.ts";
import { type FoundBlock, foundBlocks } from "./found-blocks.ts";

/** A finished PDF as all checks see it, read once. */
export interface Finished extends PdfReading {
  /** Number of bytes. */
  readonly size: number;
  readonly blocks: readonly FoundBlock[];
  /** What each page is called: `iv`, `12`; empty where the document does not say it. */
  readonly labels: readonly string[];
}

/** Reads a finished PDF. Throws a `PdfFormatError` for a file that is none. */
export function readFinished(pdf: Uint8Array): Finished {
  const reading = readPdf(pdf);
  return {
    ...reading,
    size: pdf.length,
    blocks: foundBlocks(reading.structure),
    labels: readPageLabels(reading.file, reading.pages.length),
  };
}
