import type { Completeness } from "../../model/edition.ts";
import type { ChartSpec } from "../../model/report.ts";
import { type ChartContext, print } from "./context.ts";
import { references } from "./datasets.ts";
import { type Entry, missingLabels } from "./entries.ts";

/** Up to so many values are read out one by one; of more, the highest and the lowest are named. */
const LISTED = 6;

/** What the alternative text is written from. */
export interface AltInput {
  readonly chart: ChartSpec;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly completeness: Completeness;
}

/** Alternative text from the data: title, values or their range, the whole to compare with, and what is missing. */
export function altText({ chart, title, entries, completeness }: AltInput, context: ChartContext): string {
  const head = context.label("charts.alt.head", { title });
  const rest =
    completeness === "none"
      ? [context.label("charts.alt.none")]
      : [...valueSentences(chart, entries, context), ...missing(entries, context)];
  return joined([head, ...rest], context);
}

const joined = (sentences: readonly string[], context: ChartContext): string =>
  sentences.reduce((before, after) => context.label("charts.alt.join", { before, after }));

/** What each column holds, and its whole; a single row is read out column by column. */
function valueSentences(chart: ChartSpec, entries: readonly Entry[], context: ChartContext): string[] {
  const columns = [...Map.groupBy(entries, ({ column }) => column).values()];
  if (columns.every(({ length }) => length === 1))
    return [sentence(entries, ({ columnLabel }) => columnLabel, context), ...wholes(chart, entries, context)];
  return columns.map((column) => {
    const values = sentence(column, ({ rowLabel }) => rowLabel, context);
    const text = joined([values, ...wholes(chart, column, context)], context);
    if (columns.length === 1) return text;
    return context.label("charts.alt.column", { column: column[0]?.columnLabel ?? "", text });
  });
}

function wholes(chart: ChartSpec, entries: readonly Entry[], context: ChartContext): string[] {
  return references(chart, context)
    .filter(({ column }) => entries.some((entry) => entry.column === column))
    .map(({ label, figure }) =>
      context.label("charts.alt.reference", { label, value: print(context, figure) }),
    );
}

type Name = (entry: Entry) => string;

function sentence(entries: readonly Entry[], name: Name, context: ChartContext): string {
  const known = entries.filter(({ figure }) => figure.value !== null);
  if (known.length === 0) return context.label("charts.alt.none");
  if (known.length > LISTED) return range(known, name, context);
  const items = known.map((entry) => item(entry, name, context));
  return context.label("charts.alt.listed", { items: items.join(context.label("charts.alt.itemSeparator")) });
}

function item(entry: Entry, name: Name, context: ChartContext): string {
  const value = print(context, entry.figure);
  const whole = entry.beside?.value
    ? context.label("charts.alt.beside", { value, beside: print(context, entry.beside) })
    : value;
  return context.label("charts.alt.item", { label: name(entry), value: whole });
}

/** The extremes with every row that reaches them, and for a run of years its first and last value. */
function range(known: readonly Entry[], name: Name, context: ChartContext): string {
  const ends = [known[0], known.at(-1)].flatMap((end) => end ?? []);
  const extremes = { highest: extreme(known, 1, name, context), lowest: extreme(known, -1, name, context) };
  if (!isYears(known)) return context.label("charts.alt.range", extremes);
  const [first = "", last = ""] = ends.map((end) => item(end, name, context));
  return context.label("charts.alt.span", { first, last, ...extremes });
}

function extreme(known: readonly Entry[], sign: 1 | -1, name: Name, context: ChartContext): string {
  const value = (entry: Entry | undefined) => entry?.figure.value ?? null;
  const best = known.reduce((a, b) => {
    const [left, right] = [value(a), value(b)];
    return left && right && right.cmp(left) * sign > 0 ? b : a;
  });
  const equal = known.filter(
    ({ figure }) => best.figure.value !== null && figure.value?.eq(best.figure.value),
  );
  const label = equal.map(name).join(context.label("charts.separator"));
  return context.label("charts.alt.extreme", { label, value: print(context, best.figure) });
}

const isYears = (entries: readonly Entry[]): boolean => entries.every(({ row }) => /^\d{4}$/.test(row));

function missing(entries: readonly Entry[], context: ChartContext): string[] {
  const labels = missingLabels(entries, context);
  if (labels.length === 0) return [];
  return [context.label("charts.missing", { list: labels.join(context.label("charts.separator")) })];
}
