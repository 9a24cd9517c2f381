import type { DataFile } from "../../model/data-file.ts";
import { type Diagnostic, warning } from "../../model/diagnostic.ts";
import { FACES } from "../../model/faces.ts";
import type { ShownFigures } from "../../preflight/parity/editions.ts";
import type { WebContext } from "../../web/request.ts";
import { type Assets, renderEdition } from "../../web/site.ts";
import { timed } from "../progress.ts";
import { type PackFont, webFonts } from "./fonts.ts";
import { proveWeb } from "./proof.ts";
import type { WebWorld } from "./world.ts";

/** What one language of the site is made from. */
export interface EditionRequest {
  readonly context: WebContext;
  readonly data: readonly DataFile[];
  readonly assets: Assets;
  readonly pack: PackFont;
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

/** Renders one language, and reads its pages back while its fonts are cut. */
export async function makeEdition(
  { context, data, assets, pack }: EditionRequest,
  world: WebWorld,
): Promise<MadeEdition> {
  const { language } = context.edition;
  const rendered = await timed(
    world,
    "print",
    () => renderEdition({ context, data, assets, faces: FACES[language] }),
    language,
    ({ pages }) => `${pages.length} pages for the web`,
  );
  const fonts = timed(
    world,
    "finish",
    () => webFonts(rendered.fonts, pack),
    language,
    ({ size }) => `${size} fonts`,
  );
  // When the proof fails, nobody waits for them any more.
  fonts.catch(() => undefined);
  const proof = await timed(world, "preflight", () => proveWeb(rendered.pages, context), language);
  const { folder } = context.own;
  const faces = await fonts;
  return {
    files: new Map(
      [...rendered.files, ...faces].map(([path, content]) => [`${folder}/${path}`, content] as const),
    ),
    pages: rendered.pages.map(({ file }) => file),
    shown: proof.shown,
    diagnostics: [...proof.diagnostics, ...heavyPages(rendered.pages, rendered.files, folder)],
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
