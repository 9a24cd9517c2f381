import { labelsOf } from "../../language/translator.ts";
import type { Composition } from "../../model/composition.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import { FACES } from "../../model/faces.ts";
import type { Language } from "../../model/language.ts";
import type { EditionState, Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { compareEditions, type ShownFigures } from "../../preflight/parity/editions.ts";
import { createWebEngine } from "../../web/engine.ts";
import { beginEpub } from "../../web/epub/epub.ts";
import { readPages } from "../../web/read/pages.ts";
import type { WebContext } from "../../web/request.ts";
import type { DrawnEdition } from "../drawings.ts";
import { timed } from "../progress.ts";
import { composeDrawn } from "../web/compose-drawn.ts";
import { createPacker, type PackFont, webFonts } from "../web/fonts.ts";
import { proveWeb } from "../web/proof.ts";
import { siblingOf } from "../web/siblings.ts";
import type { WebWorld } from "../web/world.ts";

/** What EPUBs are made from. */
export interface EpubsRequest {
  readonly sources: Sources;
  readonly report: Report;
  /** The languages that are wanted. */
  readonly editions: ReadonlyMap<Language, DrawnEdition>;
  readonly tools: string;
}

/** An edition as an EPUB. */
export interface Book {
  readonly language: Language;
  readonly state: EditionState;
  readonly bytes: Uint8Array;
  readonly shown: ShownFigures;
}

/** EPUBs, ready to be delivered when `diagnostics` holds no error. */
export interface Books {
  readonly books: readonly Book[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Stages 5 to 8 for the languages that are wanted, one after the other; each is read back and held against the report, then against the others. */
export async function makeEpubs(
  { sources, report, editions, tools }: EpubsRequest,
  world: WebWorld,
): Promise<Books> {
  const pack = createPacker(tools, world);
  const sheet = sources.files.get("templates/web/epub.css")?.text ?? "";
  const books: Book[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const drawn of editions.values()) {
    const composed = await composeDrawn(drawn, report, world);
    diagnostics.push(...composed.diagnostics, ...(await composed.linted));
    if (!composed.composition || hasErrors(diagnostics)) continue;
    const context = contextOf(report, drawn.edition, composed.composition);
    const made = await makeBook(context, { sheet, pack }, world);
    diagnostics.push(...made.diagnostics);
    books.push(made.book);
  }
  const disagreeing = [...compareEditions(books.map(({ shown }) => shown)).values()].flat();
  return { books, diagnostics: [...diagnostics, ...disagreeing] };
}

function contextOf(report: Report, edition: Edition, composition: Composition): WebContext {
  const own = siblingOf(report, edition.language, edition.state);
  const label = labelsOf(edition.locale);
  const render = createWebEngine(report.templates)(label);
  return { report, edition, composition, siblings: [own], address: null, own, label, render };
}

async function makeBook(
  context: WebContext,
  { sheet, pack }: { readonly sheet: string; readonly pack: PackFont },
  world: WebWorld,
): Promise<{ readonly book: Book; readonly diagnostics: readonly Diagnostic[] }> {
  const { language, state } = context.edition;
  const begun = await timed(
    world,
    "print",
    () => beginEpub({ context, sheet, faces: FACES[language] }),
    language,
    ({ documents }) => `${documents.length} documents`,
  );
  const fonts = webFonts(begun.fonts, pack);
  // When the proof fails, nobody waits for them any more.
  fonts.catch(() => undefined);
  const proof = await timed(
    world,
    "preflight",
    () => {
      const { pages } = readPages(
        begun.documents.map(({ html }) => html),
        "",
      );
      const read = pages.map((page, index) => ({ ...page, file: begun.documents[index]?.file ?? "" }));
      const blocks = context.composition.blocks.filter(({ text }) => !begun.leftOut.includes(text));
      return proveWeb(read, { ...context, composition: { ...context.composition, blocks } });
    },
    language,
  );
  const bytes = await timed(world, "finish", async () => begun.complete(await fonts), language);
  return { book: { language, state, bytes, shown: proof.shown }, diagnostics: proof.diagnostics };
}
