import type { Label } from "../language/translator.ts";
import type { Composition } from "../model/composition.ts";
import type { Edition } from "../model/edition.ts";
import type { Language } from "../model/language.ts";
import type { EditionState, Report } from "../model/report.ts";
import type { RenderTemplate } from "./engine.ts";

/** An edition of the site, as the others refer to it. */
export interface Sibling {
  readonly language: Language;
  readonly state: EditionState;
  /** Name of its folder: `ja`, `ja.draft`. */
  readonly folder: string;
  /** What its language is called in that language: “日本語”. */
  readonly name: string;
  /** Title of the paper in that language. */
  readonly title: string;
}

/** What the pages of one edition are made from. */
export interface WebRequest {
  readonly report: Report;
  readonly edition: Edition;
  /** Composed with annotations (`src/compose/annotate.ts`). */
  readonly composition: Composition;
  /** All editions of the site, this one among them, in the report's order. */
  readonly siblings: readonly Sibling[];
  /** Where the site will stand, with a slash at its end; null where that is not known. */
  readonly address: string | null;
}

/** What renders one edition: the request, its own place in the site, its words. */
export interface WebContext extends WebRequest {
  readonly own: Sibling;
  readonly label: Label;
  readonly render: RenderTemplate;
}

/** Folder of an edition in the site; a draft never takes a released edition's place. */
export function editionFolder(language: Language, state: EditionState): string {
  return state === "draft" ? `${language}.draft` : language;
}

/** Name of the page that an edition begins with. */
export const HOME = "index.html";

/** Name of the page of a chapter. */
export function pageFile(id: string): string {
  return id === "index" ? "chapter-index.html" : `${id}.html`;
}
