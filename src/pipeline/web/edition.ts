import type { DataFile } from "../../model/data-file.ts";
import { type Diagnostic, warning } from "../../model/diagnostic.ts";
import { FACES } from "../../model/faces.ts";
import type { ShownFigures } from "../../preflight/parity/editions.ts";
import { type PagesRead, readPages } from "../../web/read/pages.ts";
import type { WebContext } from "../../web/request.ts";
import {
  type Assets,
  type RenderedEdition,
  renderEdition,
  type SiteRequest,
  showEdition,
} from "../../web/site.ts";
import { timed } from "../progress.ts";
import { type PackFont, webFonts } from "./fonts.ts";
import { proveWeb } from "./proof.ts";
import type { SiteDraft, SiteFiles, WebWorld } from "./world.ts";

/** What one language of the site is made from. */
export interface EditionRequest {
  readonly context: WebContext;
  readonly data: readonly DataFile[];
  readonly assets: Assets;
  readonly pack: PackFont;
  /** Where its files go. */
  readonly draft: SiteDraft;
}

/** One language of the site. */
export interface MadeEdition {
  /** Files by their paths in the site. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly pages: readonly string[];
  readonly shown: ShownFigures;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a reader loads for a page: so many bytes at most, without fonts. */
const PAGE_LIMIT = 150 * 1024;

/** A language that is rendered and read back; its fonts are being cut beside us. */
export interface BegunEdition {
  /** Proves what was read, and gives the language when all of it is there. */
  readonly complete: () => Promise<MadeEdition>;
}

/** Renders one language. Throws a `WebTemplateError` for a template that cannot be used. */
export async function beginEdition(request: EditionRequest, world: WebWorld): Promise<BegunEdition> {
  const { context } = request;
  const { language } = context.edition;
  const site = { ...request, faces: FACES[language] };
  const rendered = await timed(
    world,
    "print",
    () => renderEdition(site),
    language,
    ({ pages }) => `${pages.length} pages for the web`,
  );
  const deliver = (files: SiteFiles): SiteFiles => {
    const placed = new Map([...files].map(([path, content]) => [`${context.own.folder}/${path}`, content]));
    request.draft.add(placed);
    return placed;
  };
  const written = deliver(rendered.files);
  const { read, files, faces } = showRead(site, rendered, world);
  const shown = deliver(files);
  const fonts = faces.then(deliver);
  // When the proof fails, nobody waits for them any more.
  fonts.catch(() => undefined);
  const complete = async (): Promise<MadeEdition> => {
    const proven = await proveEdition(rendered, { read, files }, context, world);
    return { ...proven, files: new Map([...written, ...shown, ...(await fonts)]) };
  };
  return { complete };
}

/** The rendered pages as readers find them, and what they are shown with. */
interface ShownEdition {
  readonly read: PagesRead;
  readonly files: ReadonlyMap<string, string>;
  readonly faces: Promise<ReadonlyMap<string, Uint8Array>>;
}

function showRead(
  site: EditionRequest & SiteRequest,
  { pages, words }: RenderedEdition,
  world: WebWorld,
): ShownEdition {
  const read = readPages(
    pages.map(({ html }) => html),
    words,
  );
  const { files, fonts } = showEdition(site, read);
  const faces = timed(
    world,
    "finish",
    () => webFonts(fonts, site.pack),
    site.context.edition.language,
    ({ size }) => `${size} fonts`,
  );
  return { read, files, faces };
}

async function proveEdition(
  rendered: RenderedEdition,
  { read, files: shown }: Pick<ShownEdition, "read" | "files">,
  context: WebContext,
  world: WebWorld,
): Promise<Omit<MadeEdition, "files">> {
  const pages = read.pages.map((page, index) => ({ ...page, file: rendered.pages[index]?.file ?? "" }));
  const proof = await timed(world, "preflight", () => proveWeb(pages, context), context.edition.language);
  const files = new Map([...rendered.files, ...shown]);
  return {
    pages: rendered.pages.map(({ file }) => file),
    shown: proof.shown,
    diagnostics: [...proof.diagnostics, ...heavyPages(rendered.pages, files, context.own.folder)],
  };
}

/** Pages that are slow to load, with the style sheet and the script that each page needs. */
function heavyPages(
  pages: readonly { readonly file: string; readonly html: string }[],
  files: ReadonlyMap<string, string>,
  folder: string,
): Diagnostic[] {
  const sizeOf = (text = "") => Buffer.byteLength(text);
  const shared = sizeOf(files.get("screen.css")) + sizeOf(files.get("reader.js"));
  return pages.flatMap(({ file, html }) => {
    const size = sizeOf(html) + shared;
    if (size <= PAGE_LIMIT) return [];
    return [
      warning({
        code: "heavy-web-page",
        message: `the page ${folder}/${file} is ${Math.ceil(size / 1024)} KB with its style sheet and script, more than ${PAGE_LIMIT / 1024} KB`,
        hints: ["divide its chapter into two, or take charts or tables out of it"],
      }),
    ];
  });
}
