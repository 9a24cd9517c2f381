import { error } from "../../model/diagnostic.ts";
import type { Status } from "../../model/figure.ts";
import { suggest } from "../../model/nearest.ts";
import type { CsvCell } from "../readers/csv.ts";
import { excerpt } from "../readers/excerpt.ts";
import { undeclared } from "../undeclared.ts";
import type { Reading } from "./reading.ts";

/** A row's cell by the name of its column. */
export type CellOf = (column: string) => CsvCell;

/** What a row says of all its values; null where it says nothing. */
export interface RowState {
  readonly status: Status | null;
  readonly source: string | null;
}

const STATUSES: readonly Status[] = ["normal", "provisional", "estimated", "missing"];

/** Reads the columns that `row` of the table's declaration names. */
export function readRowState(reading: Reading, cell: CellOf): RowState {
  const { status, source } = reading.input.row;
  return {
    status: status === undefined ? null : readStatus(reading, cell(status)),
    source: source === undefined ? null : readSource(reading, cell(source)),
  };
}

function readStatus({ diagnostics }: Reading, { text, place }: CsvCell): Status | null {
  const known = STATUSES.find((name) => name === text) ?? null;
  if (text !== "" && known === null)
    diagnostics.push(
      error({
        code: "unknown-status",
        message: `there is no status “${excerpt(text)}”`,
        place,
        hints: suggest(text, STATUSES),
      }),
    );
  return known;
}

function readSource({ structure, diagnostics }: Reading, { text, place }: CsvCell): string | null {
  if (text === "") return null;
  if (!structure.sources.has(text))
    diagnostics.push(undeclared("source", text, structure.sources.keys(), place));
  return text;
}
