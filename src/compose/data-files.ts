import { labelsOf } from "../language/translator.ts";
import { csvLines } from "../model/csv-lines.ts";
import type { DataFile } from "../model/data-file.ts";
import type { Edition, TableView } from "../model/edition.ts";
import { plainText } from "../model/inline.ts";
import { writtenValue } from "../model/released.ts";
import type { Report, Row, Table } from "../model/report.ts";
import { exhibitId } from "./draft.ts";

/** The data of an edition: each table as CSV with codes and labels in the edition's language, and the indicators as JSON. */
export function dataFiles(report: Report, edition: Edition): DataFile[] {
  const label = labelsOf(edition.locale);
  const tables = [...report.tables.values()].flatMap((table) => {
    const view = edition.tables.get(table.id);
    return view ? [tableFile({ report, edition, table, view }, label)] : [];
  });
  return [...tables, indicatorFile(report, edition, label("labels.data.indicators"))];
}

interface TableData {
  readonly report: Report;
  readonly edition: Edition;
  readonly table: Table;
  readonly view: TableView;
}

function tableFile(
  { report, edition, table, view }: TableData,
  label: (key: string, variables: Readonly<Record<string, string>>) => string,
): DataFile {
  const charts = [...report.charts.values()].filter(({ table: id }) => id === table.id);
  const title = plainText(edition.texts.get(view.title)?.nodes ?? []);
  return {
    name: `${table.id}.csv`,
    mime: "text/csv",
    text: csvLines([header(table, view), ...table.rows.map((row) => csvRow(row, view))]),
    description: label("labels.data.table", { title }),
    shownIn: [exhibitId("table", table.id), ...charts.map(({ id }) => exhibitId("chart", id))],
  };
}

function header({ key, columns }: Table, { header: rows }: TableView): string[] {
  const keyLabel = rows[0]?.[0]?.text ?? key;
  return [`${key}_code`, keyLabel, ...columns.flatMap(({ id }) => [id, `${id}_status`])];
}

function csvRow(row: Row, view: TableView): string[] {
  const label = view.rows.find(({ code }) => code === row.code)?.label ?? row.code;
  const cells = [...row.cells.values()].flatMap((figure) => [writtenValue(figure) ?? "", figure.status]);
  return [row.code, label, ...cells];
}

function indicatorFile(
  { indicators, figures, year }: Report,
  { language }: Edition,
  description: string,
): DataFile {
  const list = indicators.flatMap((ref) => {
    const figure = figures.get(ref);
    if (!figure) return [];
    return [
      {
        id: ref,
        value: writtenValue(figure),
        unit: figure.unit.id,
        status: figure.status,
        source: figure.source,
      },
    ];
  });
  const text = `${JSON.stringify({ year, language, indicators: list }, null, 2)}\n`;
  return { name: "indicators.json", mime: "application/json", text, description, shownIn: [] };
}
