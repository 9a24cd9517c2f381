import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { writtenValue } from "../../model/released.ts";
import { INDICATORS } from "../../open-data/indicators.ts";
import { INDICATOR_COLUMNS } from "../../workbook/indicator-columns.ts";
import type { ReadSheet } from "../../workbook/read/read-workbook.ts";
import { readValue } from "./cell-value.ts";
import type { CellChange, SheetReading } from "./change.ts";
import { type LocatedGrid, locateGrid } from "./locate-grid.ts";
import { readWords } from "./read-words.ts";
import { followingStatus } from "./table-sheet.ts";

/** The sheet of the indicators, and the figures that it is of. */
export interface IndicatorSheetRequest {
  readonly file: string;
  readonly sheet: ReadSheet;
  readonly figures: readonly Figure[];
  readonly sources: readonly string[];
}

/** What the sheet of the indicators changes. */
export function readIndicatorSheet({ file, sheet, figures, sources }: IndicatorSheetRequest): SheetReading {
  const { id, value, status, source } = INDICATOR_COLUMNS;
  const diagnostics: Diagnostic[] = [];
  const rows = figures.map(({ ref }) => ref);
  const grid = locateGrid({ file, sheet, key: id, columns: [value, status, source], rows }, diagnostics);
  if (!grid) return { changes: [], diagnostics };
  return {
    changes: figures.flatMap((figure) => readIndicator(figure, { grid, sources }, diagnostics)),
    diagnostics,
  };
}

interface Located {
  readonly grid: LocatedGrid;
  readonly sources: readonly string[];
}

function readIndicator(figure: Figure, { grid, sources }: Located, diagnostics: Diagnostic[]): CellChange[] {
  const { ref, unit } = figure;
  const { value, status, source } = INDICATOR_COLUMNS;
  const was = { value: writtenValue(figure) ?? "", status: figure.status, source: figure.source };
  const [valueCell, statusCell, sourceCell] = [value, status, source].map((column) => grid(ref, column));
  if (!valueCell || !statusCell || !sourceCell) return [];
  const number = readValue({ ...valueCell, unit, places: null, was: was.value });
  const state = readWords({ ...statusCell, role: "status", was: was.status, sources });
  const origin = readWords({ ...sourceCell, role: "source", was: was.source, sources });
  diagnostics.push(...number.diagnostics, ...state.diagnostics, ...origin.diagnostics);
  const is = {
    value: number.text,
    status: followingStatus(state.text || was.status, { was: was.status, values: [number.text] }),
    source: origin.text === "" ? was.source : origin.text,
  };
  return ([value, status, source] as const).flatMap((column) =>
    is[column] === was[column]
      ? []
      : [{ table: INDICATORS, row: ref, column, was: was[column], is: is[column] }],
  );
}
