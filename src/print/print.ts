import type { Composition } from "../model/composition.ts";
import type { DocumentPart, DocumentParts } from "./document-parts.ts";

/** A part as printed, wherever it was taken from. */
export interface PrintedPart {
  readonly bytes: Uint8Array;
  /** Number of its pages. */
  readonly pageCount: number;
  /** Indexes of its pages, from 0, on which the named destinations (ids of elements) stand. */
  readonly places: ReadonlyMap<string, number>;
}

/** How a part is to be printed. */
export interface PartRequest {
  readonly part: DocumentPart;
  /** Number of numbered pages before it. */
  readonly pagesBefore: number;
  /** Texts of its page-number slots. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What an edition is printed from. */
export interface PrintRequest {
  readonly composition: Composition;
  /** Its parts (`documentParts`), in the order of the document. */
  readonly parts: readonly DocumentPart[];
  /** Page labels of the last build by element id: right in most builds, and then one pass is enough. */
  readonly guess: ReadonlyMap<string, string>;
  /** Prints a part, or takes the same print from elsewhere. */
  readonly printPart: (request: PartRequest) => Promise<PrintedPart>;
}

/** A printed edition. */
export interface Printed {
  /** The parts in the order of the document. */
  readonly parts: readonly Uint8Array[];
  /** Page labels by element id, as they stand in the contents list. */
  readonly pages: ReadonlyMap<string, string>;
  /** Pages before the first chapter; they are numbered i, ii, … apart from the cover. */
  readonly frontPages: number;
  /** Number of pages, cover included. */
  readonly pageCount: number;
  /** How often the parts were gone through. */
  readonly passes: number;
  /** Whether all page numbers are shown as they are; false if that was not reached in {@link MOST_PASSES}. */
  readonly settled: boolean;
}

/**
 * A second pass is needed where a chapter refers to a later one whose page was not known, a third where the number changes its lines; more
 * means that the layout hangs on the numbers.
 */
const MOST_PASSES = 4;

/**
 * Stage 6: prints an edition part by part, and those again that show page numbers which turned out otherwise. The front pages come last, since
 * their contents list shows the pages of all others.
 */
export async function print({ composition, parts, guess, printPart }: PrintRequest): Promise<Printed> {
  const order = [
    ...parts.filter(({ kind }) => kind !== "front"),
    ...parts.filter(({ kind }) => kind === "front"),
  ];
  const labels = new Map([...composition.slots.keys()].map((id) => [id, guess.get(id) ?? ""]));
  for (let passes = 1; ; passes++) {
    const pass = await printOnce(order, composition, labels, printPart);
    const settled = pass.every(({ request }) => isTrue(request, labels));
    if (!settled && passes < MOST_PASSES) continue;
    const byName = new Map(pass.map(({ request, printed }) => [request.part.name, printed]));
    const inOrder = parts.flatMap(({ name }) => byName.get(name) ?? []);
    const pageCount = inOrder.reduce((sum, printed) => sum + printed.pageCount, 0);
    const frontPages = frontPagesOf(composition, byName.get("front"), parts.length);
    return {
      parts: inOrder.map(({ bytes }) => bytes),
      pages: labels,
      frontPages,
      pageCount,
      passes,
      settled,
    };
  }
}

/** The parts as they will be printed if all pages are as guessed. A part without a guess is left out. */
export function guessedRequests(
  { parts }: DocumentParts,
  { entries }: Composition,
  guess: ReadonlyMap<string, string>,
): PartRequest[] {
  return parts.flatMap((part) => {
    const texts = textsOf(part, guess);
    if (part.kind === "front") return [{ part, pagesBefore: 0, texts }];
    const first = entries.find(({ id }) => part.html.includes(` id="${id}"`));
    const page = Number(guess.get(first?.id ?? ""));
    return page > 0 ? [{ part, pagesBefore: page - 1, texts }] : [];
  });
}

interface Done {
  readonly request: PartRequest;
  readonly printed: PrintedPart;
}

/** Prints each part once; the labels become those of the pages as they are. */
async function printOnce(
  order: readonly DocumentPart[],
  composition: Composition,
  labels: Map<string, string>,
  printPart: PrintRequest["printPart"],
): Promise<Done[]> {
  const done: Done[] = [];
  let pagesBefore = 0;
  for (const part of order) {
    const request = {
      part,
      pagesBefore: part.kind === "front" ? 0 : pagesBefore,
      texts: textsOf(part, labels),
    };
    const printed = await printPart(request);
    const unnumbered = part.kind === "front" ? frontPagesOf(composition, printed, order.length) : 0;
    for (const [id, page] of printed.places)
      if (composition.slots.has(id)) labels.set(id, String(request.pagesBefore + page + 1 - unnumbered));
    if (part.kind !== "front") pagesBefore += printed.pageCount;
    done.push({ request, printed });
  }
  return done;
}

function textsOf({ slots }: DocumentPart, labels: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...slots].map(([slot, target]) => [slot, labels.get(target) ?? ""]));
}

/** Whether a part was printed with the page numbers that there are. */
function isTrue({ part, texts }: PartRequest, labels: ReadonlyMap<string, string>): boolean {
  return [...textsOf(part, labels)].every(([slot, text]) => texts.get(slot) === text);
}

/** The pages before the first chapter: the front part, or, where a document is a single part, what comes before its first chapter. */
function frontPagesOf({ entries }: Composition, front: PrintedPart | undefined, parts: number): number {
  if (front === undefined || parts > 1) return front?.pageCount ?? 0;
  const chapter = entries.find(({ kind }) => kind === "chapter");
  return chapter ? (front.places.get(chapter.id) ?? 0) : 0;
}
