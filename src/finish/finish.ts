import { bind } from "./bind/bind.ts";
import type { FontPrograms } from "./bind/fonts.ts";
import { openPart } from "./bind/open-part.ts";
import { finishPart } from "./part.ts";
import type { FinishRequest, FinishResult } from "./request.ts";

/** Name of a document's only part. */
const ONLY = "p";

/**
 * Makes a conformant PDF of one that Chromium has printed with tags and outline: mends it (`finishPart`) and binds it (`bind`). The same
 * print and request give the same bytes, and so do prints that differ only in their dates and in the browser's own node names.
 */
export function finish(pdf: Uint8Array, request: FinishRequest): FinishResult {
  const { bytes, mended } = finishPart(pdf, ONLY);
  const bound = bind([openPart(bytes)], request, NO_PROGRAMS);
  return { bytes: bound.bytes, mended: { ...mended, linkedToData: bound.linkedToData } };
}

const NO_PROGRAMS: FontPrograms = new Map();
