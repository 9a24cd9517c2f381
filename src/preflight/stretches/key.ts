import type { Block } from "../../model/block.ts";
import type { Figure } from "../../model/figure.ts";
import { hashOf } from "../../model/hash.ts";
import { plainText } from "../../model/inline.ts";
import type { Memo } from "../../model/memo.ts";
import type { ChartSpec } from "../../model/report.ts";
import { digestOf } from "../../pdf/objects/digest.ts";
import { type ChartSource, chartContents } from "../parity/charts/entries.ts";
import { piecesOf } from "../parity/charts/pieces.ts";
import { chartSource, type KeepChart, type ParityRequest } from "../parity/parity.ts";
import type { Opened } from "../reading/finished.ts";
import { withPages } from "../text/compare.ts";
import type { EditionStretch } from "./stretches.ts";

/** What decides whether a stretch is in order. */
export interface KeyRequest extends Pick<ParityRequest, "report" | "edition"> {
  readonly language: string;
  /** As {@link wordsOf} gives them. */
  readonly words: string;
}

/**
 * Makes keys for the stretches of an edition: hashes of all that their proofs hang on, which is everything that the file holds of their pages and tags, the
 * blocks of text and their figures, what the charts are to show, and the languages' words and names.
 */
export function createKeys(opened: Opened, request: KeyRequest): (stretch: EditionStretch) => string {
  const digests = digestsOf(opened);
  const { language, words } = request;
  return (stretch) =>
    hashOf(language, words, digests(stretch), JSON.stringify(expectedOf(stretch, opened, request)));
}

/** Remembers charts that were proven in a stretch that has to be examined again: by what each shows, and where, and what it should show. */
export function chartKeeper({ language, words }: KeyRequest, memo: Memo): KeepChart {
  return (found, source, prove) =>
    memo.once(
      `proven chart ${language}`,
      () => hashOf(words, JSON.stringify([asShown(source), found.element.alt, piecesOf(found)])),
      prove,
      (proven) => proven !== null,
    );
}

/** Digests of what the file holds of a stretch. Fonts stand in many, and are gone through once. */
function digestsOf({ file, pages }: Opened): (stretch: EditionStretch) => string {
  const indexes = new Map(pages.map(({ id, index }) => [id, index]));
  const fonts = new Map<number, string>();
  const fontDigest = (id: number): string => {
    const known = fonts.get(id) ?? digestOf(file, [file.get(id)], () => undefined);
    fonts.set(id, known);
    return known;
  };
  return (stretch) => {
    const first = stretch.pages[0]?.index ?? 0;
    const leaf = (id: number): string | undefined => {
      const page = indexes.get(id);
      if (page !== undefined) return `page ${page - first}`;
      const value = file.get(id);
      return value instanceof Map && value.get("Type") === "/Font" ? fontDigest(id) : undefined;
    };
    return digestOf(file, [...stretch.pages.map(({ dict }) => dict), ...stretch.kids], leaf);
  };
}

/** A hash of the words and names by which numbers are read, of all languages that the report has. */
export function wordsOf({ report }: Pick<ParityRequest, "report">): string {
  const read = [...report.locales.values()].map(({ language, words, names, phrases }) => [
    language,
    words,
    names,
    phrases,
  ]);
  return hashOf(JSON.stringify(read));
}

/** What a stretch should show: its pages' names, its blocks with page numbers put in, their figures, its charts, and where its titles are. */
function expectedOf({ pages, blocks }: EditionStretch, opened: Opened, request: KeyRequest) {
  const first = pages[0]?.index ?? 0;
  const { labels, destinations } = opened;
  const refs = new Set(blocks.flatMap(({ figures }) => (figures ?? []).map(({ ref }) => ref)));
  return {
    labels: pages.map(({ index }) => labels[index]),
    blocks: blocks.map((block) => withPages(block, opened)),
    targets: blocks.map(({ id, role }) => {
      const place = id === null ? undefined : destinations.get(id);
      if (role === "contents") return labels[place?.page ?? -1];
      return place && [place.page - first, place.x, place.y];
    }),
    figures: [...refs].map((ref) => onceHashed(request.report.figures.get(ref))),
    charts: blocks.map((block) => chartExpected(block, request)),
  };
}

function chartExpected(block: Block, request: KeyRequest) {
  const source = block.role === "chart" ? chartSource(block, request) : undefined;
  return source && asShown(source);
}

function asShown(source: ChartSource) {
  const { spec, texts, view, locale } = source;
  const { language, completeness, alt, missing, title } = view;
  const named = plainText(texts.get(title)?.nodes ?? []);
  const { rows, columns, entries, wholes } = chartContents(source);
  // In the order of rows and columns, whose names need not be said with each.
  const figures = entries.flatMap(({ figure, beside }) => [onceHashed(figure), onceHashed(beside)]);
  const drawn = [rows, columns, figures, wholes];
  return [language, completeness, alt, missing, named, onceHashed(spec), drawn, locale.language];
}

// All editions ask of the same figures and charts, and most of these are long.
const hashes = new WeakMap<Figure | ChartSpec, string>();

/** The hash of something that the report has; null for what it does not have. */
function onceHashed(value: Figure | ChartSpec | null | undefined): string | null {
  if (!value) return null;
  const known = hashes.get(value) ?? hashOf(JSON.stringify(value));
  hashes.set(value, known);
  return known;
}
