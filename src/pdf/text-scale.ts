import type { StreamContent, TextLine } from "./content/marks.ts";

/**
 * Points on the page for one unit of the font size that the content stream sets for a line: 0.75 for text whose size is in CSS pixels
 * and that nothing scales. Undefined where the stream sets no font before the line's end.
 */
export function textScale({ source }: StreamContent, { size, end }: TextLine): number | undefined {
  const at = source.lastIndexOf(" Tf", end);
  const set = at < 0 ? Number.NaN : Number(source.slice(source.lastIndexOf(" ", at - 1) + 1, at));
  return set > 0 ? size / set : undefined;
}
