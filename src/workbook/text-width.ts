/** Width of a text in a spreadsheet's columns: one for a Latin letter, two for one of East Asia. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** A column's width for its texts, between the least and the most given. */
export function columnWidth(
  texts: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const widest = Math.max(0, ...texts.map(textWidth));
  return Math.min(most, Math.max(least, widest + 2));
}

/** Height in points of a row with one line. */
export const LINE_HEIGHT = 18;

/** Height in points of a row whose texts are wrapped in columns of given widths. */
export function wrappedHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => {
    const width = Math.max(4, (widths[index] ?? 10) - 1);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
  });
  return Math.max(1, ...lines) * (LINE_HEIGHT - 2) + 2;
}
