/** HTML that may stand in a page as it is. Only this folder makes it: what comes from files is a string, and strings are escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template's slots take: strings are escaped, lists joined, and nothing is shown for null and false. */
export type Content = string | number | Markup | null | false | readonly Content[];

/** A template of HTML. Slots may stand in text and inside double-quoted attributes. */
export function html(strings: TemplateStringsArray, ...slots: readonly Content[]): Markup {
  let markup = strings[0] ?? "";
  for (let i = 0; i < slots.length; i++) markup += shown(slots[i] ?? null) + (strings[i + 1] ?? "");
  return { markup };
}

/** Markup that another stage has made: the SVG of a chart. */
export function trusted(markup: string): Markup {
  return { markup };
}

function shown(content: Content): string {
  if (content === null || content === false) return "";
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escaped(content);
  if ("markup" in content) return content.markup;
  let markup = "";
  for (const one of content) markup += shown(one);
  return markup;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const SPECIAL = /[&<>"']|(?![\t\n])\p{Cc}/u;

/** Control characters have no business in a text; shown as what they are, they cannot hide anything either. */
function escaped(text: string): string {
  // Nearly all texts are shown as they are.
  if (!SPECIAL.test(text)) return text;
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign).replace(/(?![\t\n])\p{Cc}/gu, "\ufffd");
}
