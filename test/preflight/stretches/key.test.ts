import { readFileSync } from "node:fs";
import Big from "big.js";
import { expect, test } from "vitest";
import type { Figure } from "../../../src/model/figure.ts";
import type { Report } from "../../../src/model/report.ts";
import { topKids } from "../../../src/pdf/structure/read-tree.ts";
import { openFinished } from "../../../src/preflight/reading/finished.ts";
import { createKeys, wordsOf } from "../../../src/preflight/stretches/key.ts";
import { composeLibraries, librariesReport } from "../libraries.ts";

const opened = openFinished(readFileSync(new URL("../../finish/fixtures/en.pdf", import.meta.url)));
const report = await librariesReport();
const { edition, composition } = await composeLibraries(report, "en");
const stretch = {
  pages: opened.pages,
  kids: topKids(opened.file),
  fonts: new Map(),
  blocks: composition.blocks,
};

/** The key of a stretch with all the edition's text, as of another state of the report. */
function keyOf(changed: Partial<Pick<Report, "figures" | "tables" | "charts">> = {}): string {
  const request = { report: { ...report, ...changed }, edition, language: "en", words: wordsOf({ report }) };
  return createKeys(opened, request)(stretch);
}

const other = (figure: Figure): Figure => ({ ...figure, value: figure.value?.plus(1) ?? new Big(1) });

test("a key is the same for the same", () => {
  const figures = new Map([...report.figures].map(([ref, figure]) => [ref, { ...figure }]));
  expect(keyOf({ figures })).toBe(keyOf());
});

test("a key is another for another figure of a text", () => {
  const [ref = ""] = composition.blocks.flatMap(({ figures }) => (figures ?? []).map((bound) => bound.ref));
  const figure = report.figures.get(ref);
  expect(figure).toBeDefined();
  expect(keyOf({ figures: new Map(report.figures).set(ref, other(figure as Figure)) })).not.toBe(keyOf());
});

test("a key is another for another figure that only a chart shows, and for a chart that is drawn otherwise", () => {
  const [chart] = report.charts.values();
  const table = report.tables.get(chart?.table ?? "");
  if (!chart || !table) throw new Error("the report has no chart");
  const rows = table.rows.map((row) => ({
    ...row,
    cells: new Map([...row.cells].map(([column, figure]) => [column, other(figure)])),
  }));
  const tables = new Map(report.tables).set(table.id, { ...table, rows });
  const charts = new Map(report.charts).set(chart.id, { ...chart, spec: { ...chart.spec, height: 1 } });
  expect(new Set([keyOf(), keyOf({ tables }), keyOf({ charts })]).size).toBe(3);
});
