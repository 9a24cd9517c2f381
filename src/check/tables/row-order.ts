import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Dimension, Row } from "../../model/report.ts";

/**
 * The rows of a table stand in the order of its dimension; years all rise or all fall. A spreadsheet that has sorted the names without
 * their values breaks this, and often nothing else: the sums are the same. One error for a table, at the first row that is out of order.
 */
export function orderProblem(rows: readonly Row[], dimension: Dimension | null): Diagnostic[] {
  const places = dimension ? memberPlaces(rows, dimension) : yearPlaces(rows);
  const at = places.findIndex((place, index) => place < (places[index - 1] ?? place));
  const row = rows[at];
  const next = rows[places.findIndex((place) => place > (places[at] ?? place))];
  if (!row || !next) return [];
  const order = dimension ? `the order of ${dimension.id} in report.yaml` : "order";
  return [
    error({
      code: "row-order",
      message: `the row “${row.code}” does not stand in ${order}: it belongs before “${next.code}”`,
      place: row.place,
      hints: [
        "move the whole row; or mend the name, if the names were moved without their values",
        ...(dimension ? ["or, when it is the order that is wrong, change it in report.yaml"] : []),
      ],
    }),
  ];
}

function memberPlaces(rows: readonly Row[], { members }: Dimension): number[] {
  const codes = [...members.keys()];
  return rows.map(({ code }) => codes.indexOf(code));
}

/** Years as numbers that rise; nothing for other keys. */
function yearPlaces(rows: readonly Row[]): number[] {
  const years = rows.map(({ code }) => (/^\d{4}$/.test(code) ? Number(code) : Number.NaN));
  if (years.some(Number.isNaN)) return [];
  const [first = 0, second = 0] = years;
  return second < first ? years.map((year) => -year) : years;
}
