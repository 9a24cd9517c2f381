/** The markup that a locale text may hold. Everything else that looks like a tag is an error. */
export const INLINE_TAGS = ["cite", "em", "strong"] as const;

/** `cite` is the title of a plan, law or other document; `em` and `strong` stress. */
export type InlineTag = (typeof INLINE_TAGS)[number];

/** What a cross-reference may lead to: a table, a chart, or a chapter or section. */
export const REFERENCE_TARGETS = ["table", "chart", "section"] as const;

/** See {@link REFERENCE_TARGETS}. */
export type ReferenceTarget = (typeof REFERENCE_TARGETS)[number];

/** A cross-reference: `<see table=patents_valid/>`. */
export interface CrossReference {
  readonly kind: "see";
  readonly to: ReferenceTarget;
  /** Id of the table or chart, or a section’s key: `creation.patents`. */
  readonly id: string;
  /** As printed, with a mark for the page number (`page-mark.ts`); only a sign until the document is numbered. */
  readonly text: string;
  /** The element that it leads to and the one that takes the page number; null until the document is numbered. */
  readonly link: { readonly target: string; readonly slot: string } | null;
}

/** A piece of a resolved text: words, a printed figure, a cross-reference, or marked-up pieces. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly ref: string; readonly format: string; readonly text: string }
  | CrossReference
  | { readonly kind: InlineTag; readonly children: readonly Inline[] };

/** The words of a resolved text, without its markup. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map((node) => ("children" in node ? plainText(node.children) : node.text)).join("");
}

/** A figure as printed in a text. */
export type FigureNode = Extract<Inline, { kind: "figure" }>;

/** The figures printed in a text, in order: what it reads of the data. */
export function printedFigures(nodes: readonly Inline[]): FigureNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "figure") return [node];
    return "children" in node ? printedFigures(node.children) : [];
  });
}

/** The cross-references in a text, in order. */
export function crossReferences(nodes: readonly Inline[]): CrossReference[] {
  return nodes.flatMap((node) => {
    if (node.kind === "see") return [node];
    return "children" in node ? crossReferences(node.children) : [];
  });
}
