import type { WriteSheet } from "hucre/xlsx";
import { INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { asideFingerprint } from "../aside.ts";
import { type Baseline, baselineOf, indicatorBaseline } from "../editable-table.ts";
import { cellsOf } from "../grid.ts";
import { ASIDE, MADE_FROM } from "../properties.ts";
import type { SheetContext } from "../request.ts";

/** The hidden sheet that remembers every cell as it was: table, row, column, text; and the words of the other sheets by a fingerprint. */
export function madeFromSheet({ request, look }: SheetContext, others: readonly WriteSheet[]): WriteSheet {
  const cells = [
    ...request.tables.flatMap((editable) => linesOf(editable.table.id, baselineOf(editable))),
    ...linesOf(INDICATORS, indicatorBaseline(indicatorFigures(request.report))),
    ...others.map((sheet) => [ASIDE, sheet.name, "", asideFingerprint(textsOf(sheet))]),
  ];
  const rows = cells.map((line) => line.map((value) => ({ value, style: look.text })));
  return { name: MADE_FROM, ...cellsOf(rows), veryHidden: true };
}

function textsOf({ rows = [] }: WriteSheet): string[][] {
  return rows.map((row) => row.map((value) => (typeof value === "string" ? value : "")));
}

function linesOf(table: string, baseline: Baseline): string[][] {
  return [...baseline].flatMap(([row, cells]) =>
    [...cells].map(([column, text]) => [table, row, column, text]),
  );
}
