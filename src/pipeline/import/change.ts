import type { Diagnostic } from "../../model/diagnostic.ts";

/** One cell that is to be changed. */
export interface CellChange {
  /** Id of the table, or `indicators`. */
  readonly table: string;
  /** Code of the row, or id of the indicator. */
  readonly row: string;
  readonly column: string;
  /** As it is written in the data; empty when there is nothing. */
  readonly was: string;
  readonly is: string;
}

/** What a sheet says: what is to be changed, and what is wrong with it. */
export interface SheetReading {
  readonly changes: readonly CellChange[];
  readonly diagnostics: readonly Diagnostic[];
}
