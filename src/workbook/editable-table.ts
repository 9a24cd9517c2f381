import type { Figure } from "../model/figure.ts";
import { writtenValue } from "../model/released.ts";
import type { Table } from "../model/report.ts";
import { INDICATOR_COLUMNS } from "./indicator-columns.ts";

/** What a column of a CSV says of a whole row. */
export type RowRole = "status" | "source" | "url";

/** A column of a CSV that says something of the whole row. */
export interface RowColumn {
  readonly role: RowRole;
  /** Its name in the CSV. */
  readonly name: string;
  /** Its text by the row's code. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A table with all that can be edited of it. */
export interface EditableTable {
  readonly table: Table;
  /** What an empty cell means. */
  readonly blank: "missing" | "not-applicable";
  /** Decimal places that a column's values must have, by the column's id; absent where any may. */
  readonly places: ReadonlyMap<string, number>;
  readonly rowColumns: readonly RowColumn[];
}

/** Text of every cell that can be edited, as it is written in the data: by row's code, then by column's name. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The texts of a table's cells. */
export function baselineOf({ table, rowColumns }: EditableTable): Baseline {
  return new Map(
    table.rows.map(({ code, cells }) => {
      const values = [...cells].map(([id, figure]) => [id, writtenValue(figure) ?? ""] as const);
      const rest = rowColumns.map(({ name, texts }) => [name, texts.get(code) ?? ""] as const);
      return [code, new Map([...values, ...rest])];
    }),
  );
}

/** The texts of the indicators' cells. */
export function indicatorBaseline(figures: readonly Figure[]): Baseline {
  const { value, status, source } = INDICATOR_COLUMNS;
  return new Map(
    figures.map((figure) => [
      figure.ref,
      new Map([
        [value, writtenValue(figure) ?? ""],
        [status, figure.status],
        [source, figure.source],
      ]),
    ]),
  );
}
