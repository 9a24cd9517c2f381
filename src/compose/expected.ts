import type { Block, BlockRole, BoundFigure } from "../model/block.ts";
import type { CellView, ChartView, ResolvedText, TableView } from "../model/edition.ts";
import { crossReferences, type Inline, plainText, printedFigures } from "../model/inline.ts";
import type { Draft } from "./draft.ts";
import { htmlBlocks } from "./html-blocks.ts";

/** Texts that the templates show as one block. */
export interface TextBlock {
  readonly role: BlockRole;
  readonly id: string | null;
  readonly number?: string;
  /** The text that it is about; null where there is none, and then the words of a label. */
  readonly text: ResolvedText | null;
  readonly label?: string;
  /** The unit that follows, with the words around it. */
  readonly unit?: { readonly text: ResolvedText; readonly shown: string } | null;
}

/** A block of texts that the document is to show, whatever the templates make of it. */
export function textBlock(
  { edition }: Draft,
  { role, id, number = "", text, label = "", unit }: TextBlock,
): Block {
  const shown = text ? plainText(text.nodes) : label;
  return {
    role,
    key: text?.key ?? null,
    id,
    language: text?.language ?? edition.language,
    text: [number, shown, unit?.shown].filter(Boolean).join(" "),
    number,
    figures: text ? figuresIn([...text.nodes, ...(unit?.text.nodes ?? [])]) : null,
    references: crossReferences(text?.nodes ?? []).map((reference) => reference.text),
  };
}

/** The blocks of a table: its cells, row by row. */
export function tableBlocks({ edition }: Draft, { header, rows, title }: TableView): Block[] {
  const { language } = edition;
  const cell = (text: string, figures: BoundFigure[] | null): Block => ({
    role: "cell",
    key: title,
    id: null,
    language,
    text,
    number: "",
    figures,
  });
  return [
    ...header.flat().map(({ text }) => cell(text, null)),
    ...rows.flatMap(({ label, cells }) => [
      cell(label, null),
      ...cells.map((view) => cell(view.text, [cellFigure(view)])),
    ]),
  ];
}

function cellFigure({ ref, text }: CellView): BoundFigure {
  return { ref, format: "cell", text };
}

/** The block of a chart: the labels of its drawing. */
export function chartBlocks({ edition }: Draft, { id, title }: ChartView, svg: string): Block[] {
  return htmlBlocks(svg, edition.language, new Map()).map((block) => ({ ...block, key: title, id }));
}

/**
 * All that the document is to show, in order: the blocks of its HTML; where one is a text that was noted, with its key and figures. What
 * was noted and does not stand in the HTML is among them, so that it will be missed.
 */
export function expectedBlocks(draft: Draft, html: string, slots: ReadonlyMap<string, string>): Block[] {
  const noted = [...draft.blocks];
  const shown = htmlBlocks(html, draft.edition.language, slots, draft.references).flatMap((block) => {
    const at = noted.slice(0, REACH).findIndex((candidate) => isSame(candidate, block));
    return at < 0 ? [block] : noted.splice(0, at + 1);
  });
  return [...shown, ...noted];
}

/** How many noted blocks may be missing in a row before the rest counts as missing. */
const REACH = 12;

function isSame(noted: Block, shown: Block): boolean {
  const role = noted.role === "note" ? "paragraph" : noted.role;
  return role === shown.role && closed(noted.text) === closed(shown.text);
}

const closed = (text: string): string => text.replace(/\s+/g, "");

function figuresIn(nodes: readonly Inline[]): BoundFigure[] {
  return printedFigures(nodes).map(({ ref, format, text }) => ({ ref, format, text }));
}
