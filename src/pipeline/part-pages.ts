import type { DocumentPart, DocumentParts } from "../print/document-parts.ts";
import type { Outlines } from "../print/fonts/subset.ts";
import { outlinesMatter, outlinesPainted } from "../print/outlines-matter.ts";
import type { PartRequest } from "../print/print.ts";
import type { PrintPage } from "../print/printer.ts";
import type { PrintEdition } from "./edition.ts";

/** Chapters that are in the browser at once: what it does for one takes longer the more of them there are. */
const AT_ONCE = 12;

/** So few stale parts are loaded alone. */
const FEW = 2;

/** What can be said of an edition's parts before any is printed. */
export interface Foreseen {
  /** The parts that would have to be printed. */
  readonly stale: readonly PartRequest[];
  /** Of how many parts this was said. */
  readonly all: number;
}

/** The pages of a browser that the parts of one document are printed from. */
export interface PartPages {
  /** Prints a part. Throws a `BrowserFault`. */
  print(request: PartRequest): Promise<Uint8Array>;
  /** Gives the pages back. */
  close(): void;
}

/**
 * The document is loaded when its first part is to be printed: with the parts alone that are stale, where they were foreseen and few; else some
 * chapters after the other. Its fonts have boxes for outlines, which the binding mends, unless the outlines would show in a print.
 */
export function partPages(request: PrintEdition, document: DocumentParts, foreseen: Foreseen): PartPages {
  const few = fewOf(document, foreseen);
  const left = new Set(few.map(({ part }) => part.name));
  let outlines: Outlines = outlinesMatter(request.composition.html) ? "true" : "boxes";
  let loaded: Load | undefined;
  let page: Promise<PrintPage> | undefined;
  let turn: Promise<(() => void) | undefined> | undefined;
  // Nobody has to wait for it: the browser's own end closes it, too.
  const close = () => {
    void page?.then((opened) => opened.close()).catch(() => undefined);
    page = undefined;
  };
  const open = async (load: Load): Promise<PrintPage> => {
    const [printer, rules] = await Promise.all([request.world.printer, request.fonts.rules(outlines)]);
    const brief = load.only !== undefined;
    // Those take turns among themselves, at the printer.
    if (!brief) turn ??= takeTurn(request);
    await turn;
    // A function, since a replacement string would give `$&` in the fonts' text a meaning.
    const html = document.htmlWith(load.chapters).replace("<style>", () => `<style>${rules}\n`);
    const opened = printer.open(html, { brief });
    request.onLoading?.();
    return opened;
  };
  const load = async (part: DocumentPart): Promise<PrintPage> => {
    if (!page || !loaded || !holds(loaded, part)) {
      close();
      loaded = few.some((one) => one.part.name === part.name) ? loadOf(few) : around(part);
      page = open(loaded);
    }
    return page;
  };
  const withOutlines = (part: DocumentPart): Promise<PrintPage> => {
    outlines = "true";
    close();
    return load(part);
  };
  const printOne = async (wanted: PartRequest): Promise<Uint8Array> => {
    const last = left.size === 1 && left.has(wanted.part.name);
    const { pdf, underlined } = await printPiece(await load(wanted.part), wanted, last);
    const needed =
      outlines === "boxes" && (underlined || outlinesPainted(pdf, document.head + wanted.part.html));
    return needed ? (await printPiece(await withOutlines(wanted.part), wanted)).pdf : pdf;
  };
  const giveBack = () => {
    close();
    // What waits for its turn may have the page.
    void turn?.then((end) => end?.()).catch(() => undefined);
    turn = undefined;
  };
  return {
    print: async (wanted) => {
      const pdf = await printOne(wanted);
      // Likely nothing else will be printed: others need not wait until this is mended.
      if (left.delete(wanted.part.name) && left.size === 0) giveBack();
      return pdf;
    },
    close: giveBack,
  };
}

/** The stale parts, where they are few. Without a guess for every part nobody knows which others are. */
function fewOf({ parts }: DocumentParts, { stale, all }: Foreseen): readonly PartRequest[] {
  return all === parts.length && stale.length <= FEW ? stale : [];
}

/** What the browser is given: some chapters; front and back are in every load unless it names its parts. */
interface Load {
  readonly chapters: ReadonlySet<number>;
  readonly only?: ReadonlySet<string>;
}

function holds({ chapters, only }: Load, { kind, chapter, name }: DocumentPart): boolean {
  return only ? only.has(name) : kind !== "chapter" || chapters.has(chapter);
}

function loadOf(few: readonly PartRequest[]): Load {
  const chapters = few.flatMap(({ part }) => (part.kind === "chapter" ? part.chapter : []));
  return { chapters: new Set(chapters), only: new Set(few.map(({ part }) => part.name)) };
}

function around({ kind, chapter }: DocumentPart): Load {
  if (kind !== "chapter") return { chapters: new Set() };
  const first = Math.floor(chapter / AT_ONCE) * AT_ONCE;
  return { chapters: new Set(Array.from({ length: AT_ONCE }, (_, i) => first + i)) };
}

/** So many editions may be composed and wait for their turn: enough for us to have something to do while the browser prints. */
const AHEAD = 2;

async function takeTurn({ world, onLoading }: PrintEdition): Promise<(() => void) | undefined> {
  const turns = await world.turns;
  if (turns && turns.waiting() < AHEAD) onLoading?.();
  return turns?.take();
}

/** All at once: each answer waits until our thread has time. */
async function printPiece(
  page: PrintPage,
  { part, pagesBefore, texts }: PartRequest,
  last = false,
): Promise<{ readonly pdf: Uint8Array; readonly underlined: boolean }> {
  const { kind, chapter } = part;
  const filled = texts.size > 0 ? page.fill(texts) : undefined;
  const printed = page.print({ piece: { kind, chapter, pagesBefore }, last });
  const [pdf, underlined] = await Promise.all([printed, page.underlined(), filled]);
  return { pdf, underlined };
}
