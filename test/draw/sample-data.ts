import type { Unit } from "../../src/model/figure.ts";
import { ROW_LABELS } from "./sample-labels.ts";

/** Made-up values: a number, null for a missing one, "/" for one that cannot be. */
export type Cell = string | null;

const COUNT: Unit = { id: "piece", kind: "count", scale: 1 };
const PERCENT: Unit = { id: "percent", kind: "percent", scale: 1 };
const DECIMAL: Unit = { id: "per-10k-people", kind: "decimal", scale: 1 };

const CITIES = Object.keys(ROW_LABELS.en).filter((code) => ROW_LABELS.en[code]?.kind === "city");

/** Thirteen made-up counts, from five digits down to one. */
const WIDE = [
  "88888",
  "52341",
  "7012",
  "9100",
  "120456",
  "23456",
  "999",
  "415",
  "5210",
  "1003",
  "77",
  "8",
  "640",
];
const NARROW = ["15", "14", "13", "12", "18", "27", "9", "144", "61", "30", "10", "16", "11"];
const RATES = [
  "95.42",
  "49.93",
  "22.81",
  "44.83",
  "67.42",
  "41.92",
  "10.40",
  "9.59",
  "17.87",
  "22.00",
  "48.46",
  "23.94",
  "5.17",
];

/** The made-up report, before anything is taken out of it. */
export const FULL: Readonly<Record<string, TableInput>> = {
  trademarks_by_region: byCity({ applications: WIDE, registrations: [...WIDE].reverse() }),
  patents_by_region: byCity({ granted: WIDE, invention_granted: [...WIDE].reverse(), pct: NARROW }),
  high_value_by_region: byCity({ high_value_per_10k: RATES }, DECIMAL),
  gi: withProvince(
    byCity({
      gi: NARROW,
      gi_product: [...NARROW].reverse(),
      gi_agricultural: NARROW.map((n) => n.slice(-1)),
    }),
  ),
  ic_layouts: withProvince(byCity({ registrations_2021: NARROW, cumulative_2021: WIDE })),
  patents_valid: {
    columns: {
      patents_per_10k: DECIMAL,
      universities: COUNT,
      research_institutions: COUNT,
      enterprises: COUNT,
      government_agencies: COUNT,
      individuals: COUNT,
    },
    rows: {
      ...Object.fromEntries(
        CITIES.map((code, index) => [code, [RATES[index] ?? null, "1", "2", "3", "4", "5"]]),
      ),
      province: ["41.17", "72000", "12000", "251000", "3500", "9000"],
    },
  },
  grants_by_type: {
    columns: { granted: COUNT, share: PERCENT },
    rows: { invention: ["60000", "10.00"], utility_model: ["480000", "80.00"], design: ["60000", "10.00"] },
  },
  invention_grants: {
    columns: { invention_patents_granted: COUNT },
    rows: Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [String(2012 + index), [String(16000 + 5321 * index)]]),
    ),
  },
};

/** Indicators that charts refer to. */
export const INDICATORS: Readonly<Record<string, readonly [Cell, Unit]>> = {
  "trademarks.applications": ["582000", COUNT],
  "trademarks.registrations": ["517000", COUNT],
  "patents.granted": ["600000", COUNT],
  "patents.pct_applications": ["7100", COUNT],
  "patents.high_value_per_10k": ["13.99", DECIMAL],
  "patents.owned_by_universities_share": ["20.83", PERCENT],
  "patents.owned_by_research_institutions_share": ["3.50", PERCENT],
  "patents.owned_by_enterprises_share": ["72.09", PERCENT],
  "patents.owned_by_government_agencies_share": ["1.01", PERCENT],
  "patents.owned_by_individuals_share": ["2.57", PERCENT],
};

/** A table as a test writes it: units by column, cells by row. */
export interface TableInput {
  readonly columns: Readonly<Record<string, Unit>>;
  readonly rows: Readonly<Record<string, readonly Cell[]>>;
}

function byCity(columns: Readonly<Record<string, readonly string[]>>, unit = COUNT): TableInput {
  return {
    columns: Object.fromEntries(Object.keys(columns).map((id) => [id, unit])),
    rows: Object.fromEntries(
      CITIES.map((code, index) => [code, Object.values(columns).map((values) => values[index] ?? null)]),
    ),
  };
}

function withProvince(table: TableInput): TableInput {
  const totals = Object.keys(table.columns).map((_, index) =>
    String(Object.values(table.rows).reduce((sum, cells) => sum + Number(cells[index]), 0)),
  );
  return { ...table, rows: { ...table.rows, province: totals } };
}

/** The table with the cells taken away that `isMissing` names. */
export function without(table: TableInput, isMissing: (row: string, column: string) => boolean): TableInput {
  const columns = Object.keys(table.columns);
  const rows = Object.entries(table.rows).map(([row, cells]) => [
    row,
    cells.map((cell, index) => (isMissing(row, columns[index] ?? "") ? null : cell)),
  ]);
  return { ...table, rows: Object.fromEntries(rows) };
}
