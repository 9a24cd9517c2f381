import type { DataFile } from "../../model/data-file.ts";
import { DATA } from "../parts/exhibits.ts";
import type { Parts } from "../parts/split.ts";
import type { WebContext } from "../request.ts";
import { htmlOf, outerHtml } from "../tree/nodes.ts";
import { chaptersFor, exhibitLines } from "./navigation.ts";

/** What the first page of an edition shows: cover, contents, lists of tables and charts, data, imprint. */
export function renderHome(parts: Parts, data: readonly DataFile[], context: WebContext): string {
  const [home] = parts.pages;
  if (!home) return "";
  return context.render("home", {
    language: context.edition.language,
    cover: parts.cover ? outerHtml(parts.cover) : "",
    // What the report's template puts before the first chapter.
    before: htmlOf(home.elements),
    chapters: chaptersFor(home, context),
    tables: exhibitLines("table", context, parts.pageOf),
    charts: exhibitLines("chart", context, parts.pageOf),
    data: data.map(({ name, description, mime }) => ({ href: `${DATA}/${name}`, name, description, mime })),
    imprint: parts.imprint ? outerHtml(parts.imprint) : "",
  });
}
