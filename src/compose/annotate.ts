import Handlebars from "handlebars";
import type { CellView, ResolvedText } from "../model/edition.ts";
import type { FigureNode } from "../model/inline.ts";
import type { Draft } from "./draft.ts";
import { escapeHtml, inlineHtml } from "./inline.ts";

/**
 * A text as HTML. In an annotated document it stands in a `<span data-text="key" data-state="stale">`, and each figure in it in a
 * `<span data-figure="ref" data-format="count">`, so that a page can tell what it shows; the print has neither.
 */
export function textHtml({ annotate }: Pick<Draft, "annotate">, { key, state, nodes }: ResolvedText): string {
  if (!annotate) return inlineHtml(nodes);
  return `<span data-text="${escapeHtml(key)}" data-state="${state}">${inlineHtml(nodes, markFigure)}</span>`;
}

function markFigure(html: string, { ref, format }: FigureNode): string {
  return `<span data-figure="${escapeHtml(ref)}" data-format="${escapeHtml(format)}">${html}</span>`;
}

/** The text of a table's cell for a template; in an annotated document it says which figure it is: `<span data-figure="ref" data-format="cell">`. */
export function cellText({ annotate }: Pick<Draft, "annotate">, { ref, text }: CellView) {
  if (!annotate) return text;
  return new Handlebars.SafeString(
    `<span data-figure="${escapeHtml(ref)}" data-format="cell">${escapeHtml(text)}</span>`,
  );
}

/** Rendered HTML whose first element says, in an annotated document, which table or chart it is: `data-chart="id"`. */
export function exhibitHtml(
  { annotate }: Pick<Draft, "annotate">,
  html: string,
  { kind, id }: { readonly kind: "table" | "chart"; readonly id: string },
): string {
  if (!annotate) return html;
  return html.replace(/<[a-z][\w-]*/i, (tag) => `${tag} data-${kind}="${escapeHtml(id)}"`);
}
