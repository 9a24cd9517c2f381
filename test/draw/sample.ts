import { readdirSync, readFileSync } from "node:fs";
import Big from "big.js";
import { createMeasure } from "../../src/draw/measure.ts";
import { chartSpec, chartSpecSchema } from "../../src/model/chart-binding.ts";
import type { ChartView } from "../../src/model/edition.ts";
import { FACES } from "../../src/model/faces.ts";
import type { Figure, Unit } from "../../src/model/figure.ts";
import { LANGUAGES, type Language } from "../../src/model/language.ts";
import type { ChartSpec, Column, Locale, Member, Row, Table } from "../../src/model/report.ts";
import { languageWordsSchema } from "../../src/model/words.ts";
import { resolveChart } from "../../src/resolve/charts/chart-view.ts";
import { type ChartContext, createChartContext } from "../../src/resolve/charts/context.ts";
import { COLUMN_LABELS, ROW_LABELS, TITLES } from "./sample-labels.ts";

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
const INDICATORS: Readonly<Record<string, readonly [Cell, Unit]>> = {
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

function figure(ref: string, cell: Cell, unit: Unit): Figure {
  const value = cell === null || cell === "/" ? null : new Big(cell);
  const status = cell === "/" ? "not-applicable" : value === null ? "missing" : "normal";
  const places = cell?.split(".")[1]?.length ?? 0;
  return { ref, value, date: null, places, unit, status, source: "sample", place: { file: "sample.csv" } };
}

/** The table that a test wrote, as the report holds it. */
export function table(id: string, input: TableInput): Table {
  const columns: Column[] = Object.entries(input.columns).map(([column, unit]) => ({
    id: column,
    unit,
    group: null,
  }));
  const rows = Object.entries(input.rows).map(([code, cells]): Row => {
    const kind = ROW_LABELS.en[code]?.kind;
    const member: Member | null = kind ? { code, kind, names: [code], attributes: new Map() } : null;
    const figures = columns.map((column, index) => {
      return [column.id, figure(`${id}.${code}.${column.id}`, cells[index] ?? null, column.unit)] as const;
    });
    return { code, member, cells: new Map(figures), place: { file: "sample.csv" } };
  });
  return { id, file: "sample.csv", key: "row", dimension: "region", columns, rows };
}

/** Every figure of the tables and the indicators. */
export function figuresOf(tables: Iterable<Table>): Map<string, Figure> {
  const cells = [...tables].flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const indicators = Object.entries(INDICATORS).map(([ref, [cell, unit]]) => figure(ref, cell, unit));
  return new Map([...cells, ...indicators].map((each) => [each.ref, each]));
}

/** Tables by id, with some in the place of the full ones. */
export function tables(changed: Readonly<Record<string, TableInput>> = {}): Map<string, Table> {
  return new Map(Object.entries({ ...FULL, ...changed }).map(([id, input]) => [id, table(id, input)]));
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Ids of the shipped charts. */
export const CHART_IDS = readdirSync("templates/charts")
  .filter((name) => name.endsWith(".vl.json"))
  .map((name) => name.slice(0, -".vl.json".length))
  .sort();

/** A shipped chart. */
export function chart(id: string): ChartSpec {
  const file = `templates/charts/${id}.vl.json`;
  const theme = json("templates/charts/theme.json") as Record<string, unknown>;
  return chartSpec({ id, file, spec: chartSpecSchema.parse(json(file)), theme });
}

/** Words of one language's charts: the real patterns, made-up names of everything else. */
export function context(language: Language, figures: ReadonlyMap<string, Figure>): ChartContext {
  const common = json(`locales/${language}/common.json`) as { format: unknown };
  const labels: [string, string][] = [
    ...flat({ charts: json(`locales/${language}/charts.json`) }),
    ...Object.entries(TITLES[language]).map(([id, text]): [string, string] => [
      `exhibits.charts.${id}.title`,
      text,
    ]),
    ...Object.entries(COLUMN_LABELS[language]).map(([id, text]): [string, string] => [
      `exhibits.tables.${id}`,
      text,
    ]),
    ...Object.entries(ROW_LABELS[language]).map(([code, { label }]): [string, string] => [
      `members.region.${code}`,
      label,
    ]),
  ];
  const place = { file: "sample.json" };
  const locale: Locale = {
    language,
    words: languageWordsSchema.parse(common.format),
    texts: new Map(labels.map(([key, template]) => [key, { key, template, place }])),
    names: [],
    translatedFrom: new Map(),
    phrases: [],
  };
  return createChartContext({ locale, texts: new Map(), figures });
}

function fail(message: string): never {
  throw new Error(message);
}

function flat(value: unknown, prefix = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[prefix, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...flat(inner, prefix ? `${prefix}.${key}` : key)]));
}

/** A shipped chart with made-up data, localised. */
export function view(
  id: string,
  language: Language,
  changed: Readonly<Record<string, TableInput>> = {},
): ChartView {
  const all = tables(changed);
  const spec = chart(id);
  return resolveChart(
    spec,
    all.get(spec.table) ?? fail(`no table ${spec.table}`),
    context(language, figuresOf(all.values())),
  );
}

/** Every sans face of the four editions, with its file. */
export const SANS = LANGUAGES.flatMap((language) =>
  FACES[language]
    .filter(({ role }) => role === "sans")
    .map((face) => ({ ...face, file: `node_modules/${face.package}/${face.file}` })),
);

/** The real fonts' measure. */
export const measure = createMeasure(
  SANS.map(({ family, weight, file }) => ({ family, weight, bytes: readFileSync(file) })),
);
