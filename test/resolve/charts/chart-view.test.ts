import { expect, test } from "vitest";
import { notesOf } from "../../../src/model/chart-binding.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { CHART_LABELS } from "../../../src/resolve/charts/context.ts";
import type { Datum, GapDatum, ReferenceDatum } from "../../../src/resolve/charts/datasets.ts";
import { CHART_IDS, context, view } from "../../draw/sample.ts";
import { FULL, without } from "../../draw/sample-data.ts";

const NOTHING = { columns: {}, rows: {} };
const { patents_by_region: patents = NOTHING, gi = NOTHING, invention_grants: series = NOTHING } = FULL;

interface Data {
  readonly rows: readonly Datum[];
  readonly reference: readonly ReferenceDatum[];
  readonly gaps: readonly GapDatum[];
}

function data(id: string, changed = {}): Data {
  const { reference, gaps, ...tables } = view(id, "en", changed).spec.datasets as Record<string, never[]>;
  return { rows: Object.values(tables)[0] ?? [], reference: reference ?? [], gaps: gaps ?? [] };
}

test("rows stand by falling value, and those without one come last", () => {
  const changed = { patents_by_region: without(patents, (row) => row === "suzhou") };
  const codes = view("granted_patents", "en", changed).rows.map(({ code }) => code);
  expect(codes.slice(0, 3)).toEqual(["nanjing", "wuxi", "nantong"]);
  expect(codes.at(-1)).toBe("suzhou");
  expect(codes).toHaveLength(13);
});

test("rows in official order stand as in the table; the province is not a row", () => {
  const codes = view("gi_by_region", "en").rows.map(({ code }) => code);
  expect(codes).toEqual(Object.keys(gi.rows).filter((code) => code !== "province"));
});

test("a single row shows its columns by falling value", () => {
  expect(data("valid_by_owner").rows.map(({ column }) => column)).toEqual([
    "enterprises",
    "universities",
    "research_institutions",
    "individuals",
    "government_agencies",
  ]);
});

test("what is printed is the language's own print; the number only gives the length", () => {
  expect(data("valid_by_owner").rows[0]).toMatchObject({
    value: 251000,
    text: "251,000",
    beside: "72.09%",
    gap: "",
  });
  expect(data("inventions_per_10k").reference).toEqual([
    expect.objectContaining({ value: 41.17, text: "Entire province 41.17" }),
  ]);
});

test("neighbouring missing years are one gap", () => {
  const changed = { invention_grants: without(series, (row) => ["2014", "2017", "2018"].includes(row)) };
  expect(data("invention_series", changed).gaps).toEqual([
    { first: "2014", last: "2014", count: 1, text: "no data" },
    { first: "2017", last: "2018", count: 2, text: "no data" },
  ]);
});

test("completeness, missing names and notes go together", () => {
  const partial = view("gi_by_region", "en", {
    gi: without(gi, (row, column) => row === "wuxi" || (row === "suqian" && column === "gi")),
  });
  expect(partial).toMatchObject({ completeness: "partial", missing: ["Wuxi", "Suqian (GI)"] });
  expect(notesOf(partial)).toEqual([
    "Each panel has its own scale.",
    "Not supplied in the source: Wuxi, Suqian (GI).",
  ]);
  expect(notesOf(view("gi_by_region", "en"))).toEqual(["Each panel has its own scale."]);
  expect(notesOf(view("ic_layouts_by_region", "en"))).toEqual([]);
  const none = view("gi_by_region", "en", { gi: without(gi, (row) => row !== "province") });
  expect(none).toMatchObject({ completeness: "none", missing: [] });
  expect(notesOf(none)).toEqual([
    "Data not supplied in the source",
    "No values are given for: GI, GI Product, GI for Agricultural Product.",
  ]);
});

test("a cell that can have no value is no gap", () => {
  const rows = { ...gi.rows, wuxi: ["/", "/", "/"] };
  const chart = view("gi_by_region", "en", { gi: { ...gi, rows } });
  expect(chart).toMatchObject({ completeness: "full", missing: [] });
});

test.each(CHART_IDS)("%s has its title and its figures", (id) => {
  const chart = view(id, "en");
  expect(chart.title).toBe(`exhibits.charts.${id}.title`);
  expect(chart.rows.length).toBeGreaterThan(0);
});

test.each(LANGUAGES)("%s has every pattern that charts need", (language) => {
  const { label } = context(language, new Map());
  for (const key of CHART_LABELS) expect(label(key, {})).not.toBe(key);
});
