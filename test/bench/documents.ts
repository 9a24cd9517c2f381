import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments } from "../../src/cli/arguments.ts";
import { buildWorld } from "../../src/cli/commands/build.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { FACES } from "../../src/model/faces.ts";
import { isLanguage, type Language } from "../../src/model/language.ts";
import { build } from "../../src/pipeline/build.ts";
import { charactersOf } from "../../src/print/fonts/characters.ts";
import { cutFaces, fontRules } from "../../src/print/fonts/subset.ts";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import type { FoundBrowser } from "../../src/world/browser/found.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { readFont } from "../../src/world/fonts.ts";
import type { ReportCopy } from "./report-copy.ts";

/** Composed documents on disk, and the browser that we print them with. */
export interface Documents {
  /** Folder of one HTML file for each edition, fonts and charts inside. */
  readonly folder: string;
  readonly browser: FoundBrowser;
  /** Pages of all editions together. */
  readonly pages: number;
}

/**
 * Builds the report from nothing and keeps the documents that the browser is given: each edition's whole. Their fonts are those that the PDFs have, not
 * the lighter ones that we print with: nobody's floor has these. The
 * results stay in the copy's output folder. Throws when there is not one document for each edition.
 */
export async function composedDocuments({ root, year, output }: ReportCopy): Promise<Documents> {
  const folder = join(root, "documents");
  await mkdir(folder, { recursive: true });
  const words = ["build", "--json", "--root", root, "--out", output];
  const world = await buildWorld(readArguments(words, COMMANDS));
  const printer = await openPrinter();
  const seen: string[] = [];
  const recording = {
    ...printer,
    open: (html: string) => {
      seen.push(html);
      return printer.open(html);
    },
  };
  const request = { year, languages: null, draft: false, conformance: null };
  const { editions } = await build(request, { ...world, openPrinter: async () => recording });
  const documents = wholeDocuments(seen);
  if (documents.size !== editions.length)
    throw new Error(`${editions.length} editions were printed from ${documents.size} documents`);
  await Promise.all(
    [...documents].map(async ([language, html]) =>
      writeFile(join(folder, `${language}.html`), await withTrueFonts(html, language)),
    ),
  );
  const pages = editions.reduce((sum, { finished }) => sum + (finished?.pages ?? 0), 0);
  return { folder, browser: printer.browser, pages };
}

/** The document with its fonts cut to its characters, outlines and all. */
async function withTrueFonts(html: string, language: Language): Promise<string> {
  const bare = html.replace(/@font-face\{[^}]*\}\n?/g, "");
  const whole = await Promise.all(
    FACES[language].map(async (face) => ({ ...face, bytes: await readFont(face) })),
  );
  const rules = fontRules(await cutFaces(whole, charactersOf(bare), cutFont));
  return bare.replace("<style>", () => `<style>${rules}\n`);
}

/** The document of each language: where an edition was loaded more than once, the largest, since others may hold fewer chapters. */
export function wholeDocuments(seen: readonly string[]): Map<Language, string> {
  const documents = new Map<Language, string>();
  for (const html of seen) {
    const language = languageOf(html);
    if (html.length > (documents.get(language)?.length ?? 0)) documents.set(language, html);
  }
  return documents;
}

function languageOf(html: string): Language {
  const [, language] = /<html[^>]* lang="([^"]+)"/.exec(html) ?? [];
  if (language === undefined || !isLanguage(language))
    throw new Error("a document does not say its language");
  return language;
}
