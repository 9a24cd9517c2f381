import type Big from "big.js";
import { type FormatName, isFormatName, printedValue } from "../../language/formats/format.ts";
import type { Direction, NumberKind } from "../../language/parse/hints.ts";
import type { ParsedNumber } from "../../language/parse/parseFigures.ts";
import type { BoundFigure } from "../../model/block.ts";
import type { Figure } from "../../model/figure.ts";

/** What a reader must find for one bound figure. */
export interface Expectation {
  readonly ref: string;
  /** The figure as it was printed. */
  readonly printed: string;
  /** A number without the sign that a word of direction gives it, or a date in ISO 8601. */
  readonly value: Big | string;
  /** What it must be read as; null where the words around may make it several things. */
  readonly kind: NumberKind | "date" | null;
  readonly direction: Direction | null;
}

const KINDS: Partial<Record<FormatName, Expectation["kind"]>> = {
  percent: "percent",
  change: "percent",
  yoy: "percent",
  points: "points",
  money: "money",
  ordinal: "ordinal",
  ordinalWord: "ordinal",
  rank: "ordinal",
  date: "date",
  month: "date",
};

/** Formats in which the figure's sign is a word: up, down. */
const DIRECTED: ReadonlySet<FormatName> = new Set(["change", "yoy", "points", "difference"]);

/** What a reader must find for the figures of a text; nothing for those without a value, which are words. */
export function expectations(
  bound: readonly BoundFigure[],
  figures: ReadonlyMap<string, Figure>,
): Expectation[] {
  return bound.flatMap(({ ref, format, text }) => {
    const figure = figures.get(ref);
    if (!figure) return [];
    const expectation = isFormatName(format) ? inProse(figure, format) : inOwnUnit(figure);
    return expectation ? [{ ...expectation, ref, printed: text }] : [];
  });
}

type Stated = Pick<Expectation, "value" | "kind" | "direction">;

/** In a table or a chart a figure stands in its own unit. */
function inOwnUnit({ value, date }: Figure): Stated | null {
  if (date !== null) return { value: date, kind: "date", direction: null };
  return value === null ? null : { value, kind: null, direction: null };
}

function inProse(figure: Figure, format: FormatName): Stated | null {
  const value = printedValue(figure, format);
  if (value === null) return null;
  const kind = KINDS[format] ?? null;
  if (typeof value === "string") return { value, kind: "date", direction: null };
  if (!DIRECTED.has(format)) return { value, kind, direction: null };
  // No change at all is said in words, without a number.
  if (value.eq(0)) return null;
  const money = format === "difference" && figure.unit.kind === "money";
  return { value: value.abs(), kind: money ? "money" : kind, direction: value.gt(0) ? "up" : "down" };
}

/** Why a number that was read is not what was expected; null when it is. */
export function misreading(
  { value, kind, direction }: Expectation,
  number: ParsedNumber,
): "value" | "kind" | "direction" | null {
  if (number.kind === "date") return number.date === value ? null : "value";
  if (typeof value === "string" || !number.value.eq(value)) return "value";
  if (kind !== null && number.kind !== kind) return "kind";
  if (kind === null && number.kind === "percent") return "kind";
  return direction !== null && number.direction !== direction ? "direction" : null;
}
