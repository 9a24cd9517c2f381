import { describe, expect, test } from "vitest";
import { drawChart } from "../../src/draw/chart.ts";
import { families } from "../../src/model/faces.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { barBoxes, clipped, overlaps, textBoxes } from "./boxes.ts";
import { CHART_IDS, measure, view } from "./sample.ts";
import { FULL, type TableInput, without } from "./sample-data.ts";

const each = (isMissing: (row: string, column: string) => boolean): Record<string, TableInput> =>
  Object.fromEntries(Object.entries(FULL).map(([id, table]) => [id, without(table, isMissing)]));

const GONE = ["wuxi", "suqian", "2014", "2017", "2018", "2019", "2020", "design"];
const CASES = {
  full: {},
  partial: each((row, column) => GONE.includes(row) || column === "individuals"),
  none: each(() => true),
};

describe.each(LANGUAGES)("%s", (language) => {
  describe.each(Object.entries(CASES))("with %s data", (completeness, changed) => {
    test.each(CHART_IDS)("%s is drawn cleanly", async (id) => {
      const chart = view(id, language, changed);
      const drawing = await drawChart(chart, measure);
      expect(chart.completeness).toBe(completeness);
      expect(drawing.diagnostics).toEqual([]);
      const boxes = textBoxes(drawing.svg, families(language).sans, measure);
      expect(boxes.length).toBeGreaterThan(1);
      expect(overlaps([...boxes, ...barBoxes(drawing.svg)])).toEqual([]);
      expect(clipped(boxes, drawing)).toEqual([]);
      expect(drawing.width).toBe(604);
    });
  });
});

test.each(CHART_IDS)("%s prints every value as the language prints figures", async (id) => {
  const chart = view(id, "en");
  const { svg } = await drawChart(chart, measure);
  const rows =
    Object.values(chart.spec.datasets as Record<string, { text: string; label: string }[]>)[0] ?? [];
  expect(rows.length).toBeGreaterThan(2);
  for (const { text } of rows) expect(svg).toContain(`>${text}</text>`);
  expect(barBoxes(svg)).toHaveLength(rows.length);
});

test("is one picture with alternative text and nothing for machines inside", async () => {
  const { svg } = await drawChart(view("gi_by_region", "ja"), measure);
  expect(svg).toMatch(
    /^<svg xmlns="[^"]+" role="img" aria-label="図：[^"]+" width="604" height="\d+" viewBox="0 0 604 \d+" font-family="'Noto Sans JP'">/,
  );
  expect(svg.match(/role=|aria-/g)).toHaveLength(2);
  expect(svg).not.toMatch(/class=|\bid=|href|url\(|<style|<script|sans-serif/);
  expect(svg).not.toMatch(/\d\.\d{3}/);
});

test("sets no text smaller than eight points", async () => {
  for (const id of CHART_IDS)
    for (const changed of Object.values(CASES)) {
      const { svg } = await drawChart(view(id, "ko", changed), measure);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes) * 0.75).toBeGreaterThanOrEqual(8);
    }
});

test("draws the same bytes again, alone or among others", async () => {
  const views = LANGUAGES.flatMap((language) => CHART_IDS.map((id) => view(id, language)));
  const together = await Promise.all(views.map((each) => drawChart(each, measure)));
  for (const [index, each] of [...views].reverse().entries())
    expect((await drawChart(each, measure)).svg).toBe(together[views.length - 1 - index]?.svg);
});

test("marks a gap in a series and draws nothing in it", async () => {
  const { svg } = await drawChart(view("invention_series", "en", CASES.partial), measure);
  const bars = (markup: string) => markup.match(/fill="#1f4e79"/g)?.length;
  expect(bars(svg)).toBe(5);
  expect(svg.match(/fill="#eef2f6"/g)).toHaveLength(2);
  for (const year of ["2014", "2017", "2018", "2019", "2020"]) expect(svg).toContain(`>${year}</text>`);
  expect(svg).toContain("Not supplied in the source: 2014, 2017, 2018, 2019, 2020.");
});

test("draws the mean of the whole as a rule with its name", async () => {
  const { svg } = await drawChart(view("inventions_per_10k", "ko"), measure);
  expect(svg).toContain(">성 전체 41.17</text>");
  expect(svg).toContain("stroke-dasharray");
});

test("a chart without data is a small panel in the edition's words", async () => {
  const { svg, height } = await drawChart(view("trademark_applications", "zh-CN", CASES.none), measure);
  expect(svg).toContain("来源资料未提供数据");
  expect(svg).toContain("未给出数值：商标申请量。");
  expect(height).toBeLessThanOrEqual(90);
});

test("a name is data: it can neither end the picture nor compute", async () => {
  const name = '</svg><script>"&{{x}}$t(y)';
  const evil = view("pct_applications", "en");
  const rows = evil.spec.datasets as Record<string, { label: string }[]>;
  const datasets = {
    ...rows,
    patents_by_region: rows.patents_by_region?.map((row, index) => (index ? row : { ...row, label: name })),
  };
  const { svg, diagnostics } = await drawChart(
    { ...evil, alt: name, spec: { ...evil.spec, datasets } },
    measure,
  );
  expect(diagnostics).toEqual([]);
  expect(svg).toContain("&lt;/svg&gt;&lt;script&gt;");
  expect(svg).not.toContain("<script");
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
});

test("a broken specification is an error with Vega's reason", async () => {
  const chart = view("pct_applications", "en");
  const { svg, diagnostics } = await drawChart(
    { ...chart, spec: { ...chart.spec, layer: [{ mark: "bra" }] } },
    measure,
  );
  expect(svg).toBe("");
  expect(diagnostics).toMatchObject([
    { severity: "error", code: "chart-cannot-be-drawn", file: "templates/charts/pct_applications.vl.json" },
  ]);
});

test("a chart that is wider than the page is reported", async () => {
  const chart = view("pct_applications", "en");
  const { diagnostics } = await drawChart({ ...chart, spec: { ...chart.spec, width: 900 } }, measure);
  expect(diagnostics).toMatchObject([{ severity: "warning", code: "chart-too-wide" }]);
});

test("a specification cannot load anything", async () => {
  const chart = view("pct_applications", "en");
  const spec = { ...chart.spec, data: { url: "file:///etc/hostname", format: { type: "csv" } } };
  const { svg, diagnostics } = await drawChart({ ...chart, spec }, measure);
  expect(diagnostics.map(({ message }) => message).join()).toContain("may not load");
  expect(svg).not.toContain("hostname");
});
