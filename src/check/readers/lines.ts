import type { Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";

/** The place of an offset into a file. */
export type PlaceAt = (offset: number) => Place;

/** Turns offsets into lines and columns. */
export function lineIndex({ path, text }: SourceFile): PlaceAt {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file: path, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
