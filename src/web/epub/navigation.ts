import { exhibitLines, fullTitle, type NavigationLine } from "../pages/navigation.ts";
import { plainTitle } from "../parts/links.ts";
import type { WebContext } from "../request.ts";
import { escapeHtml } from "../tree/nodes.ts";
import { documentOf, type EpubDocuments } from "./documents.ts";

/** Name of the navigation document. */
export const NAVIGATION = "nav.xhtml";

/** The navigation document: contents, lists of tables and charts, landmarks. */
export function navigationDocument(book: EpubDocuments, context: WebContext): string {
  const { label } = context;
  const title = label("labels.contents");
  const first = book.documents[0]?.file ?? "";
  const [chapter] = context.composition.entries;
  const body = chapter && book.placeOf.get(chapter.id);
  const landmarks = [
    landmark("frontmatter", first, context.own.title),
    landmark("toc", NAVIGATION, title),
    ...(body ? [landmark("bodymatter", body, plainTitle(chapter.html))] : []),
  ].join("");
  return documentOf(
    title,
    [
      `<nav epub:type="toc" role="doc-toc" id="toc"><h2>${escapeHtml(title)}</h2>${contents(book, context)}</nav>`,
      exhibits("table", "lot", label("labels.tables"), book, context),
      exhibits("chart", "loi", label("labels.charts"), book, context),
      `<nav epub:type="landmarks" hidden="hidden"><ol>${landmarks}</ol></nav>`,
    ].join("\n"),
    context,
  );
}

function landmark(type: string, file: string, title: string): string {
  return `<li><a epub:type="${type}" href="${escapeHtml(file)}">${escapeHtml(title)}</a></li>`;
}

function contents({ documents, placeOf }: EpubDocuments, { composition, own }: WebContext): string {
  const chapters: { line: string; sections: string[] }[] = [];
  const first = documents[0]?.file ?? "";
  chapters.push({ line: link(first, own.title, ""), sections: [] });
  for (const { kind, id, number, html, lang } of composition.entries) {
    const title = [number, plainTitle(html)].filter(Boolean).join(" ");
    const file = placeOf.get(id) ?? first;
    if (kind === "chapter") chapters.push({ line: link(file, title, lang), sections: [] });
    if (kind === "section") chapters.at(-1)?.sections.push(`<li>${link(`${file}#${id}`, title, lang)}</li>`);
  }
  const items = chapters.map(
    ({ line, sections }) => `<li>${line}${sections.length === 0 ? "" : `<ol>${sections.join("")}</ol>`}</li>`,
  );
  return `<ol>${items.join("\n")}</ol>`;
}

/** `lang` is an attribute, or nothing. */
function link(href: string, title: string, lang: string): string {
  return `<a href="${escapeHtml(href)}"${lang}>${escapeHtml(title)}</a>`;
}

function exhibits(
  kind: "table" | "chart",
  type: string,
  title: string,
  { placeOf }: EpubDocuments,
  context: WebContext,
): string {
  const lines = exhibitLines(kind, context, placeOf);
  if (lines.length === 0) return "";
  const item = (line: NavigationLine) =>
    `<li>${link(line.href, fullTitle(line), line.lang === "" ? "" : ` lang="${line.lang}"`)}</li>`;
  return `<nav epub:type="${type}"><h2>${escapeHtml(title)}</h2><ol>${lines.map(item).join("\n")}</ol></nav>`;
}
