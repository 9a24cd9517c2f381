import { expect, test } from "vitest";
import { chartSpec, chartSpecSchema, checkBinding } from "../../src/model/chart-binding.ts";
import { CHART_IDS, chart, figuresOf, tables } from "../draw/sample.ts";

const all = tables();
const world = { tables: all, figures: figuresOf(all.values()) };

function made(binding: Record<string, unknown>, config?: Record<string, unknown>) {
  const whitepaper = { table: "gi", columns: ["gi"], ...binding };
  const spec = chartSpecSchema.parse({ usermeta: { whitepaper }, ...(config ? { config } : {}) });
  return chartSpec({
    id: "x",
    file: "templates/charts/x.vl.json",
    spec,
    theme: { bar: { color: "blue", size: 3 }, padding: 1 },
  });
}

test.each(CHART_IDS)("%s names only what there is", (id) => {
  expect(checkBinding(chart(id), world)).toEqual([]);
});

test.each([
  ["table", { table: "gl" }, "chart-unknown-table", "table", "did you mean “gi”?"],
  [
    "column",
    { columns: ["gi", "gi_produt"] },
    "chart-unknown-column",
    "columns[1]",
    "did you mean “gi_product”?",
  ],
  ["kind of rows", { rows: "town" }, "chart-unknown-rows", "rows", "known: city, province"],
  [
    "figure",
    { reference: { label: "a", figure: "gi.provinze.{column}" } },
    "chart-unknown-figure",
    "reference.figure",
    "did you mean “gi.province.gi”?",
  ],
  [
    "figure beside",
    { rows: "province", beside: "gi.{row}.{column}s" },
    "chart-unknown-figure",
    "beside",
    "did you mean “gi.province.gi”?",
  ],
])("a wrong %s is an error that says where and what to do", (_, binding, code, path, hint) => {
  expect(checkBinding(made(binding), world)).toEqual([
    expect.objectContaining({
      severity: "error",
      code,
      file: "templates/charts/x.vl.json",
      path: `usermeta.whitepaper.${path}`,
      hints: [hint],
    }),
  ]);
});

test("a chart's own settings lie over the shared look, object by object", () => {
  expect(made({}, { bar: { color: "red" } }).spec.config).toEqual({
    bar: { color: "red", size: 3 },
    padding: 1,
  });
});

test("an unknown setting of a binding is refused", () => {
  expect(
    chartSpecSchema.safeParse({ usermeta: { whitepaper: { table: "gi", columns: ["gi"], sort: "x" } } })
      .success,
  ).toBe(false);
});
