import type { WriteSheet } from "hucre/xlsx";
import type { Figure } from "../../model/figure.ts";
import { DERIVED, derivedFigures, INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { quotations } from "../../open-data/quotations.ts";
import { type GridCell, type GridColumn, gridSheet } from "../grid.ts";
import { INDICATOR_COLUMNS } from "../indicator-columns.ts";
import type { SheetContext } from "../request.ts";
import { figureCell } from "../values.ts";
import { choicesOf } from "./table-sheet.ts";

/** The sheet of the indicators: one row for each, with the sentence that quotes it. */
export function indicatorSheet(context: SheetContext): WriteSheet {
  const { words, request } = context;
  const title = words.label("indicators");
  const figures = indicatorFigures(request.report);
  return figureSheet({ name: INDICATORS, title, figures, editable: true }, context);
}

/** The sheet of the figures that are computed from others; none when there are none. */
export function derivedSheets(context: SheetContext): WriteSheet[] {
  const { words, request } = context;
  const figures = derivedFigures(request.report);
  if (figures.length === 0) return [];
  return [figureSheet({ name: DERIVED, title: words.label("derived"), figures, editable: false }, context)];
}

interface FigureSheet {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Whether it is read back. */
  readonly editable: boolean;
}

function figureSheet({ name, title, figures, editable }: FigureSheet, context: SheetContext): WriteSheet {
  const { request, words, look } = context;
  const edition = request.editions.get(words.language);
  const quoted = edition ? quotations(edition) : new Map<string, string>();
  const text = (value: string): GridCell => ({ value, style: editable ? look.text : look.quiet });
  const rows = figures.map((figure) => [
    text(figure.ref),
    figureCell(figure, look, figure.places),
    { value: words.unit(figure.unit.id), style: look.quiet },
    { value: figure.unit.id, style: look.quiet },
    text(figure.status),
    text(figure.source),
    { value: quoted.get(figure.ref) ?? "", style: look.quiet },
  ]);
  const columns = indicatorColumns(context).map((column) =>
    editable || column.code.startsWith("(") ? column : { ...column, code: `(${column.code})` },
  );
  return gridSheet({ name, title, subtitle: words.title, columns, rows, frozen: 1 }, look);
}

function indicatorColumns({ request, words }: SheetContext): GridColumn[] {
  const column = (head: string, code: string, most: number): GridColumn => ({
    label: words.label(`heads.${head}`),
    unit: "",
    code,
    most,
  });
  const { id, value, status, source } = INDICATOR_COLUMNS;
  return [
    column("code", id, 48),
    { ...column("value", value, 18), numeric: true },
    column("unit", "(unit)", 26),
    column("unitCode", "(unit code)", 22),
    { ...column("status", status, 14), choices: choicesOf("status", []) },
    { ...column("source", source, 22), choices: choicesOf("source", request.report.sources.keys()) },
    column("quoted", "(quoted)", 90),
  ];
}
