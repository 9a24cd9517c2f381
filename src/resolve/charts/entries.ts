import { bindingOf, figureRef, rowsOf } from "../../model/chart-binding.ts";
import type { ChartRow, Completeness } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import type { ChartSpec, Row, Table } from "../../model/report.ts";
import type { ChartContext } from "./context.ts";

/** One bar, point or slot of a chart: a row's figure in one column, with its labels. */
export interface Entry {
  readonly row: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly columnLabel: string;
  readonly figure: Figure;
  /** A further figure printed beside it. */
  readonly beside: Figure | null;
}

/** The entries of a chart in drawing order: row by row, in each row the columns. */
export function entriesOf(chart: ChartSpec, table: Table, context: ChartContext): Entry[] {
  const rows = rowsOf(chart, table);
  const columns =
    chart.order === "value" && rows.length === 1 ? byValue(chart.columns, rows[0]) : chart.columns;
  return ordered(rows, chart).flatMap((row) =>
    columns.map((column) => entry({ chart, table, row, column }, context)),
  );
}

interface Slot {
  readonly chart: ChartSpec;
  readonly table: Table;
  readonly row: Row;
  readonly column: string;
}

function entry({ chart, table, row, column }: Slot, context: ChartContext): Entry {
  const figure = row.cells.get(column);
  if (!figure)
    throw new Error(`the chart ${chart.id} draws the column ${column}, which ${table.id} does not have`);
  const { beside } = bindingOf(chart);
  return {
    row: row.code,
    rowLabel: context.rowLabel(table, row),
    column,
    columnLabel: context.text(`exhibits.tables.${table.id}.columns.${column}`),
    figure,
    beside:
      beside === null ? null : (context.figures.get(figureRef(beside, { row: row.code, column })) ?? null),
  };
}

function ordered(rows: readonly Row[], { order, columns }: ChartSpec): readonly Row[] {
  const [first = ""] = columns;
  return order === "official"
    ? rows
    : [...rows].sort((a, b) => falling(a.cells.get(first), b.cells.get(first)));
}

function byValue(columns: readonly string[], row: Row | undefined): readonly string[] {
  return [...columns].sort((a, b) => falling(row?.cells.get(a), row?.cells.get(b)));
}

/** Larger first; what has no value comes last and keeps its order. */
function falling(a: Figure | undefined, b: Figure | undefined): number {
  const [left, right] = [a?.value ?? null, b?.value ?? null];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return right.cmp(left);
}

/** Whether the source does not supply the entry's figure; a figure that cannot be is not missing. */
export const isMissing = ({ figure }: Entry): boolean =>
  figure.value === null && figure.status !== "not-applicable";

/** How much of a chart's data is there. */
export function completenessOf(entries: readonly Entry[]): Completeness {
  if (entries.every(({ figure }) => figure.value === null)) return "none";
  return entries.some(isMissing) ? "partial" : "full";
}

/** Entries by row, in their order. */
export function byRow(entries: readonly Entry[]): Entry[][] {
  return [...Map.groupBy(entries, ({ row }) => row).values()];
}

/** The rows of a chart with their figures, as other stages read them. */
export function chartRows(entries: readonly Entry[]): ChartRow[] {
  return byRow(entries).map((group) => ({
    code: group[0]?.row ?? "",
    label: group[0]?.rowLabel ?? "",
    figures: group.map(({ figure }) => figure),
  }));
}

/** What is missing of a partly filled chart, by the shortest names: a row, or a row's column where the row has others. */
export function missingLabels(entries: readonly Entry[], context: ChartContext): string[] {
  const rows = byRow(entries);
  if (rows.length === 1) return entries.filter(isMissing).map(({ columnLabel }) => columnLabel);
  return rows.flatMap((group) => {
    const missing = group.filter(isMissing);
    if (missing.length === 0) return [];
    if (missing.length === group.length) return [group[0]?.rowLabel ?? ""];
    return missing.map(({ rowLabel, columnLabel }) =>
      context.label("charts.cell", { row: rowLabel, column: columnLabel }),
    );
  });
}
