import type { WriteSheet } from "hucre/xlsx";
import type { Column, Row, Table } from "../../model/report.ts";
import { attributesOf } from "../../open-data/code-lists.ts";
import { tableTitle } from "../../open-data/words.ts";
import type { EditableTable, RowColumn } from "../editable-table.ts";
import { type GridCell, type GridColumn, gridSheet } from "../grid.ts";
import { usualPlaces } from "../look.ts";
import type { SheetContext } from "../request.ts";
import { figureCell } from "../values.ts";

/** A column of the sheet and its cells. */
interface SheetColumn {
  readonly head: GridColumn;
  readonly cell: (row: Row) => GridCell;
}

/** A table's sheet: codes and names at the left, values, and at the right what is said of whole rows. */
export function tableSheet(editable: EditableTable, context: SheetContext): WriteSheet {
  const { table } = editable;
  const columns = [
    ...keyColumns(table, context),
    ...table.columns.map((column) => valueColumn(editable, column, context)),
    ...editable.rowColumns.map((column) => rowColumn(column, context)),
    ...(editable.rowColumns.some(({ role }) => role === "status") ? [] : [statusColumn(table, context)]),
  ];
  return gridSheet(
    {
      name: context.names.get(table.id) ?? table.id,
      title: tableTitle(context.words, table),
      subtitle: context.words.title,
      columns: columns.map(({ head }) => head),
      rows: table.rows.map((row) => columns.map(({ cell }) => cell(row))),
      frozen: 2,
    },
    context.look,
  );
}

function keyColumns(table: Table, { request, words, look }: SheetContext): SheetColumn[] {
  const dimension = table.dimension === null ? null : request.report.dimensions.get(table.dimension);
  const attributes = dimension ? ["kind", ...attributesOf(dimension)] : [];
  const quiet = (label: string, code: string, text: (row: Row) => string): SheetColumn => ({
    head: { label, unit: "", code: `(${code})`, most: 30 },
    cell: (row) => ({ value: text(row), style: look.quiet }),
  });
  return [
    {
      head: { label: words.label("heads.code"), unit: "", code: table.key, most: 30 },
      cell: ({ code }) => ({ value: code, style: look.text }),
    },
    quiet(words.column(table, table.key), "label", ({ code }) => words.row(table, code)),
    ...attributes.map((name) =>
      quiet(name === "kind" ? words.label("heads.kind") : name, name, ({ member }) =>
        name === "kind" ? (member?.kind ?? "") : (member?.attributes.get(name) ?? ""),
      ),
    ),
  ];
}

function valueColumn({ table, places }: EditableTable, column: Column, context: SheetContext): SheetColumn {
  const { words, look } = context;
  const figures = table.rows.flatMap(({ cells }) => cells.get(column.id) ?? []);
  const usual = usualPlaces(figures, places.get(column.id));
  const group = column.group && words.text(`exhibits.tables.${table.id}.groups.${column.group}`);
  const label = words.column(table, column.id);
  return {
    head: {
      label: group ? `${group}: ${label}` : label,
      unit: words.unit(column.unit.id),
      code: column.id,
      most: 18,
      numeric: true,
    },
    cell: ({ cells }) => {
      const figure = cells.get(column.id);
      if (!figure) throw new Error(`${table.id} has a row without ${column.id}`);
      return figureCell(figure, look, usual);
    },
  };
}

function rowColumn({ role, name, texts }: RowColumn, { request, words, look }: SheetContext): SheetColumn {
  return {
    head: {
      label: words.label(role === "url" ? "heads.address" : `heads.${role}`),
      unit: "",
      code: name,
      most: role === "url" ? 40 : 20,
      ...(role === "url" ? {} : { choices: choicesOf(role, request.report.sources.keys()) }),
    },
    cell: ({ code }) => ({ value: texts.get(code) ?? "", style: look.text }),
  };
}

/** The words that may stand in a cell for status or source. */
export function choicesOf(role: "status" | "source", sources: Iterable<string>): readonly string[] {
  return role === "status" ? ["normal", "provisional", "estimated", "missing"] : [...sources];
}

/** The status of a row's values in a table whose CSV has no column for it. */
function statusColumn({ columns }: Table, { words, look }: SheetContext): SheetColumn {
  return {
    head: { label: words.label("heads.status"), unit: "", code: "(status)", most: 40 },
    cell: (row) => ({ value: rowStatus(row, columns), style: look.quiet }),
  };
}

function rowStatus({ cells }: Row, columns: readonly Column[]): string {
  const byStatus = Map.groupBy(columns, ({ id }) => cells.get(id)?.status ?? "missing");
  if (byStatus.size === 1) return [...byStatus.keys()][0] ?? "";
  return [...byStatus]
    .filter(([status]) => status !== "normal")
    .map(([status, some]) => `${status}: ${some.map(({ id }) => id).join(", ")}`)
    .join("; ");
}
