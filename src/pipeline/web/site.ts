import { dataFiles } from "../../compose/data-files.ts";
import { labelsOf } from "../../language/translator.ts";
import type { Composition } from "../../model/composition.ts";
import { type Diagnostic, error, hasErrors } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { compareEditions } from "../../preflight/parity/editions.ts";
import { createWebEngine, type WebEngine, WebTemplateError } from "../../web/engine.ts";
import { renderRoot, sitemap } from "../../web/pages/page.ts";
import type { Sibling } from "../../web/request.ts";
import type { Assets } from "../../web/site.ts";
import type { DrawnEdition } from "../drawings.ts";
import { composeDrawn } from "./compose-drawn.ts";
import { type BegunEdition, beginEdition, type MadeEdition } from "./edition.ts";
import { createPacker, type PackFont } from "./fonts.ts";
import { allSiblings, keptFolders, siblingOf } from "./siblings.ts";
import type { SiteContent, SiteDraft, WebWorld } from "./world.ts";

/** What a site is made from. */
export interface SiteRequest {
  readonly sources: Sources;
  readonly report: Report;
  /** The languages that are wanted. */
  readonly editions: ReadonlyMap<Language, DrawnEdition>;
  readonly address: string | null;
  readonly tools: string;
  /** The site's folder in the output folder. */
  readonly folder: string;
  /** Where its files go as soon as each of them is made. */
  readonly draft: SiteDraft;
}

/** A language of the site with the names of its pages. */
export interface SiteEdition extends Sibling {
  readonly pages: readonly string[];
}

/** A site, ready to be delivered when `diagnostics` holds no error. */
export interface Site extends SiteContent {
  readonly editions: readonly SiteEdition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the languages of a site share. */
interface Shared extends SiteRequest {
  readonly siblings: readonly Sibling[];
  readonly assets: Assets;
  readonly engine: WebEngine;
  readonly pack: PackFont;
}

/** Stages 3 to 8 for the languages that are wanted, and the page that leads to all of them. */
export async function makeSite(request: SiteRequest, world: WebWorld): Promise<Site> {
  const { report, folder, tools, draft } = request;
  const own = [...request.editions].map(([language, { edition }]) =>
    siblingOf(report, language, edition.state),
  );
  const present = await world.site.list(folder);
  const shared: Shared = {
    ...request,
    siblings: allSiblings(report, own, present),
    assets: await assetsOf(request.sources, world),
    engine: createWebEngine(report.templates),
    pack: createPacker(tools, world),
  };
  const { made, diagnostics } = await makeLanguages(own, shared, world);
  const disagreeing = [...compareEditions(made.map(({ shown }) => shown)).values()].flat();
  const editions = own.flatMap((sibling, index) => {
    const pages = made[index]?.pages;
    return pages ? [{ ...sibling, pages }] : [];
  });
  const all = [...diagnostics, ...made.flatMap((one) => one.diagnostics), ...disagreeing];
  if (hasErrors(all)) return { files: new Map(), keep: [], editions: [], diagnostics: all };
  const root = new Map(rootFiles(editions, shared));
  draft.add(root);
  const files = new Map([...made.flatMap((one) => [...one.files]), ...root]);
  return { files, keep: keptFolders(report, own, present), editions, diagnostics: all };
}

interface Languages {
  readonly made: readonly MadeEdition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The languages one after the other; another thread lints one and packs its fonts while the next is composed. */
async function makeLanguages(own: readonly Sibling[], shared: Shared, world: WebWorld): Promise<Languages> {
  const diagnostics: Diagnostic[] = [];
  const begun: { readonly linted: Promise<readonly Diagnostic[]>; readonly language: Begun }[] = [];
  for (const sibling of own) {
    const drawn = shared.editions.get(sibling.language);
    if (!drawn) continue;
    const { edition } = drawn;
    const { composition, linted, diagnostics: found } = await composeDrawn(drawn, shared.report, world);
    diagnostics.push(...found);
    if (!composition) continue;
    begun.push({ linted, language: await beginLanguage(sibling, { edition, composition }, shared, world) });
    // What the thread answered is taken up: it gets its next work.
    await world.pause();
  }
  const results = await Promise.all(begun.map(({ linted, language }) => whereClean(linted, language)));
  const made = results.filter((result) => "files" in result);
  const failed = results.flatMap((result) => ("files" in result ? [] : result));
  return { made, diagnostics: [...diagnostics, ...failed] };
}

/** A language that is rendered, or why it cannot be. */
type Begun = BegunEdition | Diagnostic;

/** An edition, or what the linter found in what it was made from: then nothing else that is said of it is worth telling. */
async function whereClean(
  linted: Promise<readonly Diagnostic[]>,
  language: Begun,
): Promise<MadeEdition | readonly Diagnostic[]> {
  const found = await linted;
  if (hasErrors(found)) return found;
  if (!("complete" in language)) return [...found, language];
  const made = await language.complete();
  return { ...made, diagnostics: [...found, ...made.diagnostics] };
}

async function beginLanguage(
  own: Sibling,
  { edition, composition }: { readonly edition: Edition; readonly composition: Composition },
  { report, siblings, address, assets, engine, pack, draft }: Shared,
  world: WebWorld,
): Promise<Begun> {
  const label = labelsOf(edition.locale);
  const context = { report, edition, composition, siblings, address, own, label, render: engine(label) };
  try {
    return await beginEdition({ context, data: dataFiles(report, edition), assets, pack, draft }, world);
  } catch (cause) {
    if (!(cause instanceof WebTemplateError)) throw cause;
    return badTemplate(cause);
  }
}

async function assetsOf({ files }: Sources, { searchLibrary }: WebWorld): Promise<Assets> {
  const asset = (name: string) => files.get(`templates/web/${name}`)?.text ?? "";
  return {
    screen: asset("screen.css"),
    print: asset("print.css"),
    reader: asset("reader.js"),
    search: asset("search.js"),
    minisearch: await searchLibrary(),
  };
}

/** What stands beside the languages: the page that leads to them, and the list of all pages. */
function rootFiles(
  editions: readonly SiteEdition[],
  { report, siblings, address, engine }: Shared,
): [string, string][] {
  const [first] = siblings;
  const locale = first && report.locales.get(first.language);
  if (!first || !locale) return [];
  const label = labelsOf(locale);
  const date = report.revisions.date ?? report.date;
  const map = sitemap({ siblings, files: editions[0]?.pages ?? [], address, date });
  const root = renderRoot(siblings, { render: engine(label), label }, address);
  return [["index.html", root], ...(map === null ? [] : [["sitemap.xml", map] as [string, string]])];
}

function badTemplate({ message, file }: WebTemplateError): Diagnostic {
  return error({
    code: "failed-template",
    message: `the template cannot be rendered: ${message}`,
    place: { file },
    hints: ["look for a misspelling"],
  });
}
