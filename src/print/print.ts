import type { Composition } from "../model/composition.ts";
import { readDestinationPages } from "../pdf/destinations.ts";
import type { Printer, PrintPage } from "./printer.ts";

/** What an edition is printed from. */
export interface PrintRequest {
  readonly composition: Composition;
  /** The `@font-face` rules of its fonts. */
  readonly fonts: string;
  readonly printer: Printer;
  /** Page labels of the last build by element id: right in most builds, and then one pass is enough. */
  readonly guess: ReadonlyMap<string, string>;
}

/** A printed edition. */
export interface Printed {
  /** The PDF as the browser wrote it. */
  readonly pdf: Uint8Array;
  /** Page labels by element id, as they stand in the contents list. */
  readonly pages: ReadonlyMap<string, string>;
  /** Pages before the first chapter; they are numbered i, ii, … apart from the cover. */
  readonly frontPages: number;
  /** Number of pages, cover included. */
  readonly pageCount: number;
  /** How often the edition was printed. */
  readonly passes: number;
  /** Whether the contents list shows the pages as they are; false if that was not reached in {@link MOST_PASSES}. */
  readonly settled: boolean;
}

/** The contents list has fixed-width slots, so two passes settle it, and a third where cross-references change the lines; more means that the layout hangs on the numbers. */
const MOST_PASSES = 4;

/** Stage 6: prints an edition, and again until the page numbers in its contents list are those of its pages. */
export async function print({ composition, fonts, printer, guess }: PrintRequest): Promise<Printed> {
  // A function, since a replacement string would give `$&` in the fonts' text a meaning.
  const page = await printer.open(composition.html.replace("<style>", () => `<style>${fonts}\n`));
  try {
    return await printUntilSettled(page, composition, guess);
  } finally {
    // Nobody has to wait for it: the browser's own end closes it, too.
    void page.close();
  }
}

async function printUntilSettled(
  page: PrintPage,
  composition: Composition,
  guess: ReadonlyMap<string, string>,
): Promise<Printed> {
  let shown = known(guess, composition);
  for (let passes = 1; ; passes++) {
    if (shown.size > 0) await page.fill(slotTexts(shown, composition));
    // A first pass without numbers is only read for its pages, and can do without tags.
    const pdf = await page.print({ tagged: shown.size > 0 || composition.slots.size === 0 });
    const { labels, frontPages, pageCount } = readLabels(pdf, composition);
    const settled = same(shown, labels);
    if (settled || passes === MOST_PASSES)
      return { pdf, pages: labels, frontPages, pageCount, passes, settled };
    shown = labels;
  }
}

/** A guess is only of use when it knows a page for every slot. */
function known(guess: ReadonlyMap<string, string>, { slots }: Composition): ReadonlyMap<string, string> {
  const complete = [...slots.keys()].every((id) => guess.has(id));
  return complete ? new Map([...slots.keys()].map((id) => [id, guess.get(id) ?? ""])) : new Map();
}

function slotTexts(
  labels: ReadonlyMap<string, string>,
  { slots, references }: Composition,
): Map<string, string> {
  const all = [
    ...[...slots].map(([target, slot]) => ({ slot, target })),
    ...[...references].map(([slot, { target }]) => ({ slot, target })),
  ];
  return new Map(all.map(({ slot, target }) => [slot, labels.get(target) ?? ""]));
}

type Labels = Pick<Printed, "frontPages" | "pageCount"> & { readonly labels: ReadonlyMap<string, string> };

/** Labels of the pages on which the contents' targets stand: the first chapter begins on page 1. */
function readLabels(pdf: Uint8Array, { slots, entries }: Composition): Labels {
  const { pages, count } = readDestinationPages(pdf);
  const first = entries.find(({ kind }) => kind === "chapter");
  const frontPages = (first ? (pages.get(first.id) ?? 1) : 1) - 1;
  const labels = new Map([...slots.keys()].map((id) => [id, label(pages.get(id), frontPages)]));
  return { labels, frontPages, pageCount: count };
}

function label(page: number | undefined, frontPages: number): string {
  return page === undefined ? "" : String(page - frontPages);
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
