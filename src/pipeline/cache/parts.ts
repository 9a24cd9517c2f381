import type { PartRequest } from "../../print/print.ts";
import { hashOf } from "./store.ts";

/** What all parts of a document depend on. */
export interface PartSurroundings {
  /** Engine, browser, runtime. */
  readonly tools: string;
  /** Key of the cut fonts. */
  readonly fonts: string;
  /** The document's frame (`documentParts`). */
  readonly frame: string;
}

/** One key for the surroundings of all parts. */
export function surroundingsKey({ tools, fonts, frame }: PartSurroundings): string {
  return hashOf(tools, fonts, frame);
}

/** What a finished part was made from: its HTML, the page that it begins on, the page numbers that it shows. */
export function partKey({ part, pagesBefore, texts }: PartRequest, surroundings: string): string {
  const { kind, chapter, name, html } = part;
  return hashOf(surroundings, JSON.stringify({ kind, chapter, name, pagesBefore, texts: [...texts] }), html);
}
