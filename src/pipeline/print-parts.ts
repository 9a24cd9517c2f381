import { finishPart } from "../finish/part.ts";
import { readDestinationPages } from "../pdf/destinations.ts";
import { type DocumentParts, documentParts } from "../print/document-parts.ts";
import { type PartRequest, type Printed, type PrintedPart, print } from "../print/print.ts";
import type { PrintPage } from "../print/printer.ts";
import { partKey, surroundingsKey } from "./cache/parts.ts";
import type { PrintEdition } from "./edition.ts";

/** An edition whose parts are printed and mended. */
export interface PrintedParts extends Printed {
  /** How many parts were printed, and how many were taken from the cache. */
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
  const surroundings = surroundingsKey({
    tools: `${world.tools} ${browser}`,
    fonts: fonts.key,
    frame: document.frame,
  });
  const done = new Map<string, PrintedPart>();
  const made = new Map<string, Uint8Array>();
  let mending = 0;
  const page = openOnce(request, document);
  const printPart = async (part: PartRequest): Promise<PrintedPart> => {
    const key = `${partKey(part, surroundings)}.pdf`;
    const known = done.get(key) ?? (await recall(key));
    if (known) return known;
    const pdf = await printPiece(await page.open(), part);
    const start = world.now();
    const { bytes } = finishPart(pdf, part.part.name);
    mending += world.now() - start;
    made.set(key, bytes);
    return remember(key, bytes);
  };
  const recall = async (key: string) => {
    const bytes = await world.cache.get("part", key);
    return bytes && remember(key, bytes);
  };
  const remember = (key: string, bytes: Uint8Array): PrintedPart => {
    const { pages, count } = readDestinationPages(bytes);
    const places = new Map([...pages].map(([id, number]) => [id, number - 1]));
    const part = { bytes, pageCount: count, places };
    done.set(key, part);
    return part;
  };
  try {
    const printed = await print({ composition, guess, printPart });
    await world.cache.putAll("part", made);
    return { ...printed, anew: made.size, kept: done.size - made.size, mending };
  } finally {
    page.close();
  }
}

/** The document in the browser, loaded when its first part is to be printed. */
function openOnce({ fonts, world }: PrintEdition, { html }: DocumentParts) {
  let opening: Promise<PrintPage> | undefined;
  const open = async () => {
    const [printer, rules] = await Promise.all([world.printer, fonts.rules()]);
    // A function, since a replacement string would give `$&` in the fonts' text a meaning.
    return printer.open(html.replace("<style>", () => `<style>${rules}\n`));
  };
  return {
    open: () => {
      opening ??= open();
      return opening;
    },
    // Nobody has to wait for it: the browser's own end closes it, too.
    close: () => void opening?.then((page) => page.close()).catch(() => undefined),
  };
}

async function printPiece(page: PrintPage, { part, pagesBefore, texts }: PartRequest): Promise<Uint8Array> {
  if (texts.size > 0) await page.fill(texts);
  const { kind, chapter } = part;
  return page.print({ piece: { kind, chapter, pagesBefore } });
}
