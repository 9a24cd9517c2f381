import type { DataFile } from "../model/data-file.ts";
import type { Face } from "../model/faces.ts";
import { charactersOf } from "./fonts/characters.ts";
import { nameFaces, type WebFace, webFaces } from "./fonts/faces.ts";
import { renderHome } from "./pages/home.ts";
import { renderPage } from "./pages/page.ts";
import { chartFiles } from "./parts/chart-files.ts";
import { DATA } from "./parts/exhibits.ts";
import { splitDocument } from "./parts/split.ts";
import { transformPage, transformTexts } from "./parts/transform.ts";
import { breakTitles } from "./parts/word-breaks.ts";
import type { PagesRead } from "./read/pages.ts";
import { HOME, type WebContext } from "./request.ts";
import { figureScript } from "./scripts/figures.ts";
import { searchScript } from "./scripts/search-index.ts";
import { scriptWords } from "./scripts/words.ts";
import { printSheet, screenSheet } from "./styles/sheets.ts";
import { htmlOf } from "./tree/nodes.ts";

/** What is delivered as it is: style sheets and scripts of `templates/web/`, and the search library. */
export interface Assets {
  readonly screen: string;
  readonly print: string;
  readonly reader: string;
  readonly search: string;
  readonly minisearch: string;
}

/** What an edition of the web is rendered from. */
export interface SiteRequest {
  readonly context: WebContext;
  /** Data files of the tables and the indicators; those of the charts are made here. */
  readonly data: readonly DataFile[];
  readonly assets: Assets;
  readonly faces: readonly Face[];
}

/** A page as it will be delivered. */
export interface WrittenPage {
  readonly file: string;
  readonly html: string;
}

/** An edition of the web, complete but for what its pages are shown with. */
export interface RenderedEdition {
  /** Texts of its files by their paths in its folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Its pages, in order. */
  readonly pages: readonly WrittenPage[];
  /** The words that scripts show. */
  readonly words: string;
}

/** Renders one edition: its pages, scripts and data. Throws a `WebTemplateError` for a template that cannot be used. */
export function renderEdition({ context, data: tables, assets }: SiteRequest): RenderedEdition {
  const data = [...tables, ...chartFiles(context)];
  const parts = splitDocument(context.composition);
  for (const page of parts.pages) transformPage(page, parts, { ...context, data });
  const [home] = parts.pages;
  if (home)
    for (const top of [parts.cover, parts.imprint]) if (top) transformTexts(top, home, parts, context);
  if (parts.cover) breakTitles(parts.cover, context.edition.language);
  const words = scriptWords(context);
  const pages = parts.pages.map((page) => {
    const main = page.file === HOME ? renderHome(parts, data, context) : htmlOf(page.elements);
    return { file: page.file, html: renderPage({ page, main, data, words, context }) };
  });
  const files = new Map([
    ...pages.map(({ file, html }) => [file, html] as const),
    ["reader.js", assets.reader] as const,
    ["search.js", assets.search] as const,
    ["minisearch.js", assets.minisearch] as const,
    ["search-index.js", searchScript(parts.pages, context)] as const,
    ...data.map(({ name, text }) => [`${DATA}/${name}`, text] as const),
  ]);
  return { files, pages, words };
}

/** What an edition's pages are shown with. */
export interface Shown {
  /** Style sheets, and what is told of figures, by their paths in the edition's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The fonts that it shows, and what they are to be cut down to. */
  readonly fonts: readonly WebFace[];
}

/** What an edition's pages are shown with: by the letters and figures that were read on them. */
export function showEdition({ context, assets, faces }: SiteRequest, { letters, pages }: PagesRead): Shown {
  const refs = new Set(pages.flatMap(({ figures }) => figures.map(({ ref }) => ref)));
  const fonts = [...webFaces(faces, charactersOf(letters)), ...nameFaces(context.siblings, context.own)];
  const request = { context, ...assets, faces: fonts, html: context.composition.html };
  const files = new Map([
    ["screen.css", screenSheet(request)],
    ["print.css", printSheet(request)],
    ["figures.js", figureScript(refs, context)],
  ]);
  return { files, fonts };
}
