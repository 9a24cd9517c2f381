import { readCsv } from "../../check/readers/csv.ts";
import { readStructure } from "../../check/structure.ts";
import type { TableInput } from "../../check/tables/table.ts";
import type { Report, Table } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import type { EditableTable, RowColumn, RowRole } from "../../workbook/editable-table.ts";

const ROLES: readonly RowRole[] = ["status", "source", "url"];

/** The tables of a report with what their CSVs say of whole rows; the sources have passed their checks. */
export function editableTables(sources: Sources, { tables }: Pick<Report, "tables">): EditableTable[] {
  const inputs = readStructure(sources, [])?.file.tables ?? {};
  return [...tables.values()].flatMap((table) => {
    const input = inputs[table.id];
    return input ? [editable(table, input, sources)] : [];
  });
}

function editable(table: Table, input: TableInput, sources: Sources): EditableTable {
  const places = Object.entries(input.columns).flatMap(([id, column]) =>
    column.places === undefined ? [] : [[id, column.places] as const],
  );
  return {
    table,
    blank: input.blank,
    places: new Map(places),
    rowColumns: rowColumns(table, input, sources),
  };
}

function rowColumns(table: Table, { row }: TableInput, { files }: Sources): RowColumn[] {
  const file = files.get(table.file);
  const csv = file ? readCsv(file, []) : null;
  const codes = new Map(table.rows.map(({ code, place }) => [place.line, code]));
  const key = csv?.header.findIndex(({ text }) => text === table.key) ?? -1;
  return ROLES.flatMap((role) => {
    const name = row[role];
    const at = csv?.header.findIndex(({ text }) => text === name) ?? -1;
    if (name === undefined || !csv || at < 0) return [];
    const texts = csv.rows.flatMap((cells) => {
      const code = codes.get(cells[key]?.place.line);
      return code === undefined ? [] : [[code, cells[at]?.text ?? ""] as const];
    });
    return [{ role, name, texts: new Map(texts) }];
  });
}
