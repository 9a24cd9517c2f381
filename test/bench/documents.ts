import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments } from "../../src/cli/arguments.ts";
import { buildWorld } from "../../src/cli/commands/build.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { build } from "../../src/pipeline/build.ts";
import type { Printer } from "../../src/print/printer.ts";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import type { FoundBrowser } from "../../src/world/browser/found.ts";
import type { ReportCopy } from "./report-copy.ts";

/** Composed documents on disk, and the browser that we print them with. */
export interface Documents {
  /** Folder of one HTML file for each edition, fonts and charts inside. */
  readonly folder: string;
  readonly browser: FoundBrowser;
  /** Pages of all editions together. */
  readonly pages: number;
}

/** Builds the report once and keeps the documents that the browser is given. */
export async function composedDocuments({ root, year }: ReportCopy): Promise<Documents> {
  const folder = join(root, "documents");
  await mkdir(folder, { recursive: true });
  const words = ["build", "--json", "--force", "--root", root, "--out", join(root, "documents-output")];
  const world = await buildWorld(readArguments(words, COMMANDS));
  const printer = await openPrinter();
  const seen: string[] = [];
  const recording: Printer = {
    ...printer,
    open: (html) => {
      seen.push(html);
      return printer.open(html);
    },
  };
  const { editions } = await build(
    { year, languages: null, draft: false, conformance: null },
    { ...world, openPrinter: async () => recording },
  );
  await Promise.all(seen.map((html) => writeFile(join(folder, `${languageOf(html)}.html`), html)));
  const pages = editions.reduce((sum, { finished }) => sum + (finished?.pages ?? 0), 0);
  return { folder, browser: printer.browser, pages };
}

function languageOf(html: string): string {
  const [, language] = /<html[^>]* lang="([^"]+)"/.exec(html) ?? [];
  if (language === undefined) throw new Error("a document does not say its language");
  return language;
}
