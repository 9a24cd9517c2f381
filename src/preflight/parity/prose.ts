import type { ParsedNumber } from "../../language/parse/parseFigures.ts";
import type { Figure } from "../../model/figure.ts";
import type { Complaints } from "../complaints.ts";
import { pageAt } from "../reading/found-blocks.ts";
import { closed } from "../reading/normalize.ts";
import { align } from "../text/align.ts";
import { excerpt, type Pair } from "../text/compare.ts";
import { type Expectation, expectations, misreading } from "./expectations.ts";
import type { NumberReader, ReadNumbers } from "./numbers.ts";

/** What proves figures needs besides the texts. */
export interface ParityContext {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly read: NumberReader;
  readonly complaints: Complaints;
}

/** A figure whose value a reader finds in a text. */
export interface ProvenFigure {
  readonly ref: string;
  readonly value: string;
}

/**
 * Proves that every figure of a text stands in the PDF with its value, sign and kind, in its order, and that no other number does. Gives
 * the figures that were found, null if anything is wrong.
 */
export function proveFigures(pair: Pair, context: ParityContext): ProvenFigure[] | null {
  const { expected, found } = pair;
  const wanted = expectations(expected.figures ?? [], context.figures);
  const seen = context.read(withoutNumber(found.text, expected.number), expected.references);
  const steps = sideBySide(wanted, seen.numbers);
  let sound = true;
  for (const step of steps) {
    if (step.expected && step.found && misreading(step.expected, step.found) === null) continue;
    sound = false;
    complain(step, { pair, seen, context });
  }
  return sound ? wanted.map(({ ref }) => ({ ref, value: ownValue(context.figures.get(ref)) })) : null;
}

/** With so few differences among as many numbers as figures, each number stands for its figure: two have changed places, or one its value. */
const FEW = 3;

function sideBySide(wanted: readonly Expectation[], numbers: readonly ParsedNumber[]): Step[] {
  const pairs = wanted.map((expected, index): Step => ({ expected, found: numbers[index] ?? null }));
  const wrong = pairs.filter(
    ({ expected, found }) => !expected || !found || misreading(expected, found) !== null,
  );
  if (wanted.length === numbers.length && wrong.length <= FEW) return pairs;
  return align(wanted, numbers, {
    same: (expectation, number) => misreading(expectation, number) === null,
    alike: (expectation, number) => ["kind", "direction"].includes(misreading(expectation, number) ?? ""),
  });
}

/** A figure's own value, the same for all formats. */
export function ownValue(figure: Figure | undefined): string {
  return figure?.value?.toFixed() ?? figure?.date ?? "";
}

/** A text without the number in front of it, which the document counts itself. */
function withoutNumber(text: string, number: string): string {
  const letters = closed(number);
  if (letters === "" || !closed(text).startsWith(letters)) return text;
  let rest = text;
  for (const letter of letters) rest = rest.slice(rest.indexOf(letter) + letter.length);
  return rest;
}

interface Place {
  readonly pair: Pair;
  readonly seen: ReadNumbers;
  readonly context: ParityContext;
}

type Step = { readonly expected: Expectation | null; readonly found: ParsedNumber | null };

function complain({ expected, found }: Step, { pair, seen, context }: Place): void {
  const { key } = pair.expected;
  const page = found ? pageAt(pair.found, roughly(found.start, seen, pair)) : pair.found.page;
  const shown = found ? excerpt(seen.text, found.start) : "";
  const wanted = expected ? `the figure ${expected.ref} (“${expected.printed}”)` : "";
  const say = (code: string, message: string) => context.complaints.error({ code, key, page, message });
  if (!expected) say("figure-extra", `the number ${quote(seen, found)} is bound to no figure: ${shown}`);
  else if (!found) say("figure-missing", `${wanted} is not there`);
  else
    say(
      CODES[misreading(expected, found) ?? "value"],
      `${wanted} reads ${quote(seen, found)}${reason(expected, found)}: ${shown}`,
    );
}

const CODES = { value: "figure-differs", kind: "figure-kind", direction: "figure-direction" } as const;

function reason(expected: Expectation, found: ParsedNumber): string {
  const why = misreading(expected, found);
  if (why === "kind") return `, expected as ${expected.kind ?? "number"}, found as ${found.kind}`;
  if (why !== "direction" || found.kind === "date") return "";
  return `, expected to go ${expected.direction}, found ${found.direction === null ? "without a direction" : `to go ${found.direction}`}`;
}

function quote({ text }: ReadNumbers, found: ParsedNumber | null): string {
  return found ? `“${text.slice(found.start, found.end)}”` : "";
}

/** A place of the text as it was parsed, in the text as it was found: near enough to tell the page. */
function roughly(place: number, { text }: ReadNumbers, { found }: Pair): number {
  return Math.round((place / Math.max(text.length, 1)) * found.text.length);
}
