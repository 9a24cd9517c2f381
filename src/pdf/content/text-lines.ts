import type { Font } from "../fonts/font.ts";
import { type TextLine, WIDE_GAP } from "./marks.ts";

/** Text that was shown in one go, on a page: where it begins and ends, its baseline and the height of its font's em there. */
export interface ShownText {
  readonly text: string;
  readonly page: number;
  readonly startX: number;
  readonly endX: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: Font;
  /** Where in the stream its operator ends. */
  readonly end: number;
}

/** Continues the last line, or begins another where the text does not go on where the last one ended. Gives the line. */
export function addToLines(lines: TextLine[], shown: ShownText): TextLine {
  const { text, startX, endX, baseline, font, end } = shown;
  const last = lines[lines.length - 1];
  if (last !== undefined && Math.abs(last.baseline - baseline) < 0.5 && goesOn(last, startX)) {
    last.text += text;
    last.endX = endX;
    last.font = font;
    last.end = end;
    return last;
  }
  const line: TextLine = { ...shown, needsSpace: false };
  lines.push(line);
  return line;
}

/** Whether text that begins there goes on with what ends at `endX`, both on one baseline. */
export function goesOn({ endX, size }: Pick<TextLine, "endX" | "size">, startX: number): boolean {
  return Math.abs(startX - endX) < WIDE_GAP * size;
}
