import { DERIVED, INDICATORS, tableName } from "../open-data/indicators.ts";

/** Excel's limit. */
const MOST = 31;

/** Names of the sheets of tables, by the tables' ids: the ids as far as a sheet may be called so. */
export function sheetNames(ids: Iterable<string>): Map<string, string> {
  const taken = new Set<string>([INDICATORS, DERIVED]);
  return new Map(
    [...ids].map((id) => {
      const name = freeName(tableName(id), taken);
      taken.add(name);
      return [id, name];
    }),
  );
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  // Excel keeps “history” for itself.
  const wanted = id === "history" ? "history_" : id;
  for (let count = 1; ; count++) {
    const ending = count === 1 ? "" : `_${count}`;
    const name = wanted.slice(0, MOST - ending.length) + ending;
    if (!taken.has(name)) return name;
  }
}
