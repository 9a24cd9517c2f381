import type { DataFile } from "../model/data-file.ts";
import type { Face } from "../model/faces.ts";
import { charactersOn } from "./fonts/characters.ts";
import { nameFaces, type WebFace, webFaces } from "./fonts/faces.ts";
import { renderHome } from "./pages/home.ts";
import { renderPage } from "./pages/page.ts";
import { chartFiles } from "./parts/chart-files.ts";
import { DATA } from "./parts/exhibits.ts";
import { splitDocument } from "./parts/split.ts";
import { transformFront, transformPage } from "./parts/transform.ts";
import { HOME, type WebContext } from "./request.ts";
import { figureScript } from "./scripts/figures.ts";
import { searchScript } from "./scripts/search-index.ts";
import { scriptWords } from "./scripts/words.ts";
import { printSheet, screenSheet } from "./styles/sheets.ts";
import { htmlOf, type Parent, parseDocument } from "./tree/nodes.ts";

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

/** A page as it will be delivered, and as browsers read it. */
export interface WrittenPage {
  readonly file: string;
  readonly html: string;
  readonly document: Parent;
}

/** An edition of the web, complete but for its fonts. */
export interface RenderedEdition {
  /** Texts of its files by their paths in its folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Its pages, in order. */
  readonly pages: readonly WrittenPage[];
  /** The fonts that it shows, and what they are to be cut down to. */
  readonly fonts: readonly WebFace[];
}

/** Renders one edition: its pages, style sheets, scripts and data. Throws a `WebTemplateError` for a template that cannot be used. */
export function renderEdition({ context, data: tables, assets, faces }: SiteRequest): RenderedEdition {
  const { composition } = context;
  const data = [...tables, ...chartFiles(context)];
  const parts = splitDocument(composition);
  for (const page of parts.pages) transformPage(page, parts, { ...context, data });
  const [home] = parts.pages;
  if (home)
    for (const top of [parts.cover, parts.imprint]) transformFront(top, home, parts, { ...context, data });
  const pages = parts.pages.map((page) => {
    const main = page.file === HOME ? renderHome(parts, data, context) : htmlOf(page.elements);
    const html = renderPage({ page, main, data, context });
    return { file: page.file, html, document: parseDocument(html) };
  });
  const documents = pages.map(({ document }) => document);
  const fonts = [
    ...webFaces(faces, charactersOn(documents, scriptWords(context))),
    ...nameFaces(context.siblings, context.own),
  ];
  const sheets = { context, ...assets, faces: fonts, html: composition.html };
  const files = new Map([
    ...pages.map(({ file, html }) => [file, html] as const),
    ["screen.css", screenSheet(sheets)] as const,
    ["print.css", printSheet(sheets)] as const,
    ["reader.js", assets.reader] as const,
    ["search.js", assets.search] as const,
    ["minisearch.js", assets.minisearch] as const,
    ["search-index.js", searchScript(parts.pages, context)] as const,
    [
      "figures.js",
      figureScript(
        pages.map(({ html }) => html),
        context,
      ),
    ] as const,
    ...data.map(({ name, text }) => [`${DATA}/${name}`, text] as const),
  ]);
  return { files, pages, fonts };
}
