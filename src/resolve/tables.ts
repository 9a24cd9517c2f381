import { formatCell } from "../language/formats/formatCell.ts";
import type { HeaderView, ResolvedText, RowView, TableView } from "../model/edition.ts";
import { plainText } from "../model/inline.ts";
import type { Column, Locale, Row, Table } from "../model/report.ts";

/** What a table of one edition is made from. */
export interface TableRequest {
  readonly table: Table;
  readonly locale: Locale;
  readonly texts: ReadonlyMap<string, ResolvedText>;
}

/** A table in the edition's words: headers, row labels and cells as they are printed. */
export function resolveTable(request: TableRequest): TableView {
  const { table, texts } = request;
  const key = `exhibits.tables.${table.id}`;
  return {
    id: table.id,
    header: headerOf(request),
    rows: table.rows.map((row) => rowOf(request, row)),
    title: `${key}.title`,
    unit: texts.has(`${key}.unit`) ? `${key}.unit` : null,
    notes: [...texts.keys()].filter((name) => name.startsWith(`${key}.notes.`)),
  };
}

function headerOf(request: TableRequest): HeaderView[][] {
  const { table } = request;
  const columns = table.columns;
  const rows = columns.some(({ group }) => group !== null) ? 2 : 1;
  const first: HeaderView[] = [{ text: columnLabel(request, table.key), columns: 1, rows }];
  const second: HeaderView[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = { text: columnLabel(request, column.id), columns: 1 };
    if (column.group === null) first.push({ ...cell, rows });
    else {
      if (columns[index - 1]?.group !== column.group) first.push(groupCell(request, columns, index));
      second.push({ ...cell, rows: 1 });
    }
  }
  return rows === 2 ? [first, second] : [first];
}

function groupCell(request: TableRequest, columns: readonly Column[], start: number): HeaderView {
  const group = columns[start]?.group ?? "";
  const rest = columns.slice(start).findIndex((column) => column.group !== group);
  const text = words(request, `exhibits.tables.${request.table.id}.groups.${group}`) ?? group;
  return { text, columns: rest < 0 ? columns.length - start : rest, rows: 1 };
}

function columnLabel(request: TableRequest, column: string): string {
  return words(request, `exhibits.tables.${request.table.id}.columns.${column}`) ?? column;
}

function rowOf(request: TableRequest, row: Row): RowView {
  const { locale } = request;
  const cells = [...row.cells.values()].map((figure) => ({
    ref: figure.ref,
    text: formatCell(figure, locale.language, locale.words),
    status: figure.status,
  }));
  return { code: row.code, kind: row.member?.kind ?? "", label: rowLabel(request, row), cells };
}

/** A row's label: the table's own word for it, or the member's name, or the code itself (a year). */
export function rowLabel(request: TableRequest, { code }: Row): string {
  const { table, locale } = request;
  const own = words(request, `exhibits.tables.${table.id}.rows.${code}`);
  return own ?? locale.texts.get(`members.${table.dimension}.${code}`)?.template ?? code;
}

function words({ texts }: TableRequest, key: string): string | null {
  const text = texts.get(key);
  return text ? plainText(text.nodes) : null;
}
