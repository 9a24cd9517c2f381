import type { TextLine } from "../../pdf/content/marks.ts";
import type { FoundBlock } from "../reading/found-blocks.ts";

/** One line as it is seen on the page: pieces of different fonts joined. */
export interface VisualLine {
  readonly page: number;
  readonly text: string;
}

/** The lines of a block of running text as they are seen. */
export function visualLines({ lines }: Pick<FoundBlock, "lines">): VisualLine[] {
  const result: { page: number; text: string; last: TextLine }[] = [];
  for (const { line } of lines) {
    const current = result.at(-1);
    if (current === undefined || breaks(current.last, line)) {
      result.push({ page: line.page, text: line.text, last: line });
      continue;
    }
    current.text += line.text;
    current.last = line;
  }
  return result.map(({ page, text }) => ({ page, text: text.trim() })).filter(({ text }) => text !== "");
}

/** A line that begins left of where the last piece ended, or on another page, or clearly lower, is another line. */
function breaks(last: TextLine, next: TextLine): boolean {
  return (
    last.page !== next.page ||
    next.startX < last.endX - last.size ||
    Math.abs(next.baseline - last.baseline) > 0.6 * Math.max(last.size, next.size)
  );
}
