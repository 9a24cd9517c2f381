import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { tableTitle } from "../../open-data/words.ts";
import { cellsOf, type GridCell } from "../grid.ts";
import type { SheetContext } from "../request.ts";
import { columnWidth, wrappedHeight } from "../text-width.ts";

/** The first sheet: what the workbook holds, with links to its sheets. */
export function contentsSheet(context: SheetContext): WriteSheet {
  const { words, look } = context;
  const heads = ["sheet", "title", "rows", "missing", "charts"].map((head) => words.label(`heads.${head}`));
  const lines = entries(context);
  const rows: GridCell[][] = [
    [{ value: words.label("title", { title: words.title }), style: look.title }],
    [{ value: stateOf(context), style: look.subtitle }],
    heads.map((value, index) => ({
      value,
      style: index === 2 || index === 3 ? right(look.head) : look.head,
    })),
    ...lines.map(({ sheet, title, rows: count, missing, charts }) => [
      { value: sheet, style: look.link, link: `#'${sheet}'!A1` },
      { value: title, style: look.wrapped },
      { value: count, style: look.value("#,##0") },
      { value: missing, style: look.value("#,##0") },
      { value: charts, style: look.wrapped },
    ]),
  ];
  const names = lines.map(({ sheet }) => sheet);
  const widths = [columnWidth(names, { least: 14, most: 34 }), 70, 10, 16, 80];
  const heights = lines.map(
    ({ sheet, title, charts }, index) =>
      [3 + index, { height: wrappedHeight([sheet, title, "", "", charts], widths) }] as const,
  );
  return {
    name: words.label("sheets.contents"),
    ...cellsOf(rows),
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 3 },
    rowDefs: new Map([[0, { height: 22 }], ...heights]),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { summary: words.label("description"), headerRow: 2 },
  };
}

const right = (style: CellStyle): CellStyle => ({
  ...style,
  alignment: { ...style.alignment, horizontal: "right", indent: 1 },
});

/** Revision and date, or that it is a draft. */
export function stateOf({ request: { report, draft }, words }: SheetContext): string {
  const { current, date } = report.revisions;
  if (draft) return words.label("notes.draft");
  if (current === null) return words.label("notes.unreleased", { date: report.date });
  return words.label("notes.revision", { n: current, date: date ?? report.date });
}

interface Entry {
  readonly sheet: string;
  readonly title: string;
  readonly rows: number;
  readonly missing: number;
  readonly charts: string;
}

function entries(context: SheetContext): Entry[] {
  const { request, words, names } = context;
  const { report } = request;
  const tables = request.tables.map(({ table }) => {
    const figures = table.rows.flatMap(({ cells }) => [...cells.values()]);
    const charts = [...report.charts.values()].filter((chart) => chart.table === table.id);
    return {
      sheet: names.get(table.id) ?? table.id,
      title: tableTitle(words, table),
      rows: table.rows.length,
      missing: figures.filter(({ status }) => status === "missing").length,
      charts: charts.map(({ id }) => words.text(`exhibits.charts.${id}.title`) ?? id).join("\n"),
    };
  });
  const indicators = indicatorFigures(report);
  return [
    ...tables,
    {
      sheet: INDICATORS,
      title: words.label("indicatorsOf"),
      rows: indicators.length,
      missing: indicators.filter(({ status }) => status === "missing").length,
      charts: "",
    },
  ];
}
