import { formatFigure } from "../../language/formats/format.ts";
import { formatCell } from "../../language/formats/formatCell.ts";
import { bindingOf, figureRef } from "../../model/chart-binding.ts";
import type { ChartView } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { plainText } from "../../model/inline.ts";
import { writtenValue } from "../../model/released.ts";
import type { ChartSpec, Table } from "../../model/report.ts";
import type { WebContext } from "../request.ts";
import { valueIn } from "./figures.ts";

/** One figure of a chart, as a table shows it. */
export interface DataCell {
  readonly ref: string;
  readonly text: string;
  /** As written, with its places; empty when there is none. */
  readonly value: string;
  /** The value for machines; empty where the text says it already (`machineValue`). */
  readonly machine: string;
  readonly status: string;
  /** Whether its status is worth a style. */
  readonly special: boolean;
}

/** The figures that a chart draws, as a table in the edition's language. */
export interface ChartData {
  /** Name and label of the column of rows. */
  readonly key: { readonly id: string; readonly label: string };
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly cells: readonly DataCell[];
  }[];
}

type Context = Pick<WebContext, "report" | "edition">;

/** What a chart draws: its rows in its order, the figures beside them, and the whole that they are compared with. */
export function chartData(view: ChartView, context: Context): ChartData | null {
  const chart = context.report.charts.get(view.id);
  const table = chart && context.report.tables.get(chart.table);
  if (!chart || !table) return null;
  const { beside } = bindingOf(chart);
  const patterns = [
    ...chart.columns.map((column) => ({ column, pattern: `${table.id}.{row}.{column}` })),
    ...(beside === null ? [] : chart.columns.map((column) => ({ column, pattern: beside }))),
  ];
  const rows = view.rows.map(({ code, label }) => ({
    code,
    label,
    cells: patterns.flatMap(({ column, pattern }) =>
      cellOf(figureRef(pattern, { row: code, column }), context),
    ),
  }));
  return {
    key: { id: table.key, label: columnLabel(table, table.key, context) },
    columns: patterns.map(({ column, pattern }) =>
      columnOf(table, figureRef(pattern, { row: "*", column }), context),
    ),
    rows: [...rows, ...wholeOf(chart, patterns.length, context)],
  };
}

function wholeOf(chart: ChartSpec, width: number, context: Context): ChartData["rows"] {
  const { reference } = bindingOf(chart);
  if (!reference) return [];
  const cells = chart.columns.flatMap((column) => cellOf(figureRef(reference.figure, { column }), context));
  const empty = Array.from({ length: width - cells.length }, () => NOTHING);
  return [
    { code: "", label: words(reference.label, context) ?? reference.label, cells: [...cells, ...empty] },
  ];
}

const NOTHING: DataCell = {
  ref: "",
  text: "",
  value: "",
  machine: "",
  status: "not-applicable",
  special: true,
};

function cellOf(ref: string, { report, edition }: Context): DataCell[] {
  const figure = report.figures.get(ref);
  if (!figure) return [NOTHING];
  const text = printed(figure, edition);
  const { status } = figure;
  const value = writtenValue(figure) ?? "";
  const machine = value === valueIn(text) ? "" : value;
  return [{ ref, text, value, machine, status, special: status !== "normal" }];
}

/** A figure as charts print it: as in a table's cell, but a percentage carries its sign. */
export function printed(
  figure: Figure,
  { language, locale }: Pick<Context["edition"], "language" | "locale">,
): string {
  if (figure.unit.kind === "percent" && figure.value !== null)
    return formatFigure(figure, "percent", locale.words, language);
  return formatCell(figure, language, locale.words);
}

function columnOf(own: Table, ref: string, context: Context) {
  const [tableId = "", , id = ref] = ref.split(".");
  const table = context.report.tables.get(tableId) ?? own;
  return { id, label: columnLabel(table, id, context) };
}

/** A column's label in the edition's language. */
export function columnLabel({ id }: Pick<Table, "id">, column: string, context: Context): string {
  return words(`exhibits.tables.${id}.columns.${column}`, context) ?? column;
}

function words(key: string, { edition }: Context): string | null {
  const text = edition.texts.get(key);
  return text ? plainText(text.nodes) : (edition.locale.texts.get(key)?.template ?? null);
}
