import type { Destination } from "../pdf/destinations.ts";
import { contentsId } from "../pdf/pages.ts";
import type { PdfReading } from "../pdf/read.ts";

/**
 * Chromium gives the places of named destinations as if pages had no margins: links land one top margin too high. Moves them by
 * the place of the page area, which the page's first clips tell.
 */
export function mendDestinations({ destinations, pages, streams }: PdfReading): Map<string, Destination> {
  const result = new Map<string, Destination>();
  for (const [name, { page: index, x, y }] of destinations) {
    const page = pages[index];
    const area = page && streams.get(contentsId(page))?.pageArea;
    const left = area?.[0] ?? 0;
    const top = page !== undefined && area !== undefined ? page.height - area[3] : 0;
    result.set(name, { page: index, x: round(x + left), y: round(y - top) });
  }
  return result;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
