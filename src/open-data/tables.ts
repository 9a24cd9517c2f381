import type { Figure } from "../model/figure.ts";
import type { Column, Report, Row, Table } from "../model/report.ts";
import { attributesOf, codesName, labelColumns } from "./code-lists.ts";
import { tableName } from "./indicators.ts";
import { FIGURE_KEYS, figureColumns, sourcesOf } from "./observation.ts";
import { type DataColumn, type TableResource, tabulated } from "./resource.ts";
import { type DataWords, tableTitle } from "./words.ts";

/** One value of a table. */
interface Observation {
  readonly row: Row;
  readonly column: Column;
  readonly figure: Figure;
}

/** A table as tidy data: one record for each value, with codes, labels, unit, status and source. */
export function tableResource(report: Report, table: Table, words: readonly DataWords[]): TableResource {
  const { id, key, dimension } = table;
  const records = observationsOf(table);
  const figures = records.map(({ figure }) => figure);
  const withDate = figures.some(({ unit }) => unit.kind === "date");
  const charts = [...report.charts.values()].filter((chart) => chart.table === id);
  return {
    name: tableName(id),
    path: `${tableName(id)}.csv`,
    titles: Object.fromEntries(words.map((own) => [own.language, tableTitle(own, table)])),
    ...tabulated([...keyColumns(report, table, words), ...figureColumns(figure, withDate)], records),
    primaryKey: [keyField(key), "measure"],
    foreignKeys: [
      ...(dimension === null
        ? []
        : [{ fields: [keyField(key)], reference: { resource: codesName(dimension), fields: ["code"] } }]),
      ...FIGURE_KEYS,
    ],
    sources: sourcesOf(report, figures),
    charts: charts.map((chart) => chart.id),
  };
}

const figure = ({ figure: own }: Observation): Figure => own;

/** Name of the key's field; a key column may have a name that another field has here. */
function keyField(key: string): string {
  return TAKEN.has(key) ? `row_${key}` : key;
}

const TAKEN: ReadonlySet<string> = new Set(["measure", "value", "date", "unit", "status", "source"]);

function observationsOf({ rows, columns }: Table): Observation[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const own = row.cells.get(column.id);
      return own ? [{ row, column, figure: own }] : [];
    }),
  );
}

function keyColumns(report: Report, table: Table, words: readonly DataWords[]): DataColumn<Observation>[] {
  const name = keyField(table.key);
  const dimension = table.dimension === null ? null : (report.dimensions.get(table.dimension) ?? null);
  const attributes = dimension ? ["kind", ...attributesOf(dimension)] : [];
  return [
    { field: { name, type: "string", constraints: { required: true } }, value: ({ row }) => row.code },
    ...labelColumns<Observation>(`${name}_label`, words, (own, { row }) => own.row(table, row.code)),
    ...attributes.map((attribute) => ({
      field: { name: `${name}_${attribute}`, type: "string" as const },
      value: ({ row }: Observation) => attributeOf(row, attribute),
    })),
    {
      field: { name: "measure", type: "string", constraints: { required: true } },
      value: ({ column }) => column.id,
    },
    ...labelColumns<Observation>("measure_label", words, (own, { column }) => own.column(table, column.id)),
  ];
}

function attributeOf({ member }: Row, attribute: string): string {
  return (attribute === "kind" ? member?.kind : member?.attributes.get(attribute)) ?? "";
}
