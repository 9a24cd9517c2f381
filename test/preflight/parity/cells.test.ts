import { beforeAll, expect, test } from "vitest";
import type { Locale, Report } from "../../../src/model/report.ts";
import { proveCell } from "../../../src/preflight/parity/cells.ts";
import { createNumberReader } from "../../../src/preflight/parity/numbers.ts";
import { librariesReport } from "../libraries.ts";
import { block, codesOf, complaints, found } from "../sample.ts";

let report: Report;
beforeAll(async () => {
  report = await librariesReport();
});

function faults(ref: string, text: string, language: "en" | "ko" = "en"): string[] {
  const locale = report.locales.get(language) as Locale;
  const list = complaints();
  const pair = {
    expected: block(text, { role: "cell", language, figures: [{ ref, format: "cell", text }] }),
    found: found([text], "TD"),
  };
  proveCell(pair, locale, { figures: report.figures, read: createNumberReader(locale), complaints: list });
  return codesOf(list.diagnostics());
}

test("a cell shows its figure and nothing else", () => {
  expect(faults("loans.hill.books", "80,250")).toEqual([]);
  expect(faults("loans.hill.books", "80,250", "ko")).toEqual([]);
  for (const text of ["80,520", "8,250", "80.250", "80,250%", "80,250 9", "−80,250", "–", ""])
    expect(faults("loans.hill.books", text), text).toEqual(["figure-differs"]);
});

test("a cell without a value shows no number", () => {
  expect(faults("loans.park.films", "–")).toEqual([]);
  expect(faults("loans.park.films", "0")).toEqual(["figure-extra"]);
});
