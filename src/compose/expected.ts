import type { Block, BlockRole, BoundFigure } from "../model/block.ts";
import type { CellView, ChartView, ResolvedText, TableView } from "../model/edition.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { Draft } from "./draft.ts";

/** A block of texts that the templates show together. */
export interface TextBlock {
  readonly role: BlockRole;
  readonly id: string | null;
  readonly number?: string;
  /** The text that it is about, and its words as they are shown; a null text is one that does not exist. */
  readonly text: ResolvedText | null;
  /** Words of a label in the place of the text. */
  readonly label?: string;
  /** What follows: the unit of a table, in its own words. */
  readonly then?: { readonly text: ResolvedText; readonly shown: string } | null;
}

/** Notes that the document will show a block of text. */
export function expectText(draft: Draft, { role, id, number = "", text, label = "", then }: TextBlock): void {
  const shown = text ? plainText(text.nodes) : label;
  draft.blocks.push({
    role,
    key: text?.key ?? null,
    id,
    language: text?.language ?? draft.edition.language,
    text: [number, shown, then?.shown].filter(Boolean).join(" "),
    number,
    figures: text ? figuresIn([...text.nodes, ...(then?.text.nodes ?? [])]) : null,
  });
}

/** Notes that the document will show a table's cells, row by row. */
export function expectTable(draft: Draft, { header, rows }: TableView): void {
  for (const { text } of header.flat()) expectCell(draft, text, null);
  for (const { label, cells } of rows) {
    expectCell(draft, label, null);
    for (const cell of cells) expectCell(draft, cell.text, [cellFigure(cell)]);
  }
}

function expectCell(draft: Draft, text: string, figures: BoundFigure[] | null): void {
  const { language } = draft.edition;
  draft.blocks.push({ role: "cell", key: null, id: null, language, text, number: "", figures });
}

function cellFigure({ ref, text }: CellView): BoundFigure {
  return { ref, format: "cell", text };
}

/** Notes that the document will show a chart with the labels of its drawing. */
export function expectChart(draft: Draft, { id: chart, title }: ChartView, id: string, svg: string): void {
  const { language } = draft.edition;
  const text = [...svg.matchAll(/<(?:text|tspan)\b[^>]*>([^<]+)/g)]
    .map(([, label = ""]) => unescape(label))
    .join(" ");
  draft.blocks.push({ role: "chart", key: title, id, language, text, number: chart, figures: null });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Text of HTML or SVG that this stage or the drawing has escaped. */
export function unescape(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** The figures of a text, in order. */
export function figuresIn(nodes: readonly Inline[]): BoundFigure[] {
  return nodes.flatMap((node) => {
    if (node.kind === "text") return [];
    if (node.kind === "figure") return [{ ref: node.ref, format: node.format, text: node.text }];
    return figuresIn(node.children);
  });
}
