import type { WriteSheet } from "hucre/xlsx";
import { INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { type Baseline, baselineOf, indicatorBaseline } from "../editable-table.ts";
import { cellsOf } from "../grid.ts";
import { MADE_FROM } from "../properties.ts";
import type { SheetContext } from "../request.ts";

/** The hidden sheet that remembers every cell as it was: table, row, column, text. */
export function madeFromSheet({ request, look }: SheetContext): WriteSheet {
  const cells = [
    ...request.tables.flatMap((editable) => linesOf(editable.table.id, baselineOf(editable))),
    ...linesOf(INDICATORS, indicatorBaseline(indicatorFigures(request.report))),
  ];
  const rows = cells.map((line) => line.map((value) => ({ value, style: look.text })));
  return { name: MADE_FROM, ...cellsOf(rows), veryHidden: true };
}

function linesOf(table: string, baseline: Baseline): string[][] {
  return [...baseline].flatMap(([row, cells]) =>
    [...cells].map(([column, text]) => [table, row, column, text]),
  );
}
