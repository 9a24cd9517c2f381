import { formatFigure } from "../../../language/formats/format.ts";
import { formatCell } from "../../../language/formats/formatCell.ts";
import { bindingOf, figureRef, rowsOf } from "../../../model/chart-binding.ts";
import type { ChartView, ResolvedText } from "../../../model/edition.ts";
import type { Figure } from "../../../model/figure.ts";
import { plainText } from "../../../model/inline.ts";
import type { ChartSpec, Locale, Report } from "../../../model/report.ts";
import { ownValue } from "../prose.ts";

/** A chart of one edition, and what it draws. */
export interface ChartSource {
  readonly view: ChartView;
  readonly spec: ChartSpec;
  readonly report: Pick<Report, "tables" | "figures">;
  readonly texts: ReadonlyMap<string, ResolvedText>;
  /** The locale of the edition. */
  readonly locale: Locale;
}

/** A row or a column of a chart, and what the edition calls it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a chart shows of one row in one column: the figure, and the one beside it. Null where there is none, or it has no value. */
export interface ChartEntry {
  readonly row: Named;
  readonly column: Named;
  readonly figure: Figure | null;
  readonly beside: Figure | null;
}

/** The whole with which a column is compared, and its name. */
export interface Whole {
  readonly column: string;
  readonly name: string;
  readonly figure: Figure;
}

/** What a chart must show, from its binding, the report's data and the edition's names. */
export interface ChartContents {
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  readonly entries: readonly ChartEntry[];
  /** They may be drawn, or stand in the alternative text only. */
  readonly wholes: readonly Whole[];
}

/** What a chart must show; nothing when its table is unknown. */
export function chartContents(source: ChartSource): ChartContents {
  const { spec, report, view } = source;
  const table = report.tables.get(spec.table);
  if (!table) return { rows: [], columns: [], entries: [], wholes: [] };
  const called = new Map(view.rows.map(({ code, label }) => [code, label]));
  const tableRows = rowsOf(spec, table);
  const rows = tableRows.map(({ code }): Named => ({ id: code, name: called.get(code) ?? code }));
  const columns = spec.columns.map(
    (id): Named => ({ id, name: nameOf(`exhibits.tables.${spec.table}.columns.${id}`, source) }),
  );
  const { beside } = bindingOf(spec);
  const entries = rows.flatMap((row, index) =>
    columns.map((column): ChartEntry => {
      const ref = beside && figureRef(beside, { row: row.id, column: column.id });
      const figure = valued(tableRows[index]?.cells.get(column.id));
      return { row, column, figure, beside: valued(report.figures.get(ref ?? "")) };
    }),
  );
  return { rows, columns, entries, wholes: wholesOf(source) };
}

function wholesOf(source: ChartSource): Whole[] {
  const { reference } = bindingOf(source.spec);
  if (!reference) return [];
  return source.spec.columns.flatMap((column): Whole[] => {
    const figure = valued(source.report.figures.get(figureRef(reference.figure, { column })));
    return figure ? [{ column, name: nameOf(reference.label, source), figure }] : [];
  });
}

const valued = (figure: Figure | undefined): Figure | null =>
  figure && ownValue(figure) !== "" ? figure : null;

function nameOf(key: string, { texts, locale }: ChartSource): string {
  const text = texts.get(key);
  return text ? plainText(text.nodes) : (locale.texts.get(key)?.template ?? key);
}

/** The figures of an entry that have a value: its own, then the one beside it. */
export function figuresOf({ figure, beside }: ChartEntry): Figure[] {
  return [figure, beside].filter((one) => one !== null);
}

/** A figure as charts print it: as in a cell, a percentage with its sign. */
export function chartPrint(figure: Figure, { language, words }: Locale): string {
  if (figure.unit.kind === "percent" && figure.value !== null)
    return formatFigure(figure, "percent", words, language);
  return formatCell(figure, language, words);
}

/** What a number must be read as to state a figure: its value, with the sign of a percentage. */
export function statedBy(figure: Figure): string {
  return `${ownValue(figure)}${figure.unit.kind === "percent" ? "%" : ""}`;
}
