import { formatFigure, isFormatName } from "../../language/formats/format.ts";
import { formatCell } from "../../language/formats/formatCell.ts";
import type { Block } from "../../model/block.ts";
import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { writtenValue } from "../../model/released.ts";
import type { Locale } from "../../model/report.ts";
import { createComplaints } from "../../preflight/complaints.ts";
import type { ShownFigures } from "../../preflight/parity/editions.ts";
import { checkParity } from "../../preflight/parity/parity.ts";
import type { Finished } from "../../preflight/reading/finished.ts";
import type { FoundBlock } from "../../preflight/reading/found-blocks.ts";
import { compareTexts } from "../../preflight/text/compare.ts";
import { printed } from "../../web/parts/chart-data.ts";
import { referenceText } from "../../web/parts/links.ts";
import type { NamedFigure, ShownBlock } from "../../web/read/blocks.ts";
import type { PageRead } from "../../web/read/pages.ts";
import type { WebContext } from "../../web/request.ts";

/** What was read on a written page. */
export interface ReadBack extends PageRead {
  readonly file: string;
}

/** What reading the written pages of one edition back proved. */
export interface WebProof {
  /** An error among them: the edition must not be delivered. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the edition shows, to be compared with the other editions. */
  readonly shown: ShownFigures;
}

/**
 * Stage 8 for the web: holds the written pages, as they were read back, against the report as a finished PDF is held: every text word for word,
 * every figure by its value, charts by the places of their labels; and every figure that a page names, tables of charts' data among them.
 */
export function proveWeb(pages: readonly ReadBack[], context: WebContext): WebProof {
  const { report, edition } = context;
  const { language, locale, state } = edition;
  const labels = pages.map(({ file }) => file);
  const placeOf = (key: string) => locale.texts.get(key)?.place;
  const complaints = createComplaints({ language, labels, placeOf });
  const shownBlocks = pages.flatMap(({ blocks }, page) => blocks.map((block) => foundBlock(block, page)));
  // The comparison looks at nothing else of a finished edition.
  const finished = { blocks: shownBlocks, labels, destinations: new Map() } as unknown as Finished;
  const pairs = compareTexts(expectedBlocks(context), finished, complaints);
  const texts = checkParity(pairs, { report, edition, labels, complaints });
  const misnamed = pages.flatMap(({ file, figures }) =>
    figures.flatMap((figure) => problemsOf(figure, file, context)),
  );
  return {
    diagnostics: [...complaints.diagnostics(), ...misnamed],
    shown: { language, draft: state === "draft", texts },
  };
}

/** What the pages are to show: all that the print shows but its contents list; cross-references without page numbers. */
function expectedBlocks(context: WebContext): Block[] {
  const { blocks, references } = context.composition;
  const onWeb = [...references.values()].map(
    (reference) => [reference.text, referenceText(reference, context)] as const,
  );
  const put = (text: string) => onWeb.reduce((done, [from, to]) => done.replaceAll(from, () => to), text);
  const titles = contentsTitles(context);
  return blocks
    .filter((block) => block.role !== "contents" && !isContentsTitle(block, titles))
    .map((block) => ({ ...block, text: put(block.text), references: (block.references ?? []).map(put) }));
}

/** The titles over the contents list and the lists of tables and charts, which each page has in its own way. */
function contentsTitles({ label }: WebContext): ReadonlySet<string> {
  return new Set(["labels.contents", "labels.charts", "labels.tables"].map((name) => label(name)));
}

function isContentsTitle({ role, key, id, text }: Block, titles: ReadonlySet<string>): boolean {
  return role === "heading" && key === null && id === null && titles.has(text);
}

function foundBlock({ text, lang, alt, lines }: ShownBlock, page: number): FoundBlock {
  const element = { role: alt === undefined ? "P" : "Figure", alt };
  const drawn = lines.map((line) => ({ line: { ...line, page }, start: 0 }));
  // Of an element and its lines the comparison reads no more than this.
  return { element, lang, text, lines: drawn, page } as unknown as FoundBlock;
}

function problemsOf(
  { ref, format, text, value, lang }: NamedFigure,
  file: string,
  { report, edition }: WebContext,
): Diagnostic[] {
  const figure = report.figures.get(ref);
  // A text that is not translated yet shows its figures in the language of its words.
  const locale = [...report.locales.values()].find(({ language }) => language === lang) ?? edition.locale;
  const wanted = figure ? printedAs(figure, format, locale) : null;
  const isRight = figure !== undefined && text === wanted && value === (writtenValue(figure) ?? "");
  if (isRight) return [];
  return [
    error({
      code: "web-figure-differs",
      message: `${edition.language}, ${file}: the figure ${ref} (“${wanted ?? ""}”) reads “${text}”, with the value “${value}”`,
      place: figure?.place,
    }),
  ];
}

function printedAs(figure: Figure, format: string, locale: Locale): string {
  const { language, words } = locale;
  if (isFormatName(format)) return formatFigure(figure, format, words, language);
  return format === "chart" ? printed(figure, { language, locale }) : formatCell(figure, language, words);
}
