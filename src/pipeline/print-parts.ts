import { finishPart } from "../finish/part.ts";
import { readDestinationPages } from "../pdf/destinations.ts";
import { type DocumentPart, type DocumentParts, documentParts } from "../print/document-parts.ts";
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
  const guessed = guessedRequests(document, composition, guess);
  const foreseen = { stale: await memory.missing(guessed), all: guessed.length };
  const browserPage = openOnce(request, document, foreseen);
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
    const printed = await print({ composition, parts: document.parts, guess, printPart });
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

/** Chapters that are in the browser at once: what it does for one takes longer the more of them there are. */
const AT_ONCE = 12;

/** A stale part or two are printed with fonts that have but their outlines: to load whole fonts takes longer than to print a chapter. */
const FEW = 2;

/** What the browser is given: some chapters, with fonts for all or only for them. */
interface Load {
  readonly chapters: ReadonlySet<number>;
  /** The only parts that the fonts are for, by name, and their characters; else they are for all. */
  readonly only?: { readonly names: ReadonlySet<string>; readonly characters: string };
}

/**
 * The document in the browser, loaded when its first part is to be printed: with the parts alone that are stale, where they were foreseen and few;
 * else some chapters after the other.
 */
function openOnce(
  { fonts, world, onLoading }: PrintEdition,
  { htmlWith, head, parts }: DocumentParts,
  guessed: Foreseen,
) {
  // Without a guess for every part nobody knows which others are stale.
  const few = guessed.all === parts.length && guessed.stale.length <= FEW ? guessed.stale : [];
  let loaded: Load | undefined;
  let page: Promise<PrintPage> | undefined;
  const open = async ({ chapters, only }: Load) => {
    const [printer, faces] = await Promise.all([world.printer, fonts.faces()]);
    const rules = fontRules(faces, only?.characters);
    // A function, since a replacement string would give `$&` in the fonts' text a meaning.
    const opened = printer.open(htmlWith(chapters).replace("<style>", () => `<style>${rules}\n`));
    onLoading?.();
    return opened;
  };
  // Nobody has to wait for it: the browser's own end closes it, too.
  const close = () => void page?.then((opened) => opened.close()).catch(() => undefined);
  return {
    open: ({ part }: PartRequest): Promise<PrintPage> => {
      if (page && loaded && holds(loaded, part)) return page;
      close();
      loaded = few.some((one) => one.part.name === part.name)
        ? loadOf(few, head)
        : { chapters: around(part) };
      page = open(loaded);
      return page;
    },
    close,
  };
}

/** What can be said of an edition's parts before any is printed. */
interface Foreseen {
  /** The parts that would have to be printed. */
  readonly stale: readonly PartRequest[];
  /** Of how many parts this was said. */
  readonly all: number;
}

/** The front and the back are in every load. */
function holds({ chapters, only }: Load, { kind, chapter, name }: DocumentPart): boolean {
  return only ? only.names.has(name) : kind !== "chapter" || chapters.has(chapter);
}

function loadOf(few: readonly PartRequest[], head: string): Load {
  const shown = few.map(({ part: { html }, texts }) => html + [...texts.values()].join());
  const chapters = few.flatMap(({ part }) => (part.kind === "chapter" ? part.chapter : []));
  const names = new Set(few.map(({ part }) => part.name));
  return { chapters: new Set(chapters), only: { names, characters: charactersOf(head + shown.join()) } };
}

function around({ kind, chapter }: DocumentPart): ReadonlySet<number> {
  if (kind !== "chapter") return new Set();
  const first = Math.floor(chapter / AT_ONCE) * AT_ONCE;
  return new Set(Array.from({ length: AT_ONCE }, (_, i) => first + i));
}

async function printPiece(page: PrintPage, { part, pagesBefore, texts }: PartRequest): Promise<Uint8Array> {
  if (texts.size > 0) await page.fill(texts);
  const { kind, chapter } = part;
  return page.print({ piece: { kind, chapter, pagesBefore } });
}
