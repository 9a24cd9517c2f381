import type { Block } from "../../model/block.ts";
import { replacePageMarks } from "../../model/page-mark.ts";
import type { Complaints } from "../complaints.ts";
import type { Finished, Opened } from "../reading/finished.ts";
import { type FoundBlock, pageAt } from "../reading/found-blocks.ts";
import { closed, normalized } from "../reading/normalize.ts";
import { align } from "./align.ts";

/** A block that should be there, with the page on which it was found and what was read there. */
export interface Placed {
  readonly expected: Block;
  readonly found: Pick<FoundBlock, "page" | "text">;
}

/** A block that should be there, beside the one that is. */
export interface Pair extends Placed {
  readonly found: FoundBlock;
}

interface Wanted {
  readonly block: Block;
  /** Its text as it should be read, the page number of a contents line included. */
  readonly text: string;
  readonly closed: string;
}

interface Seen {
  readonly block: FoundBlock;
  readonly closed: string;
}

/**
 * Sets the blocks that the edition should show beside those that its PDF shows, and complains of every difference: a text that is
 * missing, that nobody asked for, that stands in the wrong place or differs in any character. Gives the pairs.
 */
export function compareTexts(blocks: readonly Block[], finished: Finished, complaints: Complaints): Pair[] {
  const wanted = blocks.map((unnumbered): Wanted => {
    const block = withPages(unnumbered, finished);
    const text = block.role === "contents" ? `${block.text} ${pageLabelOf(block, finished)}` : block.text;
    return { block, text, closed: closed(text) };
  });
  const seen = finished.blocks.map((block): Seen => ({ block, closed: closed(block.text) }));
  const steps = align(wanted, seen, {
    same: (left, right) => left.closed === right.closed,
    alike: (left, right) => likeness(left.closed, right.closed) > 0.4,
  });
  const extra = new Set(steps.flatMap((step) => (step.expected || !step.found ? [] : [step.found.closed])));
  const lacking = new Set(
    steps.flatMap((step) => (step.found || !step.expected ? [] : [step.expected.closed])),
  );
  return steps.flatMap(({ expected, found }) => {
    if (expected && found) {
      compareBlock(expected, found.block, complaints);
      return [{ expected: expected.block, found: found.block }];
    }
    if (expected) missing(expected, extra.has(expected.closed), complaints);
    else if (found && !lacking.has(found.closed)) unexpected(found, complaints);
    return [];
  });
}

/** The label of the page that a contents line leads to. */
export function pageLabelOf({ id }: Pick<Block, "id">, { destinations, labels }: Opened): string {
  const destination = destinations.get(id ?? "");
  return destination === undefined ? "" : (labels[destination.page] ?? "");
}

/** A block with the page numbers of its cross-references as they should be. */
export function withPages(block: Block, finished: Opened): Block {
  const { references = [] } = block;
  if (references.length === 0) return block;
  const numbered = (text: string) => replacePageMarks(text, (id) => pageLabelOf({ id }, finished));
  return { ...block, text: numbered(block.text), references: references.map(numbered) };
}

/** How much two texts have in common at both ends, as a part of the longer. */
function likeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return (head + tail) / Math.max(a.length, b.length, 1);
}

function compareBlock({ block, text }: Wanted, found: FoundBlock, complaints: Complaints): void {
  // As most are: nothing has to be put aside first.
  if (text === found.text) return;
  const { language, role, key } = block;
  // The lines of a drawing, and the parts of a contents line, are set apart by their places.
  const loose = role === "chart" || role === "contents";
  const read = loose ? closed : (words: string) => normalized(words, language);
  const [wanted, shown] = [read(text), read(found.text)];
  if (wanted === shown) return;
  const at = firstDifference(wanted, shown);
  // A space too many or too few, where a line ends, is a nuisance for who copies the text; what the page shows is right.
  const spacing = closed(wanted) === closed(shown);
  const complain = spacing ? complaints.warning : complaints.error;
  complain({
    code: spacing ? "text-spacing" : "text-differs",
    key,
    page: pageAt(found, placeIn(found.text, shown.slice(0, at))),
    message: `the ${role} should read ${excerpt(wanted, at)} and reads ${excerpt(shown, at)}`,
  });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** Where in a text as it was read its normalised beginning ends. */
function placeIn(text: string, beginning: string): number {
  const letters = closed(beginning).length;
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    if (count >= letters) return place;
    if (/\S/.test(text.charAt(place))) count++;
  }
  return text.length;
}

const AROUND = 18;

/** Some of a text around a place, in quotes. */
export function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + AROUND);
  if (at >= text.length) return `“${from > 0 ? "…" : ""}${text.slice(from)}”, where it ends`;
  return `“${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}”`;
}

function missing({ block, text }: Wanted, misplaced: boolean, complaints: Complaints): void {
  const { role, key } = block;
  const message = misplaced
    ? `the ${role} ${excerpt(text, 0)} does not stand where it should in the reading order`
    : `the ${role} ${excerpt(text, 0)} is missing`;
  complaints.error({ code: misplaced ? "text-misplaced" : "text-missing", key, message });
}

function unexpected({ block }: Seen, complaints: Complaints): void {
  const text = block.text.trim();
  complaints.error({
    code: "text-unexpected",
    page: block.page,
    message: `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}” (${block.element.role}) stands here, and no text or template has it`,
  });
}
