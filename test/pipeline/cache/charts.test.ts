import { expect, test } from "vitest";
import type { DrawnChart } from "../../../src/model/composition.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { ChartView } from "../../../src/model/edition.ts";
import { openCharts } from "../../../src/pipeline/cache/charts.ts";
import { createCache } from "../../../src/pipeline/cache/store.ts";
import { memoryOutput } from "../../support/build.ts";

const EDITION = { year: 2021, language: "en" } as const;
const COMPLAINT = { severity: "warning", code: "crowded" } as Diagnostic;

const view = (id: string, title: string) =>
  ({ id, title, spec: {}, completeness: "all" }) as unknown as ChartView;
const drawing = (id: string, svg: string, diagnostics: readonly Diagnostic[] = []) =>
  Promise.resolve({ id, svg, diagnostics } as unknown as DrawnChart & { diagnostics: readonly Diagnostic[] });

/** Builds the charts with these titles, and tells which were drawn. */
function opened() {
  const output = memoryOutput();
  const cache = createCache(output);
  const build = async (
    titles: Readonly<Record<string, string>>,
    { tools = "tools", complaints = [] as readonly Diagnostic[] } = {},
  ) => {
    const kept = await openCharts(EDITION, { cache, tools });
    const charts = Object.entries(titles).map(([id, title]) =>
      kept.chart(view(id, title), () => drawing(id, `<svg>${title}</svg>`, complaints)),
    );
    const made = await Promise.all(charts);
    await kept.keep();
    for (const { chart } of made) expect(chart.svg).toBe(`<svg>${titles[chart.id]}</svg>`);
    return made.filter(({ fresh }) => !fresh).map(({ chart }) => chart.id);
  };
  return { output, build };
}

test("only charts whose view has changed are drawn, and all are kept as one result", async () => {
  const { output, build } = opened();
  expect(await build({ a: "A", b: "B" })).toEqual(["a", "b"]);
  expect(await build({ a: "A", b: "B" })).toEqual([]);
  expect(await build({ a: "A", b: "C" })).toEqual(["b"]);
  expect([...output.files.keys()].sort()).toEqual([".cache/chart.list", ".cache/chart/2021-en"]);
});

test("who goes back to what was there before finds it drawn", async () => {
  const { build } = opened();
  await build({ a: "A", b: "B" });
  await build({ a: "A", b: "C" });
  expect(await build({ a: "A", b: "B" })).toEqual([]);
  for (const title of ["D", "E", "F"]) expect(await build({ a: "A", b: title })).toEqual(["b"]);
  // As much again is kept as there is, no more.
  expect(await build({ a: "A", b: "B" })).toEqual(["b"]);
});

test("other tools draw all of it; a chart with complaints is drawn each time", async () => {
  const { build } = opened();
  await build({ a: "A" });
  expect(await build({ a: "A" }, { tools: "others" })).toEqual(["a"]);
  expect(await build({ b: "B" }, { complaints: [COMPLAINT] })).toEqual(["b"]);
  expect(await build({ b: "B" }, { complaints: [COMPLAINT] })).toEqual(["b"]);
});

test("what is broken is drawn again", async () => {
  const { output, build } = opened();
  await build({ a: "A" });
  const whole = output.files.get(".cache/chart/2021-en") ?? new Uint8Array();
  output.files.set(".cache/chart/2021-en", whole.subarray(0, -1));
  expect(await build({ a: "A" })).toEqual(["a"]);
  expect(await build({ a: "A" })).toEqual([]);
});
