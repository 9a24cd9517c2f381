import type { Language } from "../model/language.ts";

/** A text cut into lines of at most `width`; words are never cut, punctuation never begins a line. */
export function wrap(
  text: string,
  language: Language,
  width: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of unbreakable(text, language)) {
    if (line !== "" && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** Words with the punctuation and spaces that follow them. Spaces decide in English and Korean. */
function unbreakable(text: string, language: Language): string[] {
  if (language === "en" || language === "ko") return text.match(/\S+\s*/g) ?? [];
  const pieces: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    const opens = /^[（「『《“‘]/.test(segment);
    const previous = pieces.at(-1);
    const joins = !opens && isWordLike !== true;
    if (previous !== undefined && (joins || /[（「『《“‘]$/.test(previous)))
      pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}
