import { beforeAll, expect, test } from "vitest";
import type { Edition } from "../../../src/model/edition.ts";
import type { Report } from "../../../src/model/report.ts";
import { chartFigures, proveChart } from "../../../src/preflight/parity/charts.ts";
import { createNumberReader } from "../../../src/preflight/parity/numbers.ts";
import { resolve } from "../../../src/resolve/resolve.ts";
import { librariesReport } from "../libraries.ts";
import { block, codesOf, complaints, found } from "../sample.ts";

let report: Report;
let edition: Edition;
beforeAll(async () => {
  report = await librariesReport();
  edition = resolve(report, "en");
});

const LABELS = ["Harbour", "120,400", "Hill", "80,250", "Park", "45,125", "Mill", "9,000"];

function faults(labels: readonly string[]): string[] {
  const list = complaints();
  const [view, spec, locale] = [
    edition.charts.get("books_by_branch"),
    report.charts.get("books_by_branch"),
    report.locales.get("en"),
  ];
  if (!view || !spec || !locale) throw new Error("the sample has changed");
  const context = { figures: report.figures, read: createNumberReader(locale), complaints: list };
  const pair = { expected: block(labels.join(" ")), found: found(labels, "Figure") };
  const proven = proveChart(pair, { view, spec, report, texts: edition.texts }, context);
  expect(proven === null).toBe(list.diagnostics().length > 0);
  return codesOf(list.diagnostics());
}

test("a chart’s figures come from its table", () => {
  const spec = report.charts.get("books_by_branch");
  const drawn = spec ? chartFigures({ spec, report }).drawn : [];
  expect(drawn.map(({ value }) => value?.toFixed())).toEqual(["120400", "80250", "45125", "9000"]);
});

test("labels that are the figures are right in any order", () => {
  expect(faults(LABELS)).toEqual([]);
  expect(faults([...LABELS].reverse())).toEqual([]);
});

test("a label that is wrong, missing, doubled or nobody’s is found", () => {
  expect(faults(LABELS.with(5, "45,152"))).toEqual(["figure-missing", "figure-extra"]);
  expect(faults(LABELS.slice(0, 7))).toEqual(["figure-missing"]);
  expect(faults([...LABELS, "9,000"])).toEqual(["figure-extra"]);
  expect(faults([...LABELS, "Average 63,694"])).toEqual(["figure-extra"]);
});
