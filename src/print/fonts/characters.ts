/** Characters that a page may show although no text holds them: page numbers, roman numerals, list marks. */
const ALWAYS = "0123456789ivxlcdm•–—…-. \u00a0";

/** Every character that a document can show, once each, sorted: text, alternative texts and generated content. */
export function charactersOf(html: string): string {
  const text = html
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => ` ${generatedContent(css)} `)
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#39|amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "");
  return lettersOf(ALWAYS + text)
    .filter((letter) => letter >= " ")
    .sort()
    .join("");
}

/** The letters of a text, once each; a set of all of them would take five times as long. */
function lettersOf(text: string): string[] {
  const units = new Uint8Array(0x1_0000);
  const pairs = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) !== 0xd800) units[unit] = 1;
    else {
      const letter = String.fromCodePoint(text.codePointAt(i) ?? unit);
      pairs.add(letter);
      i += letter.length - 1;
    }
  }
  const letters = [...pairs];
  for (let unit = units.indexOf(1); unit >= 0; unit = units.indexOf(1, unit + 1))
    letters.push(String.fromCharCode(unit));
  return letters;
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
