import { type Diagnostic, warning } from "../model/diagnostic.ts";
import type { Report, Table } from "../model/report.ts";

/** A warning for each table column and indicator whose data the source does not supply. */
export function missingData({ tables, figures, indicators }: Report): Diagnostic[] {
  const missing = indicators.flatMap((ref) => {
    const figure = figures.get(ref);
    return figure?.status === "missing" ? [figure] : [];
  });
  return [
    ...[...tables.values()].flatMap(missingColumns),
    ...missing.map(({ ref, place }) =>
      warning({
        code: "missing-data",
        message: `${ref}: the value is missing`,
        place,
        hints: ["give the value when it is known"],
      }),
    ),
  ];
}

function missingColumns({ id, file, columns, rows }: Table): Diagnostic[] {
  return columns.flatMap((column) => {
    const empty = rows.filter(({ cells }) => cells.get(column.id)?.status === "missing");
    const [first] = empty;
    if (!first) return [];
    const which = empty.length === rows.length ? "all rows" : empty.map(({ code }) => code).join(", ");
    return [
      warning({
        code: "missing-data",
        message: `${id}.${column.id}: ${empty.length} of ${rows.length} values are missing (${which})`,
        place: { ...first.cells.get(column.id)?.place, file },
        hints: ["fill in the CSV when the data is known; until then it is shown as not supplied"],
      }),
    ];
  });
}
