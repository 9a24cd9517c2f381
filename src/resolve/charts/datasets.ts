import { bindingOf, figureRef } from "../../model/chart-binding.ts";
import type { Figure } from "../../model/figure.ts";
import type { ChartSpec } from "../../model/report.ts";
import { type ChartContext, print } from "./context.ts";
import { byRow, type Entry, isMissing } from "./entries.ts";

/** An entry as a specification sees it: `datum.label`, `datum.value`, `datum.text`. */
export interface Datum {
  /** The row's code and name. */
  readonly row: string;
  readonly label: string;
  readonly column: string;
  readonly columnLabel: string;
  /** Place of the column among those drawn, from 0. */
  readonly columnIndex: number;
  /** For lengths and places only; what is printed is `text`. */
  readonly value: number | null;
  readonly text: string;
  /** The words in the place of a bar that cannot be drawn; empty when there is one. */
  readonly gap: string;
  /** The figure beside, printed; empty when there is none. */
  readonly beside: string;
}

/** The whole that a column's values are compared with. */
export interface ReferenceDatum {
  readonly column: string;
  readonly columnLabel: string;
  readonly value: number;
  /** Its name and figure: “Entire province 41.17”. */
  readonly text: string;
}

/** Neighbouring rows without a value in the chart's first column: the gap in a series. */
export interface GapDatum {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly text: string;
}

/** The data of a specification by name: the table's, `reference` and `gaps`. */
export function datasetsOf(chart: ChartSpec, entries: readonly Entry[], context: ChartContext) {
  return {
    [chart.table]: entries.map((entry) => datum(entry, chart, context)),
    reference: references(chart, context).map(({ column, label, figure }) => ({
      column,
      columnLabel: entries.find((entry) => entry.column === column)?.columnLabel ?? column,
      value: numberOf(figure),
      text: context.label("charts.reference", { label, value: print(context, figure) }),
    })) as ReferenceDatum[],
    gaps: gaps(entries, context),
  };
}

function datum(entry: Entry, chart: ChartSpec, context: ChartContext): Datum {
  const { row, rowLabel, column, columnLabel, figure, beside } = entry;
  return {
    row,
    label: rowLabel,
    column,
    columnLabel,
    columnIndex: chart.columns.indexOf(column),
    value: numberOf(figure),
    text: print(context, figure),
    gap: isMissing(entry) ? context.label("charts.gap") : "",
    beside: beside?.value ? print(context, beside) : "",
  };
}

// A drawing needs a length, not the exact digits, so this is the one place where a figure becomes a float.
const numberOf = ({ value }: Figure): number | null => value?.toNumber() ?? null;

/** A column's whole with its name. */
export interface Reference {
  readonly column: string;
  readonly label: string;
  readonly figure: Figure;
}

/** The wholes that a chart's columns are compared with, as far as they have a value. */
export function references(chart: ChartSpec, context: ChartContext): Reference[] {
  const { reference } = bindingOf(chart);
  if (!reference) return [];
  return chart.columns.flatMap((column) => {
    const figure = context.figures.get(figureRef(reference.figure, { column }));
    return figure?.value ? [{ column, label: context.text(reference.label), figure }] : [];
  });
}

function gaps(entries: readonly Entry[], context: ChartContext): GapDatum[] {
  const runs: string[][] = [];
  let open = false;
  for (const [first] of byRow(entries)) {
    const missing = first !== undefined && isMissing(first);
    if (missing && open) runs.at(-1)?.push(first.rowLabel);
    else if (missing) runs.push([first.rowLabel]);
    open = missing;
  }
  return runs.map((run) => ({
    first: run[0] ?? "",
    last: run.at(-1) ?? "",
    count: run.length,
    text: context.label("charts.gap"),
  }));
}
