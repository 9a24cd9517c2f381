import { isSamePainted, isSameThing, type Painted } from "../../pdf/appearance/painted.ts";
import type { PageAppearance } from "../../pdf/appearance/read-appearance.ts";
import { type Aligned, align } from "./alignment.ts";

/** Above any sum of likenesses: an unchanged page is never given up for two that are merely alike. */
const SAME = 1000;

/** Pages that share less than this part of what they show, or of how they begin, are not the same page changed. */
const ALIKE = 0.25;

/** How much more a common beginning counts than anything else in common. */
const BEGINNING = 2;

/**
 * The pages of an edition as released beside those that they became, in order. Equal pages stay together; between them, those that have
 * most in common do.
 */
export function matchPages(
  before: readonly PageAppearance[],
  after: readonly PageAppearance[],
): Aligned<PageAppearance>[] {
  const counts = new Map([...before, ...after].map((page) => [page, countsOf(page)] as const));
  return align(before, after, (was, is) => {
    if (isSamePage(was, is)) return SAME;
    const likeness =
      sharedPart(counts.get(was) ?? new Map(), counts.get(is) ?? new Map()) +
      BEGINNING * sharedBeginning(was, is);
    return likeness < ALIKE ? 0 : likeness;
  });
}

/** Whether two pages look, link and sound alike, but for the page's own number in its foot. */
export function isSamePage(a: PageAppearance, b: PageAppearance): boolean {
  return a.frame === b.frame && isSameAloud(a, b) && isSameLook(a, b);
}

/** Whether two pages show the same, whatever a screen reader is told, and whatever number is in the foot. */
export function isSameLook(a: PageAppearance, b: PageAppearance): boolean {
  const [was, is] = [bodyOf(a), bodyOf(b)];
  return (
    was.length === is.length && was.every((painted, index) => isSamePainted(painted, is[index] as Painted))
  );
}

function isSameAloud({ aloud: a }: PageAppearance, { aloud: b }: PageAppearance): boolean {
  return a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);
}

const bodies = new WeakMap<PageAppearance, readonly Painted[]>();

function bodyOf(page: PageAppearance): readonly Painted[] {
  const known = bodies.get(page);
  if (known) return known;
  const body = page.painted.filter(({ outside, text }) => !(outside && text === page.label));
  bodies.set(page, body);
  return body;
}

function countsOf({ painted }: PageAppearance): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { what, outside } of painted) if (!outside) counts.set(what, (counts.get(what) ?? 0) + 1);
  return counts;
}

/** Part of what two pages show that both do, from 0 to 1 (Dice's coefficient). */
function sharedPart(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, count) => all + count, 0);
  const shared = [...a].reduce((all, [what, count]) => all + Math.min(count, b.get(what) ?? 0), 0);
  return (2 * shared) / Math.max(1, sum(a) + sum(b));
}

/** Part of the shorter page with which both begin, from 0 to 1: a page that runs over keeps its beginning. */
function sharedBeginning(a: PageAppearance, b: PageAppearance): number {
  const [was, is] = [a, b].map(({ painted }) => painted.filter(({ outside }) => !outside)) as [
    Painted[],
    Painted[],
  ];
  const length = Math.min(was.length, is.length);
  const end = was.slice(0, length).findIndex((painted, index) => !isSameThing(painted, is[index] as Painted));
  return (end < 0 ? length : end) / Math.max(1, length);
}
