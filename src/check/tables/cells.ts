import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Column } from "../../model/report.ts";
import type { CsvCell } from "../readers/csv.ts";
import { excerpt } from "../readers/excerpt.ts";
import type { WrittenNumber } from "../schemas/scalars.ts";
import { readDate, readValue, valueOfMissing } from "../values.ts";
import type { Reading } from "./reading.ts";
import type { RowState } from "./row-state.ts";

/** Where a cell stands in its table. */
export interface CellRequest {
  readonly reading: Reading;
  readonly column: Column;
  /** The row's code. */
  readonly code: string;
  readonly state: RowState;
}

/** The figure of one cell. One that cannot be read is a figure without a value, so that what refers to it is not reported as well. */
export function readCell({ reading, column, code, state }: CellRequest, { text, place }: CsvCell): Figure {
  const { id, input, diagnostics } = reading;
  const { unit } = column;
  const declared = input.columns[column.id];
  const ref = `${id}.${code}.${column.id}`;
  const figure = {
    ref,
    value: null,
    date: null,
    places: 0,
    unit,
    status: state.status ?? ("normal" as const),
    source: state.source ?? declared?.source ?? input.source,
    place: { ...place, path: ref },
  };
  if (text === "") return { ...figure, status: state.status === "missing" ? "missing" : input.blank };
  if (state.status === "missing") diagnostics.push(valueOfMissing(text, place));
  if (unit.kind === "date") return { ...figure, date: readDate(text, place, diagnostics) };
  const number = readValue(text, unit, place, diagnostics);
  if (number) diagnostics.push(...placesProblems(text, number, declared?.places, place));
  return { ...figure, ...number };
}

function placesProblems(
  text: string,
  { places }: WrittenNumber,
  wanted: number | undefined,
  place: Place,
): Diagnostic[] {
  if (wanted === undefined || places === wanted) return [];
  return [
    error({
      code: "wrong-places",
      message: `expected ${wanted} decimal places, found ${places} in “${excerpt(text)}”`,
      place,
      hints: ["a spreadsheet may have dropped a zero at the end, or rounded"],
    }),
  ];
}
