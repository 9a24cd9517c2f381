/** Elements without an end tag. */
export const VOID: ReadonlySet<string> = new Set("area base br col hr img input link meta wbr".split(" "));

/** The pieces of a document: a style element whole, comments, tags, and the text between. */
export function htmlTokens(html: string): readonly string[] {
  return html.match(/<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>|[^<]+/g) ?? [];
}

/** The element's name in a tag, in lower case. */
export function tagName(tag: string): string {
  return /^<\/?([\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? "";
}

/** The value of a quoted attribute in a tag, as written. */
export function attribute(tag: string, name: string): string | undefined {
  const begin = `${name}="`;
  for (let at = tag.indexOf(begin); at >= 0; at = tag.indexOf(begin, at + 1)) {
    if (!isSpace(tag.charCodeAt(at - 1))) continue;
    const from = at + begin.length;
    const end = tag.indexOf('"', from);
    return end < 0 ? undefined : tag.slice(from, end);
  }
  return undefined;
}

/** Space, tab, and what ends a line: what stands between attributes. */
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
};

/** Escaped text as it is shown: the entities that templates and drawings write. */
export function unescapeHtml(html: string): string {
  if (!html.includes("&")) return html;
  return html.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? entity;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}
