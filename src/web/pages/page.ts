import type { DataFile } from "../../model/data-file.ts";
import { plainText } from "../../model/inline.ts";
import type { PagePart } from "../parts/split.ts";
import { HOME, type Sibling, type WebContext } from "../request.ts";
import { escapeHtml } from "../tree/nodes.ts";
import { chaptersFor, fullTitle, type NavigationChapter } from "./navigation.ts";
import { addressOf, descriptionOf, structuredData } from "./structured-data.ts";

/** What one page is rendered from. */
export interface PageRequest {
  readonly page: PagePart;
  /** What stands in its main element, as HTML. */
  readonly main: string;
  /** Data files of the edition; described on the first page. */
  readonly data: readonly DataFile[];
  /** What scripts show, as JSON (`scriptWords`). */
  readonly words: string;
  readonly context: WebContext;
}

/** One page as HTML. */
export function renderPage({ page, main, data, words, context }: PageRequest): string {
  const { edition, own, label, render } = context;
  const chapters = chaptersFor(page, context);
  const at = chapters.findIndex(({ current }) => current);
  const chapter = chapters[at];
  const { subject, author } = descriptionOf(context);
  const isHome = page.file === HOME;
  return render("page", {
    language: edition.language,
    state: edition.state,
    isHome,
    paper: own.title,
    title: chapter ? `${fullTitle(chapter)} – ${own.title}` : own.title,
    description: beginning(page, context) || subject || own.title,
    author,
    // Parts of addresses are ours; only a site's own address can hold more, and is escaped.
    canonical: context.address === null ? "" : addressOf(isHome ? "" : page.file, context),
    alternates: alternatesOf(page.file, context),
    openGraph: openGraph(context),
    structuredData: isHome ? structuredData(context, data) : "",
    draftMark: edition.state === "draft" ? label("labels.draft.mark") : "",
    languages: context.siblings.map((sibling) => ({
      ...sibling,
      href: `../${sibling.folder}/${page.file}`,
      current: sibling === own,
    })),
    main,
    words,
    chapters,
    previous: previousOf(chapters, at, isHome),
    next: chapters[at + 1] ?? null,
  });
}

function previousOf(chapters: readonly NavigationChapter[], at: number, isHome: boolean) {
  if (isHome) return null;
  return chapters[at - 1] ?? { href: HOME, number: "", title: "", lang: "" };
}

/** So much of a chapter's first paragraph describes its page. */
const DESCRIPTION = 160;

/** The beginning of the chapter's first paragraph, for search engines. */
function beginning({ entry }: PagePart, { composition, edition }: WebContext): string {
  if (!entry) return "";
  const first = composition.blocks.find(
    ({ role, id }) => role === "paragraph" && id?.startsWith(`${entry.id}-`),
  );
  const text = first?.key ? plainText(edition.texts.get(first.key)?.nodes ?? []) : "";
  const letters = [...text];
  return letters.length > DESCRIPTION ? `${letters.slice(0, DESCRIPTION).join("")}…` : text;
}

interface Alternate {
  readonly hreflang: string;
  readonly href: string;
}

/** The same page in all languages, released editions only; where the address is known also the choice of languages. */
function alternatesOf(file: string, { siblings, address, own }: WebContext): Alternate[] {
  const name = file === HOME && address !== null ? "" : file;
  const released = siblings.filter(({ state }) => state === "released");
  const each = released.map(({ language, folder }) => ({
    hreflang: language,
    href: address === null ? `../${folder}/${file}` : addressOf(name, { address, own }, folder),
  }));
  return file === HOME ? [...each, { hreflang: "x-default", href: address ?? "../index.html" }] : each;
}

const LOCALES: Readonly<Record<Sibling["language"], string>> = {
  en: "en_US",
  "zh-CN": "zh_CN",
  ja: "ja_JP",
  ko: "ko_KR",
};

function openGraph({ own, siblings }: WebContext) {
  return {
    locale: LOCALES[own.language],
    others: siblings.filter((sibling) => sibling !== own).map(({ language }) => LOCALES[language]),
  };
}

/** The page at the root of the site: a choice of languages. */
export function renderRoot(
  siblings: readonly Sibling[],
  { render, label }: Pick<WebContext, "render" | "label">,
  address: string | null,
): string {
  const [first] = siblings;
  return render("root", {
    siblings: siblings.map((sibling) => ({ ...sibling, href: `${sibling.folder}/${HOME}` })),
    canonical: address ?? "",
    folder: first?.folder ?? "",
    language: first?.language ?? "en",
    title: first?.title ?? "",
    choose: label("web.languages"),
  });
}

/** What a sitemap lists. */
export interface SitemapRequest {
  readonly siblings: readonly Sibling[];
  /** Names of the pages that each edition has. */
  readonly files: readonly string[];
  /** Where the site will stand; null where that is not known. */
  readonly address: string | null;
  /** Day of the revision, ISO 8601. */
  readonly date: string;
}

/** The address of every released page, for search engines (sitemaps.org, protocol 0.9); null where the site's address is not known. */
export function sitemap({ siblings, files, address, date }: SitemapRequest): string | null {
  if (address === null) return null;
  const released = siblings.filter(({ state }) => state === "released");
  const url = (folder: string, file: string) =>
    escapeHtml(`${address}${folder}/${file === HOME ? "" : file}`);
  const link = (hreflang: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`;
  const alternates = (file: string) =>
    [
      ...released.map(({ language, folder }) => link(language, url(folder, file))),
      ...(file === HOME ? [link("x-default", escapeHtml(address))] : []),
    ].join("");
  const entry = (folder: string, file: string) =>
    `<url><loc>${url(folder, file)}</loc><lastmod>${date}</lastmod>${alternates(file)}</url>`;
  const entries = released.flatMap(({ folder }) => files.map((file) => entry(folder, file)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}
