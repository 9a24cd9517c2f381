import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { gather } from "../../../src/gather/gather.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { rehearse } from "../../../src/pipeline/rehearse.ts";
import { folderOnDisk } from "../../../src/world/files.ts";
import { copyNames } from "./names.ts";
import { type ReportFiles, scaledReport } from "./scaled-report.ts";

const CHECKOUT = folderOnDisk(join(import.meta.dirname, "../../.."));
const YEAR = 2021;

async function paper(): Promise<Map<string, string>> {
  const lists = await Promise.all(["data/2021", "locales", "templates"].map((part) => CHECKOUT.list(part)));
  const decoder = new TextDecoder();
  return new Map(
    await Promise.all(
      lists.flat().map(async (path) => [path, decoder.decode(await CHECKOUT.read(path))] as const),
    ),
  );
}

async function checked(files: ReportFiles) {
  const folder = {
    list: async (below: string) => [...files.keys()].filter((path) => path.startsWith(`${below}/`)).sort(),
    read: async (path: string) => new TextEncoder().encode(files.get(path)),
  };
  const { report, diagnostics } = check(await gather({ year: YEAR, content: folder, engine: folder }));
  return { report, diagnostics: [...diagnostics, ...(report ? rehearse(report) : [])] };
}

const codes = (diagnostics: readonly Diagnostic[], severity: string) =>
  Map.groupBy(
    diagnostics.filter((one) => one.severity === severity),
    ({ code }) => code,
  );

test("the paper at three times its length is sound, in all languages, and three times as long", async () => {
  const files = await paper();
  const [once, thrice] = await Promise.all([checked(files), checked(scaledReport(files, YEAR, 3))]);
  expect(codes(thrice.diagnostics, "error")).toEqual(new Map());
  for (const [code, found] of codes(once.diagnostics, "warning"))
    expect(codes(thrice.diagnostics, "warning").get(code)?.length, code).toBe(found.length * 3);
  expect(thrice.report?.chapters.length).toBe((once.report?.chapters.length ?? 0) * 3);
  expect(thrice.report?.charts.size).toBe((once.report?.charts.size ?? 0) * 3);
  expect(thrice.report?.tables.size).toBe((once.report?.tables.size ?? 0) * 3);
});

const names = copyNames(2, { figures: new Set(["gi", "patents"]), chapters: new Set(["creation"]) });

test("a copied text quotes the copy's figures, and the report's own dates", () => {
  expect(names.text("{{gi.province.gi, count}} in {{report.year, year}}, see <see table=gi/>")).toBe(
    "{{gi_2.province.gi, count}} in {{report.year, year}}, see <see table=gi_2/>",
  );
  expect(names.text("<see section=creation.patents/>")).toBe("<see section=creation_2.patents/>");
});

test("keys of chapters and exhibits are the copy's", () => {
  expect(["creation.title", "exhibits.tables.gi.notes.n1", "labels.see"].map(names.key)).toEqual([
    "creation_2.title",
    "exhibits.tables.gi_2.notes.n1",
    "labels.see",
  ]);
});
