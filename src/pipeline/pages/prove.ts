import { manifestFile } from "../../deliver/deliver.ts";
import { readManifest } from "../../deliver/manifest.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Impact } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Revision } from "../../model/revision.ts";
import type { Sources } from "../../model/source-file.ts";
import type { BuildWorld } from "../build.ts";
import type { EditionWorld } from "../edition.ts";
import { withoutRepeats } from "../progress.ts";
import { startBrowser, withBrowserAsItIs } from "../started-browser.ts";
import { type EditionFacts, factsOf } from "./facts.ts";
import { type PicturedPair, pictureChanges } from "./pictures.ts";
import { type PrintedPair, printPair } from "./print-pair.ts";
import { comparePages } from "./proof.ts";
import { proofPage } from "./proof-page.ts";
import type { Rasterizer } from "./raster.ts";
import { reportPair } from "./report-pair.ts";
import { indexFile, writeProof } from "./write-proof.ts";

/** What a proof of pages may touch of the world. */
export interface ProofWorld extends BuildWorld {
  readonly openRasterizer: () => Promise<Rasterizer>;
}

/** What is to be proven. */
export interface ProofRequest {
  readonly sources: Sources;
  /** The report as it is now; its figures may fail their checks. */
  readonly report: Report;
  /** The revision that its pages are compared with. */
  readonly last: Revision;
  /** What has changed since. */
  readonly impact: Impact;
}

/** What became of the pages of a report since its last revision. */
export interface PagesProof {
  /** Number of the revision compared with. */
  readonly since: number;
  /** The page that shows it all, inside the output folder. */
  readonly index: string;
  /** Layout files that changed since: both sides are printed with today's. */
  readonly layout: readonly string[];
  readonly editions: readonly EditionFacts[];
  /** Editions that could not be printed; `diagnostics` says why. */
  readonly failed: readonly Language[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Prints each edition as released and as it is now, compares the two page by page, and writes `<year>/impact/index.html` with pictures of
 * the pages that differ. Nothing is delivered: the editions in the output stay as they are.
 */
export async function provePages(
  { sources, report, last, impact }: ProofRequest,
  world: ProofWorld,
): Promise<PagesProof> {
  const { year } = sources;
  const pair = reportPair(report, last);
  const prints = await printAll(pair, world, year);
  const compared = await compareAll(prints, world);
  const proof: PagesProof = {
    since: last.revision,
    index: indexFile(year),
    layout: impact.layout,
    editions: compared.map(({ facts }) => facts),
    failed: prints.filter(({ pdfs }) => pdfs === null).map(({ language }) => language),
    diagnostics: withoutRepeats(prints.flatMap(({ diagnostics }) => diagnostics)),
  };
  const html = proofPage({
    year,
    proof,
    pairs: new Map(compared.map(({ facts, pictured }) => [facts.language, pictured])),
    sources,
  });
  const pictures = compared.flatMap(({ pictured }) =>
    pictured.flatMap(({ pictures: { before, after } }) =>
      [before, after].filter((picture) => picture !== null),
    ),
  );
  await writeProof(
    { year, html, facts: { ...proof, diagnostics: undefined }, impact, pictures },
    world.output,
  );
  return proof;
}

async function printAll(
  pair: ReturnType<typeof reportPair>,
  world: ProofWorld,
  year: number,
): Promise<PrintedPair[]> {
  const browser = startBrowser(world.openPrinter);
  try {
    const [tools, manifest] = await Promise.all([world.tools(), world.output.read(manifestFile(year))]);
    const previous = manifest && readManifest(manifest);
    return await withBrowserAsItIs(browser, (started) => {
      const editionWorld: EditionWorld = { ...world, ...started, tools, previous, conformance: "ua1-a3a" };
      return Promise.all(pair.languages.map((language) => printPair(pair, language, editionWorld)));
    });
  } finally {
    await browser.printer.then((open) => open.close()).catch(() => undefined);
  }
}

interface ComparedEdition {
  readonly facts: EditionFacts;
  readonly pictured: readonly PicturedPair[];
}

async function compareAll(prints: readonly PrintedPair[], world: ProofWorld): Promise<ComparedEdition[]> {
  const rasterizer = await world.openRasterizer();
  const compared: ComparedEdition[] = [];
  for (const { language, pdfs } of prints) {
    if (!pdfs) continue;
    const pages = comparePages(language, pdfs.before, pdfs.after);
    const pictured = await pictureChanges(pages, pdfs, rasterizer);
    compared.push({ facts: factsOf(pages, pictured), pictured });
  }
  return compared;
}
