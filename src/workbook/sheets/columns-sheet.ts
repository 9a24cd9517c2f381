import type { WriteSheet } from "hucre/xlsx";
import { cellsOf, type GridCell } from "../grid.ts";
import type { SheetContext } from "../request.ts";
import { columnWidth } from "../text-width.ts";

/** The code book: each column of each table with its names in all languages, unit, places and source. */
export function columnsSheet(context: SheetContext): WriteSheet {
  const { words, all, look } = context;
  const heads = [
    ...["sheet", "code"].map((head) => words.label(`heads.${head}`)),
    ...all.map(({ language }) => `${words.label("heads.label")} (${language})`),
    ...["unit", "unitCode", "places", "source", "empty"].map((head) => words.label(`heads.${head}`)),
  ];
  const lines = columnLines(context);
  const rows: GridCell[][] = [
    [{ value: words.label("sheets.columns"), style: look.title }],
    heads.map((value) => ({ value, style: look.head })),
    ...lines.map((line) =>
      line.map((value) => ({ value, style: typeof value === "number" ? look.value("0") : look.wrapped })),
    ),
  ];
  return {
    name: words.label("sheets.columns"),
    ...cellsOf(rows),
    columns: heads.map((head, index) => ({
      width: columnWidth([head, ...lines.map((line) => String(line[index] ?? ""))], { least: 10, most: 44 }),
    })),
    freezePane: { rows: 2, columns: 2 },
    rowDefs: new Map([[0, { height: 22 }]]),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { headerRow: 1 },
  };
}

function columnLines({ request, words, all, names }: SheetContext): (string | number | null)[][] {
  return request.tables.flatMap(({ table, places, blank }) =>
    table.columns.map((column) => {
      const figures = table.rows.flatMap(({ cells }) => cells.get(column.id) ?? []);
      return [
        names.get(table.id) ?? table.id,
        column.id,
        ...all.map((own) => own.column(table, column.id)),
        words.unit(column.unit.id),
        column.unit.id,
        places.get(column.id) ?? null,
        [...new Set(figures.map(({ source }) => source))].join(", "),
        words.label(`status.${blank}`),
      ];
    }),
  );
}
