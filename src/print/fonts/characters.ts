/** Characters that a page may show although no text holds them: page numbers, roman numerals, list marks. */
const ALWAYS = "0123456789ivxlcdm•–—…-. \u00a0";

/** Every character that a document can show, once each, sorted: text, alternative texts and generated content. */
export function charactersOf(html: string): string {
  const text = html
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => ` ${generatedContent(css)} `)
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#39|amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "");
  return [...new Set(ALWAYS + text)]
    .filter((letter) => letter >= " ")
    .sort()
    .join("");
}

const ENTITIES: Record<string, string> = {
  "#39": "'",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
};

/** The strings of a style sheet with its hexadecimal escapes undone. */
function generatedContent(css: string): string {
  const strings = css.match(/"(?:[^"\\]|\\[\s\S])*"/g) ?? [];
  return strings
    .join(" ")
    .replace(/\\([0-9a-f]{1,6}) ?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
