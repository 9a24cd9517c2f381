import type { PageKind, SoundPage } from "../fault.ts";
import type { Random } from "../random.ts";
import { DIGIT_FAULTS, type DigitFault } from "./digits.ts";
import {
  alternatives,
  cells,
  contents,
  exhibits,
  labels,
  names,
  paragraphs,
  replaced,
  type Spot,
  textOf,
  years,
} from "./page-spots.ts";

type Find = (page: SoundPage) => readonly Spot[];

function inSpot(name: string, find: Find, spoil: (text: string, random: Random) => string | null): PageKind {
  return {
    name,
    make: (page, random) => {
      const spot = random.pick(find(page));
      const before = spot && textOf(page, spot);
      const by = before === undefined ? null : spoil(before, random);
      if (!spot || before === undefined || by === null || by === before) return null;
      return {
        what: `${spot.name}: ${short(before)} → ${by === "" ? "nothing" : short(by)}`,
        html: replaced(page, [[spot, by]]),
      };
    },
  };
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Swaps two spots; with a group, two of the same one. */
function swapping(
  name: string,
  find: Find,
  groupOf: (page: SoundPage, spot: Spot) => number = () => 0,
): PageKind {
  return {
    name,
    make: (page, random) => {
      const all = find(page);
      const first = random.pick(all);
      const second = random.pick(all.filter((spot) => first && groupOf(page, spot) === groupOf(page, first)));
      if (!first || !second) return null;
      const [left, right] = [textOf(page, first), textOf(page, second)];
      if (left === right) return null;
      const html = replaced(page, [
        [first, right],
        [second, left],
      ]);
      return { what: `${first.name} ↔ ${second.name}`, html };
    },
  };
}

const numbers: Find = (page) => labels(page, true);
const words: Find = (page) => labels(page, false);
/** The drawing in which a label stands. */
const drawingOf = ({ html }: SoundPage, { start }: Spot): number => html.lastIndexOf("<svg", start);
const changed: DigitFault = DIGIT_FAULTS["a digit changed"] ?? (() => null);

const sentence = inSpot("a sentence lost", paragraphs, (text) => {
  const parts = text.split(/(?<=[.。] ?)(?=[^\d<])/);
  return parts.length < 2 ? null : parts.slice(0, -1).join("");
});

/** Faults in the numbers of tables and charts. */
export const PAGE_NUMBER_KINDS: readonly PageKind[] = [
  ...Object.entries(DIGIT_FAULTS).map(([name, spoil]) => inSpot(`a cell: ${name}`, cells, spoil)),
  swapping("two cells swapped", cells),
  inSpot("a chart’s label: a digit changed", numbers, changed),
  inSpot("a chart’s label lost", numbers, () => ""),
  swapping("two labels of a chart swapped", numbers, drawingOf),
  swapping("two names of a chart swapped", names, drawingOf),
  inSpot("a chart’s year label: a digit changed", years, changed),
  swapping("two year labels of a chart swapped", years, drawingOf),
  inSpot("a chart’s alternative text: a digit changed", alternatives, changed),
  swapping("two figures of a chart’s alternative text swapped", alternatives, drawingOf),
];

/** Faults in captions, contents and whole paragraphs. */
export const PAGE_WORD_KINDS: readonly PageKind[] = [
  inSpot("a cell emptied", cells, () => ""),
  inSpot("a chart’s word changed", words, (text) => `${text.slice(0, -1)}x`),
  inSpot("the number of a table or chart changed", (page) => exhibits(page, "number"), changed),
  inSpot(
    "the unit of a table or chart changed",
    (page) => exhibits(page, "unit"),
    (text) => `${text.slice(0, -1)}x`,
  ),
  inSpot("a page number of the contents changed", contents, changed),
  sentence,
  inSpot("a paragraph lost", paragraphs, () => ""),
  swapping("two paragraphs swapped", paragraphs),
];
