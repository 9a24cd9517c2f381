import type { ContentsEntry } from "../model/composition.ts";
import { families } from "../model/faces.ts";
import type { Language } from "../model/language.ts";

/** What the style sheet of one edition is made from. */
export interface StyleRequest {
  readonly language: Language;
  /** The report's style sheets, in order. */
  readonly sheets: Iterable<string>;
  readonly chapters: readonly ContentsEntry[];
  /** Plain text of the report's title, for the running heads. */
  readonly title: string;
  /** The mark on every page of a draft; null for a released edition. */
  readonly draftMark: string | null;
}

/** The style sheet of an edition: the report's sheets, the fonts' names and a named page with a running head for each chapter. */
export function editionStyles({ language, sheets, chapters, title, draftMark }: StyleRequest): string {
  const { serif, sans } = families(language);
  const root = `:root{--serif:${cssString(serif)};--sans:${cssString(sans)};--running:${cssString(title)};--draft:${cssString(draftMark ?? "")}}`;
  const pages = chapters.map(({ id, number, html }) =>
    chapterPage(id, [number, plain(html)].filter(Boolean).join(" ")),
  );
  return [root, ...sheets, ...pages].join("\n");
}

/** Chromium has no `string-set`, so each chapter is a named page whose margin box holds its title. */
function chapterPage(id: string, head: string): string {
  return `@page ${id}{@top-left{content:${cssString(head)}}}`;
}

/** A CSS string in which nothing can end the string or the style element. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
