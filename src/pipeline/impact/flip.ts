import type { FigureNode } from "../../model/inline.ts";
import type { TextImpact } from "./impact.ts";

/** Formats that print a direction in words: “down”, “an increase of”. */
const DIRECTIONS: ReadonlySet<string> = new Set([
  "change",
  "yoy",
  "difference",
  "measuredDifference",
  "points",
]);

/** Formats in which another number is another claim: first, 第一. */
const RANKS: ReadonlySet<string> = new Set(["rank", "ordinalWord"]);

/**
 * The words of a printed figure that turn, so that a person must read the sentence: its direction, its rank, or that it is not there. Null
 * where only a number changes.
 */
export function flipOf(before: FigureNode, after: FigureNode): TextImpact["flip"] {
  if (RANKS.has(after.format)) return { before: before.text, after: after.text };
  if (DIRECTIONS.has(after.format)) return turned(wordsOf(before.text), wordsOf(after.text));
  const appears = /\d/.test(before.text) !== /\d/.test(after.text);
  return appears && after.format !== "word" ? { before: before.text, after: after.text } : null;
}

function turned(before: string, after: string): TextImpact["flip"] {
  return before === after ? null : { before, after };
}

/** A printed change without its number: “down … YoY”, 同比下降. */
function wordsOf(text: string): string {
  return text
    .replace(/[\d.,%％−万億亿만억兆조]+(?: ?(?:thousand|million|billion|trillion)\b)?/gu, "…")
    .replace(/…(?:\s*…)+/g, "…")
    .replace(/^\s*…\s*|\s*…\s*$/g, "");
}
