import { finishPart } from "../finish/part.ts";
import { readDestinationPages } from "../pdf/destinations.ts";
import { type DocumentParts, documentParts } from "../print/document-parts.ts";
import { charactersOf } from "../print/fonts/characters.ts";
import { fontRules } from "../print/fonts/subset.ts";
import { guessedRequests, type PartRequest, type Printed, type PrintedPart, print } from "../print/print.ts";
import type { PrintPage } from "../print/printer.ts";
import { partMemory } from "./cache/parts.ts";
import type { PrintEdition } from "./edition.ts";

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
  const stale = await memory.missing(guessedRequests(document, composition, guess));
  const browserPage = openOnce(request, document, stale);
  const made = new Set<Uint8Array>();
  let mending = 0;
  const printPart = async (part: PartRequest): Promise<PrintedPart> => {
    const known = await memory.recall(part);
    if (known) return placed(known);
    const pdf = await printPiece(await browserPage.open(part), part);
    const start = world.now();
    const { bytes } = finishPart(pdf, part.part.name);
    mending += world.now() - start;
    made.add(bytes);
    memory.remember(part, bytes);
    return placed(bytes);
  };
  try {
    const printed = await print({ composition, guess, printPart });
    await memory.keep();
    const anew = printed.parts.filter((part) => made.has(part)).length;
    return { ...printed, anew, kept: printed.parts.length - anew, mending };
  } finally {
    browserPage.close();
  }
}

function placed(bytes: Uint8Array): PrintedPart {
  const { pages, count } = readDestinationPages(bytes);
  return { bytes, pageCount: count, places: new Map([...pages].map(([id, number]) => [id, number - 1])) };
}

/** A stale part or two are printed with fonts that have but their outlines: to load whole fonts takes longer than to print a chapter. */
const FEW = 2;

/** The document in the browser, loaded when its first part is to be printed; and again, with whole fonts, when others are to be printed than was foreseen. */
function openOnce(
  { fonts, world, onLoading }: PrintEdition,
  { html, head }: DocumentParts,
  stale: readonly PartRequest[],
) {
  const few = stale.length <= FEW ? stale : [];
  const foreseen = new Set(few.map(({ part }) => part.name));
  const pages = new Map<"few" | "all", Promise<PrintPage>>();
  const open = async (characters: string | undefined) => {
    const [printer, faces] = await Promise.all([world.printer, fonts.faces()]);
    const rules = fontRules(faces, characters);
    // A function, since a replacement string would give `$&` in the fonts' text a meaning.
    const page = printer.open(html.replace("<style>", () => `<style>${rules}\n`));
    onLoading?.();
    return page;
  };
  return {
    open: ({ part }: PartRequest): Promise<PrintPage> => {
      const kind = foreseen.has(part.name) ? "few" : "all";
      const known = pages.get(kind);
      if (known) return known;
      const shown = few.map(({ part: { html: own }, texts }) => own + [...texts.values()].join());
      const page = open(kind === "few" ? charactersOf(head + shown.join()) : undefined);
      pages.set(kind, page);
      return page;
    },
    // Nobody has to wait for it: the browser's own end closes it, too.
    close: () => {
      for (const page of pages.values()) page.then((open) => open.close()).catch(() => undefined);
    },
  };
}

async function printPiece(page: PrintPage, { part, pagesBefore, texts }: PartRequest): Promise<Uint8Array> {
  if (texts.size > 0) await page.fill(texts);
  const { kind, chapter } = part;
  return page.print({ piece: { kind, chapter, pagesBefore } });
}
