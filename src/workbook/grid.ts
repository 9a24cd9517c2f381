import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import type { Look } from "./look.ts";
import { columnWidth, LINE_HEIGHT, wrappedHeight } from "./text-width.ts";

/** One cell of a grid. */
export interface GridCell {
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly link?: string;
}

/** A column of a grid: its heading in words, its unit, and its code. */
export interface GridColumn {
  readonly label: string;
  readonly unit: string;
  /** The name by which it is read back; in parentheses when it is not. */
  readonly code: string;
  readonly most: number;
  /** Whether its cells are numbers, which stand at the right. */
  readonly numeric?: boolean;
  /** The only words that its cells may hold. */
  readonly choices?: readonly string[];
}

/** A sheet with data: a title, three header rows (words, unit, code) and the rows. */
export interface Grid {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Columns at the left that stay in view. */
  readonly frozen: number;
}

/** Rows above the data: title, subtitle, words, units, codes. */
export const HEADER_ROWS = 5;

/** Excel takes at most so many characters in a list of choices. */
const MOST_CHOICES = 255;

/** The sheet of a grid. */
export function gridSheet({ name, title, subtitle, columns, rows, frozen }: Grid, look: Look): WriteSheet {
  const widths = columns.map((column, index) =>
    columnWidth(
      [column.code, ...rows.map((row) => shown(row[index]?.value ?? null)), ...longestWord(column)],
      {
        least: 11,
        most: column.most,
      },
    ),
  );
  const header: GridCell[][] = [
    [{ value: title, style: look.title }],
    [{ value: subtitle, style: look.subtitle }],
    headRow(columns, ({ label }) => label, look.head),
    headRow(columns, ({ unit }) => unit, look.unit),
    headRow(columns, ({ code }) => code, look.code),
  ];
  const last = HEADER_ROWS + rows.length;
  return {
    name,
    ...cellsOf([...header, ...rows]),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([
      ...rowHeights(rows, widths),
      [0, { height: 22 }],
      [
        2,
        {
          height: wrappedHeight(
            columns.map(({ label }) => label),
            widths,
          ),
        },
      ],
      [
        3,
        {
          height: wrappedHeight(
            columns.map(({ unit }) => unit),
            widths,
          ),
        },
      ],
    ]),
    freezePane: { rows: HEADER_ROWS, columns: frozen },
    autoFilter: { range: `A${HEADER_ROWS}:${columnName(columns.length - 1)}${last}` },
    dataValidations: validations(columns, last),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$3:$${HEADER_ROWS}`,
    },
    a11y: { summary: title, headerRow: 2 },
  };
}

function headRow(
  columns: readonly GridColumn[],
  text: (column: GridColumn) => string,
  style: CellStyle,
): GridCell[] {
  const right = { ...style, alignment: { ...style.alignment, horizontal: "right" as const, indent: 1 } };
  return columns.map((column) => ({ value: text(column), style: column.numeric ? right : style }));
}

/** Rows of cells as the library takes them: values, and what else there is of each cell by its place. */
export function cellsOf(rows: readonly (readonly GridCell[])[]): Pick<WriteSheet, "rows" | "cells"> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of rows.entries())
    for (const [column, { style, link }] of line.entries())
      cells.set(`${row},${column}`, { style, ...(link === undefined ? {} : { hyperlink: linkTo(link) }) });
  return { rows: rows.map((line) => line.map(({ value }) => value)), cells };
}

/** Heights of the rows below the headers whose texts need more than one line. */
function rowHeights(rows: Grid["rows"], widths: readonly number[]): [number, { height: number }][] {
  return rows.flatMap((row, index) => {
    const height = wrappedHeight(
      row.map(({ value }) => shown(value)),
      widths,
    );
    return height > LINE_HEIGHT ? [[HEADER_ROWS + index, { height }] as [number, { height: number }]] : [];
  });
}

function linkTo(link: string): NonNullable<Cell["hyperlink"]> {
  return link.startsWith("#") ? { target: "", location: link.slice(1) } : { target: link };
}

function shown(value: CellValue): string {
  return value instanceof Date ? "2021-12-31" : String(value ?? "");
}

/** A heading is wrapped, but not inside its longest word. */
function longestWord({ label }: GridColumn): string[] {
  return label.split(/\s+/).filter((word) => word.length <= 20);
}

function validations(columns: readonly GridColumn[], last: number): DataValidation[] {
  return columns.flatMap(({ choices }, index) => {
    if (!choices || choices.length === 0 || choices.join(",").length > MOST_CHOICES) return [];
    const letter = columnName(index);
    return [
      {
        type: "list" as const,
        values: [...choices],
        allowBlank: true,
        showErrorMessage: true,
        range: `${letter}${HEADER_ROWS + 1}:${letter}${last}`,
      },
    ];
  });
}

/** A column's letters, from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
