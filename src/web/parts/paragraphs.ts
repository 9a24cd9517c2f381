import type { Sibling, WebContext } from "../request.ts";
import {
  appendNodes,
  attribute,
  createElement,
  type Element,
  elementsBelow,
  escapeHtml,
  parseNodes,
  wrapElement,
} from "../tree/nodes.ts";

/** Stands on what a page adds to the paper: links, buttons, tables of a chart's data. It is no part of the text. */
export const ADDED = "data-web";

/** Adds to every paragraph where it stands in the other languages: the ids of paragraphs are those of their texts in all editions. */
export function addElsewhere(
  top: Element,
  file: string,
  context: Pick<WebContext, "siblings" | "own" | "label">,
): void {
  const others = context.siblings.filter(({ language }) => language !== context.own.language);
  for (const paragraph of elementsBelow(top)) {
    const id = attribute(paragraph, "id");
    if (paragraph.tagName !== "p" || id === undefined) continue;
    const wrapper = wrapElement(paragraph, "div", { class: "para" });
    appendNodes(wrapper, parseNodes(elsewhere(id, file, others, context)));
  }
}

function elsewhere(
  id: string,
  file: string,
  others: readonly Sibling[],
  { label }: Pick<WebContext, "label">,
): string {
  const own = `<a class="permalink" href="#${escapeHtml(id)}" aria-label="${escapeHtml(label("web.permalink"))}">¶</a>`;
  return `<div class="elsewhere" ${ADDED}>${own}${others.map((sibling) => languageLink(sibling, `${file}#${id}`)).join("")}</div>`;
}

/** A link to the same place in another edition. */
function languageLink({ folder, language, name }: Sibling, place: string): string {
  return `<a href="../${folder}/${escapeHtml(place)}" lang="${language}" hreflang="${language}">${escapeHtml(name)}</a>`;
}

/** Marks an element as none of the text. */
export function added(tag: string, values: Readonly<Record<string, string>>): Element {
  return createElement(tag, { ...values, [ADDED]: "" }, []);
}
