import type { ParsedNumber } from "../../../language/parse/parseFigures.ts";
import type { FoundBlock } from "../../reading/found-blocks.ts";
import { closed } from "../../reading/normalize.ts";
import type { NumberReader } from "../numbers.ts";

/** A text of a drawing and where it stands, in points from the page's lower left corner; one of several lines is at their middle. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** The lines of a drawing, in reading order. */
export function piecesOf({ lines }: FoundBlock): Piece[] {
  return lines.map(({ line: { text, startX, endX, baseline, size } }) => ({
    text,
    left: startX,
    right: endX,
    baseline,
    size,
  }));
}

/** Places in which a name stands alone, on one line or wrapped over several that follow each other, as runs of lines. */
export function runsOf(name: string, pieces: readonly Piece[]): Piece[][] {
  const wanted = closed(name);
  return pieces.flatMap((_, start) => {
    let text = "";
    for (let end = start; end < pieces.length && text.length < wanted.length; end++) {
      text += closed(pieces[end]?.text ?? "");
      if (text === wanted) return [pieces.slice(start, end + 1)];
      if (!wanted.startsWith(text)) break;
    }
    return [];
  });
}

/** Several lines as one piece. */
export function joined(run: readonly Piece[]): Piece {
  const mean = run.reduce((sum, { baseline }) => sum + baseline, 0) / run.length;
  return {
    text: run.map(({ text }) => text).join(""),
    left: Math.min(...run.map(({ left }) => left)),
    right: Math.max(...run.map(({ right }) => right)),
    baseline: mean,
    size: run[0]?.size ?? 0,
  };
}

/** A line may end so many ems below the one before and still go on with its text. */
const LEADING = 1.8;

/** Lines below each other that begin at the same place, as texts: a note runs over several lines. */
export function paragraphs(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const before = runs.at(-1)?.at(-1);
    const below = before ? before.baseline - piece.baseline : 0;
    if (before && Math.abs(before.left - piece.left) < 1 && below > 0 && below < LEADING * piece.size)
      runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs.map(joined);
}

/** The middle of a piece. */
export const centre = ({ left, right }: Piece): number => (left + right) / 2;

/** How far two pieces stand apart from left to right; nothing where one stands above the other. */
export const gapBetween = (a: Piece, b: Piece): number => Math.max(0, a.left - b.right, b.left - a.right);

/** A number as it can be compared with a figure: `17`, `80.5%`, `2021-12-31`. */
export function stated(number: ParsedNumber): string {
  if (number.kind === "date") return number.date;
  return `${number.value.toFixed()}${number.kind === "percent" ? "%" : ""}`;
}

/** A piece that is a number and nothing else. */
export interface ValuePiece extends Piece {
  readonly stated: string;
}

/** A piece as a number; null where it has other words, or is none. */
export function asValue(piece: Piece, read: NumberReader): ValuePiece | null {
  if (!/\p{N}/u.test(piece.text)) return null;
  const { numbers, text } = read(piece.text);
  const [number] = numbers;
  if (!number || numbers.length > 1) return null;
  const around = text.slice(0, number.start) + text.slice(number.end);
  return /^\s*%?\s*$/.test(around) ? { ...piece, stated: stated(number) } : null;
}
