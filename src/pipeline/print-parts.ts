import { finishPart } from "../finish/part.ts";
import { readDestinationPages } from "../pdf/destinations.ts";
import { documentParts } from "../print/document-parts.ts";
import { guessedRequests, type PartRequest, type Printed, type PrintedPart, print } from "../print/print.ts";
import { partMemory } from "./cache/parts.ts";
import type { PrintEdition } from "./edition.ts";
import { partPages } from "./part-pages.ts";

/** An edition whose parts are printed and mended. */
export interface PrintedParts extends Printed {
  /** How many of the parts were printed, and how many were taken from the cache. */
  readonly anew: number;
  readonly kept: number;
  /** Milliseconds that mending them took. */
  readonly mending: number;
}

/** Prints and mends the parts of an edition; those that were printed before with the same content, on the same pages, are taken from the cache. */
export async function printParts(
  request: PrintEdition,
  guess: ReadonlyMap<string, string>,
): Promise<PrintedParts> {
  const { composition, fonts, world } = request;
  const document = documentParts(composition);
  const browser = await (await world.printer).version();
  const memory = partMemory(world.cache, {
    tools: `${world.tools} ${browser}`,
    fonts: fonts.key,
    frame: document.frame,
  });
  const guessed = guessedRequests(document, composition, guess);
  const pages = partPages(request, document, { stale: await memory.missing(guessed), all: guessed.length });
  const made = new Set<Uint8Array>();
  let mending = 0;
  const printPart = async (part: PartRequest): Promise<PrintedPart> => {
    const known = await memory.recall(part);
    if (known) return placed(known);
    const pdf = await pages.print(part);
    const start = world.now();
    const { bytes } = finishPart(pdf, part.part.name);
    mending += world.now() - start;
    made.add(bytes);
    memory.remember(part, bytes);
    return placed(bytes);
  };
  try {
    const printed = await print({ composition, parts: document.parts, guess, printPart });
    await memory.keep();
    const anew = printed.parts.filter((part) => made.has(part)).length;
    return { ...printed, anew, kept: printed.parts.length - anew, mending };
  } finally {
    pages.close();
  }
}

function placed(bytes: Uint8Array): PrintedPart {
  const { pages, count } = readDestinationPages(bytes);
  return { bytes, pageCount: count, places: new Map([...pages].map(([id, number]) => [id, number - 1])) };
}
