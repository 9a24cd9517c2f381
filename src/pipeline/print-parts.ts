import { fontsOfPart } from "../finish/bind/fonts.ts";
import { type OpenPart, openPart } from "../finish/bind/open-part.ts";
import { finishPart } from "../finish/part.ts";
import { documentParts } from "../print/document-parts.ts";
import { guessedRequests, type PartRequest, type Printed, type PrintedPart, print } from "../print/print.ts";
import { type PartMemory, partMemory } from "./cache/parts.ts";
import type { EditionWorld, PrintEdition } from "./edition.ts";
import { partPages } from "./part-pages.ts";
import { checkBrowser } from "./started-browser.ts";

/** An edition whose parts are printed and mended. */
export interface PrintedParts extends Omit<Printed, "parts"> {
  /** The parts in the order of the document, opened to be bound. */
  readonly parts: readonly OpenPart[];
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
  const browser = await world.browser;
  const memory = partMemory(world.cache, {
    tools: `${world.tools} ${browser}`,
    fonts: fonts.key,
    frame: document.frame,
  });
  const guessed = guessedRequests(document, composition, guess);
  const stale = await memory.missing(guessed);
  const pages = partPages(request, document, { stale, all: guessed.length });
  const open = openedOnce();
  const made = new Set<Uint8Array>();
  let mending = 0;
  const printPart = async (part: PartRequest): Promise<PrintedPart> => {
    const known = await memory.recall(part);
    if (known) return placed(known, open(known));
    const pdf = await pages.print(part);
    await checkBrowser(world);
    const start = world.now();
    const { bytes } = finishPart(pdf, part.part.name);
    mending += world.now() - start;
    made.add(bytes);
    memory.remember(part, bytes);
    return placed(bytes, open(bytes));
  };
  const ahead = openAhead(
    guessed.filter((part) => !stale.includes(part)),
    { memory, open, world },
  );
  try {
    const printed = await print({ composition, parts: document.parts, guess, printPart });
    request.onPrinted?.();
    await memory.keep();
    const anew = printed.parts.filter((part) => made.has(part)).length;
    const kept = printed.parts.length - anew;
    return { ...printed, parts: printed.parts.map(open), anew, kept, mending };
  } finally {
    ahead.end();
    pages.close();
  }
}

type Open = (bytes: Uint8Array) => OpenPart;

/** Opens each part once. */
function openedOnce(): Open {
  const opened = new Map<Uint8Array, OpenPart>();
  return (bytes) => {
    const part = opened.get(bytes) ?? openPart(bytes);
    opened.set(bytes, part);
    return part;
  };
}

interface Ahead {
  readonly memory: PartMemory;
  readonly open: Open;
  readonly world: Pick<EditionWorld, "pause" | "idle">;
}

/** Opens the parts that are kept while the browser prints the others, as soon as there is nothing else to do. Until it is ended; never throws. */
function openAhead(
  kept: readonly PartRequest[],
  { memory, open, world }: Ahead,
): { readonly end: () => void } {
  let ended = false;
  const run = async () => {
    await world.idle;
    for (const part of kept) {
      await world.pause();
      if (ended) return;
      const bytes = await memory.recall(part);
      if (bytes) fontsOfPart(open(bytes));
    }
  };
  // What is wrong with a part is told when it is bound.
  if (world.idle) run().catch(() => undefined);
  return {
    end: () => {
      ended = true;
    },
  };
}

function placed(bytes: Uint8Array, { pages, destinations }: OpenPart): PrintedPart {
  const places = new Map([...destinations].map(([id, { page }]) => [id, page]));
  return { bytes, pageCount: pages.length, places };
}
