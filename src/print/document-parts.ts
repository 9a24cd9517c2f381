import type { Composition } from "../model/composition.ts";
import type { PrintedPiece } from "./printer.ts";

/** Comment before each chapter of a document that is to be printed piece by piece: it changes nothing that is seen or tagged. */
export const CHAPTER_START = "chapter-start";

/** Comment after each chapter. */
export const CHAPTER_END = "chapter-end";

/** A part of a document: it begins a page, and is printed by itself. */
export interface DocumentPart extends Omit<PrintedPiece, "pagesBefore"> {
  /** Tells its elements from those of other parts. */
  readonly name: string;
  readonly html: string;
  /** Ids of the page-number slots in it, and whose page each shows. */
  readonly slots: ReadonlyMap<string, string>;
}

/** A document in parts. */
export interface DocumentParts {
  /** In the order of the document. */
  readonly parts: readonly DocumentPart[];
  /**
   * The document with its chapters marked and only these of them whole, by number from 0; the others are shells: their outermost element, and
   * in it the places that links lead to. What is printed of it is the same with any others, and the fewer, the sooner.
   */
  readonly htmlWith: (chapters: ReadonlySet<number>) => string;
  /** All before its body: the styles, with what margin boxes show. */
  readonly head: string;
  /**
   * All that may decide how a part looks without standing in it: the head with its styles, and the nesting of all elements with what
   * styles may ask of them. Two documents with the same frame print a part alike.
   */
  readonly frame: string;
}

/** Parts a document at its chapters. One whose chapters do not stand in it as composed is a single part. */
export function documentParts(composition: Composition): DocumentParts {
  const { html } = composition;
  const ranges = chapterRanges(composition);
  const [first, last] = [ranges[0], ranges.at(-1)];
  const front = { kind: "front", chapter: 0, name: "front", html: html.slice(0, first?.start) } as const;
  const chapters = ranges.map(({ start, end }, chapter) => ({
    kind: "chapter" as const,
    chapter,
    name: `c${chapter + 1}`,
    html: html.slice(start, end),
  }));
  const tail = last === undefined ? "" : html.slice(last.end);
  const back = { kind: "back", chapter: 0, name: "back", html: tail } as const;
  const pieces = [front, ...chapters, ...(showsSomething(tail) ? [back] : [])];
  const slots = slotsOf(composition);
  return {
    parts: pieces.map((piece) => ({ ...piece, slots: slotsIn(piece.html, slots) })),
    htmlWith: (wanted) => marked(html, ranges, wanted),
    head: html.slice(0, bodyStart(html)),
    frame: frameOf(html),
  };
}

function bodyStart(html: string): number {
  return Math.max(0, html.indexOf("<body"));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function chapterRanges({ html, chapters }: Composition): Range[] {
  const ranges: Range[] = [];
  let from = bodyStart(html);
  for (const chapter of chapters) {
    const start = html.indexOf(chapter, from);
    if (start < 0) return [];
    from = start + chapter.length;
    ranges.push({ start, end: from });
  }
  return ranges;
}

function marked(html: string, ranges: readonly Range[], wanted: ReadonlySet<number>): string {
  let from = 0;
  let result = "";
  ranges.forEach(({ start, end }, i) => {
    const chapter = html.slice(start, end);
    const shown = wanted.has(i) ? chapter : shell(chapter);
    result += `${html.slice(from, start)}<!--${CHAPTER_START}-->${shown}<!--${CHAPTER_END}-->`;
    from = end;
  });
  return result + html.slice(from);
}

/** A chapter's outermost element with nothing in it but the ids of all that was; those of drawings lead nowhere. */
function shell(chapter: string): string {
  const [, tag = "<div>", name = "div"] = /^\s*(<([a-zA-Z][\w-]*)[^>]*>)/.exec(chapter) ?? [];
  const inner = chapter.slice(chapter.indexOf(tag) + tag.length).replace(DRAWING, "");
  const places = [...inner.matchAll(/ id="([^"]+)"/g)].map(([id]) => `<i${id}></i>`);
  return `${tag}${places.join("")}</${name}>`;
}

const DRAWING = /<svg[\s\S]*?<\/svg>/g;

/** Whether HTML has anything but closing tags. */
function showsSomething(html: string): boolean {
  return html.replace(/<\/[^>]*>/g, "").trim() !== "";
}

/** All page-number slots, and whose page each shows: the contents list's, and those of cross-references. */
function slotsOf({ slots, references }: Composition): ReadonlyMap<string, string> {
  return new Map([
    ...[...slots].map(([target, slot]) => [slot, target] as const),
    ...[...references].map(([slot, { target }]) => [slot, target] as const),
  ]);
}

function slotsIn(html: string, slots: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...html.matchAll(/ id="([^"]+)"/g)].flatMap(([, id = ""]) => {
      const target = slots.get(id);
      return target === undefined ? [] : [[id, target] as const];
    }),
  );
}

/** Attributes that selectors of style sheets commonly ask for; those of drawings change with their data and style nothing else. */
const ASKED = /\s(?:class|id|lang|style|hidden|dir|open|role|data-[\w-]+)(?:="[^"]*")?/g;

function frameOf(html: string): string {
  const body = bodyStart(html);
  const skeleton = html
    .slice(body)
    .replace(DRAWING, "<svg>")
    .match(/<\/?[a-zA-Z][^>]*>/g)
    ?.map((tag) => (/^<\/?[a-zA-Z][\w-]*/.exec(tag)?.[0] ?? "") + (tag.match(ASKED) ?? []).join(""));
  return `${html.slice(0, body)}\n${skeleton?.join("") ?? ""}`;
}
