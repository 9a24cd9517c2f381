import { isSamePainted, isSameThing, type Painted } from "../../pdf/appearance/painted.ts";
import type { PageAppearance } from "../../pdf/appearance/read-appearance.ts";
import type { Box } from "../../pdf/content/box.ts";
import { type Aligned, align } from "./alignment.ts";
import { grouped } from "./boxes.ts";

/** Words that went and came in one place, and the words around them. */
export interface TextDifference {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly trail: string;
}

/** Where on a page something differs, in points from the lower left corner. */
export interface Marks {
  /** What went or came. */
  readonly changed: readonly Box[];
  /** What is the same but stands elsewhere. */
  readonly moved: readonly Box[];
}

/** What differs between a page as released and as it is now. */
export interface Differences {
  /** Whether all that is seen is the same in the same place. */
  readonly looksAlike: boolean;
  readonly texts: readonly TextDifference[];
  /** How many lines, bars and other drawn things went, came or changed. */
  readonly drawings: number;
  /** How many links lead elsewhere, or are told otherwise. */
  readonly links: number;
  /** What a screen reader is told instead of a figure, where that differs; anything else of the structure where nothing else does. */
  readonly aloud: readonly { readonly before: string; readonly after: string }[];
  readonly before: Marks;
  readonly after: Marks;
}

/** Gaps in points below which marks are put together: words of a line, lines of a paragraph. */
const WORD_GAP = 3;
const LINE_GAP = 9;

/** What differs between two pages, from what each shows and tells. Links are seen by nobody: they count only where nothing else differs. */
export function differencesBetween(was: PageAppearance, is: PageAppearance): Differences {
  const shown = apart(was, is, ({ kind }) => kind !== "link");
  const links = apart(was, is, ({ kind }) => kind === "link");
  const looksAlike = shown.changed.length + shown.moved.length === 0;
  const { changed, moved } = looksAlike ? links : shown;
  const marks = (side: 0 | 1): Marks => ({
    changed: grouped(boxesOf(changed, side), WORD_GAP),
    moved: grouped(boxesOf(moved, side), LINE_GAP),
  });
  return {
    looksAlike,
    texts: textDifferences(shown.aligned),
    drawings: countOf(shown.changed.filter(([before, after]) => (before ?? after)?.kind !== "text")),
    links: countOf(links.changed),
    aloud: aloudDifferences(was, is, looksAlike),
    before: marks(0),
    after: marks(1),
  };
}

function apart(was: PageAppearance, is: PageAppearance, wanted: (painted: Painted) => boolean) {
  const aligned = alignPainted(was.painted.filter(wanted), is.painted.filter(wanted));
  return {
    aligned,
    changed: aligned.filter(([before, after]) => !before || !after),
    moved: aligned.filter(([before, after]) => before && after && !isSamePainted(before, after)),
  };
}

/** One that went and one that came are one that changed. */
function countOf(changed: readonly Aligned<Painted>[]): number {
  const gone = changed.filter(([before]) => before).length;
  return Math.max(gone, changed.length - gone);
}

/** The longest common subsequence of what two pages show, their common beginning and end set aside first. */
function alignPainted(before: readonly Painted[], after: readonly Painted[]): Aligned<Painted>[] {
  const head = sharedLength(before, after);
  const tail = sharedLength(before.slice(head).reverse(), after.slice(head).reverse());
  const same = (from: number, count: number, shift: number): Aligned<Painted>[] =>
    before.slice(from, from + count).map((painted, index) => [painted, after[from + shift + index] ?? null]);
  const middle = align(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    (was, is) => (isSameThing(was, is) ? 1 : 0),
  );
  return [...same(0, head, 0), ...middle, ...same(before.length - tail, tail, after.length - before.length)];
}

function sharedLength(a: readonly Painted[], b: readonly Painted[]): number {
  const end = a.findIndex((painted, index) => {
    const other = b[index];
    return other === undefined || !isSameThing(painted, other);
  });
  return end < 0 ? Math.min(a.length, b.length) : end;
}

function boxesOf(aligned: readonly Aligned<Painted>[], side: 0 | 1): Box[] {
  return aligned.flatMap((pair) => {
    const painted = pair[side];
    return painted ? [painted.box] : [];
  });
}

/** So many words around a difference are told with it. */
const CONTEXT = 5;

/** Runs of words that went and came. */
function textDifferences(aligned: readonly Aligned<Painted>[]): TextDifference[] {
  const words = aligned.filter(([before, after]) => (before ?? after)?.kind === "text");
  const differences: TextDifference[] = [];
  for (let start = 0; start < words.length; start++) {
    if (isKept(words[start])) continue;
    let end = start;
    while (end < words.length && !isKept(words[end])) end++;
    const run = words.slice(start, end);
    differences.push({
      lead: wordsOf(words.slice(Math.max(0, start - CONTEXT), start), 1),
      before: wordsOf(run, 0).trim(),
      after: wordsOf(run, 1).trim(),
      trail: wordsOf(words.slice(end, end + CONTEXT), 1),
    });
    start = end;
  }
  return differences;
}

function isKept(pair: Aligned<Painted> | undefined): boolean {
  return pair !== undefined && pair[0] !== null && pair[1] !== null;
}

function wordsOf(words: readonly Aligned<Painted>[], side: 0 | 1): string {
  return words
    .flatMap((pair) => pair[side] ?? [])
    .map(({ text, spaced }) => (spaced ? ` ${text}` : text))
    .join("");
}

function aloudDifferences(
  was: PageAppearance,
  is: PageAppearance,
  looksAlike: boolean,
): Differences["aloud"] {
  const told = ({ aloud }: PageAppearance) =>
    aloud.filter(({ standsFor }) => standsFor).map(({ text }) => text);
  const standsFor = pairsOf(told(was), told(is));
  if (standsFor.length > 0 || !looksAlike) return standsFor;
  const all = ({ aloud }: PageAppearance) => aloud.map(({ text }) => text);
  return pairsOf(all(was), all(is));
}

/** Lines that went beside those that came in their place. */
function pairsOf(was: readonly string[], is: readonly string[]): Differences["aloud"] {
  const apart = align(was, is, (a, b) => (a === b ? 1 : 0)).filter(([a, b]) => a === null || b === null);
  const gone = apart.flatMap(([before]) => before ?? []);
  const came = apart.flatMap(([, after]) => after ?? []);
  return Array.from({ length: Math.max(gone.length, came.length) }, (_, index) => ({
    before: gone[index] ?? "",
    after: came[index] ?? "",
  }));
}
