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
import { type Cell, FULL, INDICATORS, type TableInput } from "./sample-data.ts";
import { COLUMN_LABELS, ROW_LABELS, TITLES } from "./sample-labels.ts";

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
