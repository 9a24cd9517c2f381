import { catalogOf, dictAt, resolve } from "./objects/access.ts";
import { openFile, type PdfFile } from "./objects/file.ts";
import { isRef, nameText, type Value } from "./objects/values.ts";
import { pageIndexes, readPages } from "./pages.ts";

/** A place in the document. */
export interface Destination {
  /** Index of the page, from 0. */
  readonly page: number;
  /** Left and top of the place in points from the page's lower left corner; 0 and the page's top where not given. */
  readonly x: number;
  readonly y: number;
}

/**
 * The numbers (from 1) of the pages on which the named destinations (the ids that links go to) of a PDF stand. Reads nothing
 * else, and so takes a millisecond or two.
 */
export function readDestinationPages(pdf: Uint8Array): DestinationPages {
  const file = openFile(pdf);
  const indexes = pageIndexes(readPages(file));
  const pages = new Map<string, number>();
  for (const [name, { page }] of readDestinations(file, indexes)) pages.set(name, page + 1);
  return { pages, count: indexes.size };
}

/** Page numbers of the named destinations, and how many pages there are. */
export interface DestinationPages {
  readonly pages: ReadonlyMap<string, number>;
  readonly count: number;
}

/** All named destinations, by name as the HTML has it. Those that do not lead to a page are left out. */
export function readDestinations(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
): Map<string, Destination> {
  const result = new Map<string, Destination>();
  for (const [name, value] of dictAt(file, catalogOf(file), "Dests") ?? []) {
    const destination = readDestination(file, pages, value);
    if (destination !== undefined) result.set(nameText(`/${name}`), destination);
  }
  return result;
}

/** An explicit destination: `[page /XYZ left top zoom]`, or a dictionary with one under D. */
export function readDestination(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
  value: Value | undefined,
): Destination | undefined {
  const resolved = resolve(file, value);
  if (resolved instanceof Map) return readDestination(file, pages, resolved.get("D"));
  if (!Array.isArray(resolved)) return undefined;
  const [page, , x, y] = resolved;
  const index = isRef(page) ? pages.get(page.id) : undefined;
  if (index === undefined) return undefined;
  return {
    page: index,
    x: typeof x === "number" ? x : 0,
    y: typeof y === "number" ? y : Number.POSITIVE_INFINITY,
  };
}
