/** The markup that a locale text may hold. Everything else that looks like a tag is an error. */
export const INLINE_TAGS = ["cite", "em", "strong"] as const;

/** `cite` is the title of a plan, law or other document; `em` and `strong` stress. */
export type InlineTag = (typeof INLINE_TAGS)[number];

/** A piece of a resolved text: words, a printed figure, or marked-up pieces. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly ref: string; readonly format: string; readonly text: string }
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
