import type { ResolvedText } from "../model/edition.ts";
import type { CrossReference, FigureNode, Inline } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import { replacePageMarks } from "../model/page-mark.ts";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML: nothing in it is markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

/** Puts a mark around the HTML of a printed figure. */
export type MarkFigure = (html: string, figure: FigureNode) => string;

const unmarked: MarkFigure = (html) => html;

/** A resolved text as HTML; figures are marked only if that is asked for. */
export function inlineHtml(nodes: readonly Inline[], mark: MarkFigure = unmarked): string {
  return nodes.map((node) => nodeHtml(node, mark)).join("");
}

function nodeHtml(node: Inline, mark: MarkFigure): string {
  if (node.kind === "text") return keepTogether(escapeHtml(node.text));
  if (node.kind === "figure") return mark(keepMyriads(escapeHtml(node.text)), node);
  if (node.kind === "see") return referenceHtml(node);
  return `<${node.kind}>${inlineHtml(node.children, mark)}</${node.kind}>`;
}

/** A cross-reference as a link; the page number goes where the mark stands. */
function referenceHtml({ text, link }: CrossReference): string {
  if (link === null) return escapeHtml(text);
  const slot = `<span class="see-page" id="${link.slot}"></span>`;
  return `<a class="see" href="#${link.target}">${replacePageMarks(escapeHtml(text), () => slot)}</a>`;
}

/** Browsers break Korean before a middle dot, which no line may begin with, and after the asterisk of a note. */
function keepTogether(html: string): string {
  return html.replace(/\p{Script=Hangul}·|\*\p{Script=Hangul}/gu, '<span class="kept">$&</span>');
}

/** Between 4 and 万 Chinese and Japanese lines may break, and 4万4,447 would be read as two figures. */
function keepMyriads(html: string): string {
  return /[万億亿]/u.test(html) ? `<span class="kept">${html}</span>` : html;
}

/** The `lang` attribute of a text that is not in its edition's language, with the space before it; else nothing. */
export function langAttribute(text: ResolvedText, language: Language): string {
  return text.language === language ? "" : ` lang="${text.language}"`;
}
