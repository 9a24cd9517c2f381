import { htmlBlocks } from "../../src/compose/html-blocks.ts";
import { attribute, unescapeHtml } from "../../src/compose/html-tokens.ts";
import type { Block } from "../../src/model/block.ts";
import type { Composition } from "../../src/model/composition.ts";
import { type Diagnostic, hasErrors } from "../../src/model/diagnostic.ts";
import type { Edition } from "../../src/model/edition.ts";
import { createComplaints } from "../../src/preflight/complaints.ts";
import { checkContents } from "../../src/preflight/navigation/contents.ts";
import { compareEditions, type ShownFigures } from "../../src/preflight/parity/editions.ts";
import { checkParity } from "../../src/preflight/parity/parity.ts";
import type { Finished } from "../../src/preflight/reading/finished.ts";
import type { FoundBlock } from "../../src/preflight/reading/found-blocks.ts";
import { compareTexts } from "../../src/preflight/text/compare.ts";
import { CATCHERS, type Catcher, catcherOf } from "./catchers.ts";
import { drawnLines } from "./drawn-lines.ts";
import type { PageFault, SoundPage } from "./fault.ts";

/** What came of one fault in a composed page. */
export interface PageVerdict {
  readonly caught: readonly Catcher[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a preflight makes of a page’s HTML, without a browser in between. */
export interface PageReading {
  readonly diagnostics: readonly Diagnostic[];
  readonly shown: ShownFigures;
}

/** A page with its page numbers filled in. An element's number is its place in the contents list: any will do, as long as all agree. */
export function filledIn({ html, slots, references }: Composition): string {
  const number = (target: string) => String([...slots.keys()].indexOf(target) + 1);
  const wanted = [
    ...[...slots].map(([target, slot]) => [slot, number(target)] as const),
    ...[...references].map(([slot, { target }]) => [slot, number(target)] as const),
  ];
  return wanted.reduce(
    (text, [slot, page]) => text.replace(new RegExp(`(id="${slot}"[^>]*>)(?=</)`), `$1${page}`),
    html,
  );
}

/**
 * Stands for printing a page and reading the PDF back: the texts of its elements are what the PDF’s structure gives, in the same order.
 * `print-sample.ts` proves that real prints are judged the same.
 */
export function finishedOf({ edition, composition }: SoundPage, html: string): Finished {
  const { slots } = composition;
  const drawings = drawingsOf(html);
  const blocks = htmlBlocks(html, edition.language, slots).map((block): FoundBlock => {
    const svg = block.role === "chart" ? drawings.shift() : undefined;
    return svg === undefined ? paragraph(block) : drawing(block, svg);
  });
  const targets = [...slots.keys()].map((id, page) => [id, { page, x: 0, y: 0 }] as const);
  const links = new Map(targets.map(([name], id) => [id, { target: { kind: "internal", name } }]));
  const reading = {
    blocks,
    links,
    destinations: new Map(targets),
    labels: targets.map((_, page) => String(page + 1)),
  };
  // Nothing else of the file is looked at by the comparisons below.
  return reading as unknown as Finished;
}

function paragraph({ text, language }: Block): FoundBlock {
  const lines = [{ line: { text, page: 0 }, start: 0 }];
  return { lang: language, text, lines, page: 0, element: { role: "P" } } as unknown as FoundBlock;
}

function drawing({ text, language }: Block, svg: string): FoundBlock {
  const lines = drawnLines(svg).map((line) => ({ line, start: 0 }));
  const element = { role: "Figure", alt: alternativeOf(svg) };
  return { lang: language, text, lines, page: 0, element } as unknown as FoundBlock;
}

const drawingsOf = (html: string): string[] =>
  [...html.matchAll(/<svg (?!class="cover-motif")[\s\S]*?<\/svg>/g)].map(([svg]) => svg);

const alternativeOf = (svg: string): string => unescapeHtml(attribute(svg, "aria-label") ?? "");

/** Reads a page and compares it with what the edition should show: the words, the figures, the contents list. */
export function readPage(
  page: SoundPage,
  html: string,
  blocks: readonly Block[] = page.composition.blocks,
): PageReading {
  const { report, edition, composition } = page;
  const { language, locale } = edition;
  const finished = finishedOf(page, html);
  const { labels } = finished;
  const complaints = createComplaints({ language, labels, placeOf: (key) => locale.texts.get(key)?.place });
  const pairs = compareTexts(blocks, finished, complaints);
  const texts = checkParity(pairs, { report, edition, labels, complaints });
  checkContents(pairs, composition, finished, complaints);
  return { diagnostics: complaints.diagnostics(), shown: { language, texts } };
}

/** How a page’s fault is judged: `printed` after composition, `composed` made by the engine itself, so that it expects it. */
export type Origin = "printed" | "composed";

/** Judges faults of one edition against its own texts and the other editions. Throws when the sound pages are not found sound. */
export function createPageJudge(
  page: SoundPage,
  others: readonly ShownFigures[],
): (fault: PageFault, origin: Origin) => PageVerdict | null {
  const sound = readPage(page, page.html);
  if (hasErrors(sound.diagnostics))
    throw new Error(`the sound page has faults: ${JSON.stringify(sound.diagnostics)}`);
  return ({ html }, origin) => {
    const blocks = origin === "printed" ? page.composition.blocks : asComposed(page, html);
    if (blocks === null) return null;
    const engine = origin === "printed" ? page : { ...page, edition: editionComposed(page, html) };
    const { diagnostics, shown } = readPage(engine, html, blocks);
    const across = [...compareEditions([...others, shown]).values()].flat();
    const all = [...diagnostics, ...across].filter(({ severity }) => severity === "error");
    const found = new Set(all.map(catcherOf));
    return { caught: CATCHERS.filter((catcher) => found.has(catcher)), diagnostics: all };
  };
}

/** The expected blocks of an engine that composed the fault itself; null where whole blocks come, go or change places. */
function asComposed({ edition, composition }: SoundPage, html: string): Block[] | null {
  const spoilt = htmlBlocks(html, edition.language, composition.slots);
  const { blocks } = composition;
  if (spoilt.length !== blocks.length) return null;
  return blocks.map((block, index) => {
    const text = spoilt[index]?.text ?? block.text;
    return block.role === "contents" ? block : { ...block, text };
  });
}

/** The edition of an engine that wrote the alternative texts of a page itself. */
function editionComposed({ edition, composition }: SoundPage, html: string): Edition {
  const drawings = drawingsOf(html);
  const charts = new Map(edition.charts);
  const drawn = composition.blocks.filter(({ role }) => role === "chart");
  for (const [index, { id }] of drawn.entries()) {
    const view = charts.get(id ?? "");
    if (view) charts.set(view.id, { ...view, alt: alternativeOf(drawings[index] ?? "") });
  }
  return { ...edition, charts };
}
