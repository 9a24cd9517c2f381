import type { Place } from "../../model/diagnostic.ts";
import type { Text } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";

/** The place of an offset inside a text, in lines and columns of its JSON file. */
export type Locate = (text: Text, offset: number) => Place;

/**
 * Finds places inside texts. A text's own place is the opening quote of its JSON string; escapes (`\"`, `\u2019`) make the
 * string longer than the text.
 */
export function createLocate({ files }: Sources): Locate {
  const linesByFile = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = linesByFile.get(file) ?? files.get(file)?.text.split("\n") ?? [];
    linesByFile.set(file, lines);
    return lines;
  };
  return ({ place }, offset) => {
    const { line, column } = place;
    const source = line === undefined ? undefined : linesOf(place.file)[line - 1];
    if (source === undefined || column === undefined) return place;
    return { ...place, column: columnInString(source, column, offset) };
  };
}

/** Column of the `offset`th unit of a JSON string whose opening quote stands at `column`; both count from 1. */
function columnInString(line: string, column: number, offset: number): number {
  let at = column;
  for (let unit = 0; unit < offset; unit++) at += escapeLength(line, at);
  return at + 1;
}

function escapeLength(line: string, at: number): number {
  if (line.charAt(at) !== "\\") return 1;
  return line.charAt(at + 1) === "u" ? 6 : 2;
}
