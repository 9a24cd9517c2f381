import { readNumber } from "../../check/schemas/scalars.ts";
import type { ReadWorkbook } from "../../workbook/read/read-workbook.ts";
import type { CellChange } from "./change.ts";

/** The differences between a workbook and the data, by who made them. */
export interface SinceMade {
  /** What the editor changed in the workbook. */
  readonly edited: readonly CellChange[];
  /** Those of them whose data have changed as well since the workbook was made. */
  readonly both: readonly CellChange[];
}

/**
 * Tells what an editor changed from what changed in the data since the workbook was made: a cell that is as it was then is left alone, so that
 * an older workbook undoes nothing. Without a memory of the data every difference counts as the editor's.
 */
export function sinceMade(differences: readonly CellChange[], madeFrom: ReadWorkbook["madeFrom"]): SinceMade {
  const then = ({ table, row, column }: CellChange) => madeFrom.get(table)?.get(row)?.get(column);
  const edited = differences.filter((change) => !isSame(change.is, then(change)));
  const both = edited.filter((change) => {
    const before = then(change);
    return before !== undefined && !isSame(change.was, before);
  });
  return { edited, both };
}

/** Whether two texts say the same: `28.4` and `28.40` do. */
function isSame(text: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [a, b] = [readNumber(text), readNumber(other)];
  return text === other || (a !== null && b !== null && a.value.eq(b.value));
}
