import { z } from "zod";
import { type Diagnostic, error, type Place } from "./diagnostic.ts";
import type { ChartView } from "./edition.ts";
import type { Figure } from "./figure.ts";
import { suggest } from "./nearest.ts";
import type { ChartSpec, Row, Table } from "./report.ts";

/** `usermeta.whitepaper` of a chart's specification: which figures of the report it draws. */
export const chartBindingSchema = z.strictObject({
  /** Id of the table, also the name of the specification's data source. */
  table: z.string().min(1),
  /** The columns drawn, in the order in which panels and bars show them. */
  columns: z.array(z.string().min(1)).min(1),
  /** Kind of the rows drawn (`city`, `province`); null for all rows. */
  rows: z.string().min(1).nullable().default(null),
  /** As in the table, or by falling value of the first column. A single row's columns are ordered instead. */
  order: z.enum(["official", "value"]).default("official"),
  /**
   * The whole to compare with, such as the province: the text key of its name, and the reference of its figure, in which
   * `{column}` stands for the column drawn.
   */
  reference: z
    .strictObject({ label: z.string().min(1), figure: z.string().min(1) })
    .nullable()
    .default(null),
  /** Reference of a further figure printed beside each bar, such as its share; `{row}` and `{column}` are put in. */
  beside: z.string().min(1).nullable().default(null),
});

/** The figures that a chart draws. */
export type ChartBinding = z.output<typeof chartBindingSchema>;

/** A chart's specification as its author writes it: Vega-Lite, bound to a table. */
export const chartSpecSchema = z.looseObject({
  usermeta: z.object({ whitepaper: chartBindingSchema }),
});

const configSchema = z.record(z.string(), z.unknown()).optional();

/** What one chart file is made of. */
export interface ChartFile {
  readonly id: string;
  readonly file: string;
  /** The file's content, parsed by `chartSpecSchema`. */
  readonly spec: z.output<typeof chartSpecSchema>;
  /** The look that all charts share: a Vega-Lite config (`templates/charts/theme.json`). */
  readonly theme: Readonly<Record<string, unknown>>;
}

/** The chart of one file, with the shared look put in under what the file says itself. */
export function chartSpec({ id, file, spec, theme }: ChartFile): ChartSpec {
  const { table, columns, rows, order } = spec.usermeta.whitepaper;
  const own = configSchema.parse(spec.config);
  return { id, file, spec: { ...spec, config: merge(theme, own ?? {}) }, table, columns, rows, order };
}

/** Puts settings over others, object by object. */
function merge(under: Json, over: Json): Json {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = under[key];
    return [key, isObject(below) && isObject(value) ? merge(below, value) : value] as const;
  });
  return { ...under, ...Object.fromEntries(merged) };
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// Each entry of a chart asks for it, in each language.
const bindings = new WeakMap<ChartSpec["spec"], ChartBinding>();

/** The binding inside a chart that was made by `chartSpec`. */
export function bindingOf({ spec }: Pick<ChartSpec, "spec">): ChartBinding {
  const known = bindings.get(spec);
  if (known) return known;
  const binding = chartSpecSchema.parse(spec).usermeta.whitepaper;
  bindings.set(spec, binding);
  return binding;
}

/** What the bindings of charts may name. */
export interface BindingWorld {
  readonly tables: ReadonlyMap<string, Table>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Every name in a chart's binding that the report does not have. */
export function checkBinding(chart: ChartSpec, { tables, figures }: BindingWorld): Diagnostic[] {
  const table = tables.get(chart.table);
  if (!table) return [unknown("table", chart.table, place(chart, "table"), tables.keys())];
  return [
    ...unknownColumns(chart, table),
    ...emptyRows(chart, table),
    ...unknownFigures(chart, table, figures),
  ];
}

function unknownColumns(chart: ChartSpec, table: Table): Diagnostic[] {
  const known = table.columns.map(({ id }) => id);
  return chart.columns.flatMap((column, index) =>
    known.includes(column) ? [] : [unknown("column", column, place(chart, `columns[${index}]`), known)],
  );
}

function emptyRows(chart: ChartSpec, table: Table): Diagnostic[] {
  const kinds = new Set(table.rows.flatMap(({ member }) => member?.kind ?? []));
  if (chart.rows === null || kinds.has(chart.rows)) return [];
  return [unknown("rows", chart.rows, place(chart, "rows"), kinds)];
}

function unknownFigures(chart: ChartSpec, table: Table, figures: ReadonlyMap<string, Figure>): Diagnostic[] {
  const { reference, beside } = bindingOf(chart);
  const wanted = [
    ...(reference
      ? chart.columns.map((column) => ["reference.figure", figureRef(reference.figure, { column })])
      : []),
    ...(beside ? entries(chart, table).map((entry) => ["beside", figureRef(beside, entry)]) : []),
  ] as [string, string][];
  return wanted.flatMap(([path, ref]) =>
    figures.has(ref) ? [] : [unknown("figure", ref, place(chart, path), figures.keys())],
  );
}

const entries = (chart: ChartSpec, table: Table) =>
  rowsOf(chart, table).flatMap(({ code }) => chart.columns.map((column) => ({ row: code, column })));

/** The rows of its table that a chart draws, in the table's order. */
export function rowsOf(chart: ChartSpec, table: Table): Row[] {
  return table.rows.filter(({ member }) => chart.rows === null || member?.kind === chart.rows);
}

/** The reference of a figure with the row's code and the column's id put in. */
export function figureRef(
  pattern: string,
  codes: { readonly row?: string; readonly column: string },
): string {
  return pattern.replaceAll("{row}", codes.row ?? "").replaceAll("{column}", codes.column);
}

const place = (chart: ChartSpec, path: string): Place => ({
  file: chart.file,
  path: `usermeta.whitepaper.${path}`,
});

const SENTENCES: Record<"table" | "column" | "rows" | "figure", (name: string) => string> = {
  table: (name) => `the chart draws the table “${name}”, which does not exist`,
  column: (name) => `the chart draws the column “${name}”, which its table does not have`,
  rows: (name) => `the chart draws the rows of kind “${name}”, and its table has none`,
  figure: (name) => `the chart refers to the figure “${name}”, which does not exist`,
};

function unknown(kind: keyof typeof SENTENCES, name: string, at: Place, known: Iterable<string>): Diagnostic {
  return error({
    code: `chart-unknown-${kind}`,
    message: SENTENCES[kind](name),
    place: at,
    hints: suggest(name, known),
  });
}

/**
 * What stands under a chart: that its panels differ in scale, what is missing. In the panel of a chart without data: the
 * headline, then what is missing.
 * Kept in the `usermeta` of the view's specification.
 */
export function notesOf(view: ChartView): readonly string[] {
  return z.object({ usermeta: z.object({ notes: z.array(z.string()) }) }).parse(view.spec).usermeta.notes;
}
