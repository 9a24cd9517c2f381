import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { gather } from "../../../src/gather/gather.ts";
import type { SourceFile, Sources } from "../../../src/model/source-file.ts";
import { folderOnDisk } from "../../../src/world/files.ts";

const folder = folderOnDisk(join(import.meta.dirname, "../../.."));
const sources = await gather({ year: 2021, content: folder, engine: folder });

/** The paper with one line of one file rewritten. */
function edited(path: string, from: string, to: string): Sources {
  const file = sources.files.get(path);
  if (!file?.text.includes(from)) throw new Error(`${path} has no “${from}”`);
  const changed: SourceFile = { path, text: file.text.replace(from, to) };
  return { ...sources, files: new Map([...sources.files, [path, changed]]) };
}

const PATENTS = "data/2021/tables/patents_valid.csv";

test("the discrepancies of the 2021 paper are these, and all are acknowledged", () => {
  const { report } = check(sources);
  const failed = report?.checks.filter(({ outcome }) => outcome === "failed") ?? [];
  expect(failed.map(({ id, difference }) => `${id}: ${difference?.toFixed()}`)).toEqual([
    "subregion_totals.southern.valid_invention_patents: -64",
    "subregion_totals.northern.valid_invention_patents: 64",
    "province_totals.valid_invention_patents: -64",
    "province_totals.enterprises: -64",
    "province_subregions.valid_invention_patents: -64",
    "province_subregions.enterprises: -64",
    "owners.southern: -64",
    "owners.northern: 64",
    "patent_disputes_growth: -0.01",
    "procuratorate_cases: 10",
    "service_institutions: -73",
  ]);
  expect(failed.filter(({ acknowledgement }) => acknowledgement === null)).toEqual([]);
});

test("a cell that is changed in three sums and a rate is named as the culprit", () => {
  const { diagnostics } = check(
    edited(PATENTS, "Nantong,city,Central Jiangsu,772.80,32395", "Nantong,city,Central Jiangsu,772.80,32935"),
  );
  const found = diagnostics.filter(({ code }) => code === "discrepancy");
  expect(found.map(({ message }) => message.split(":")[0]).sort()).toEqual([
    "owners.nantong",
    "patents_per_10k.nantong",
    "subregion_totals.central.valid_invention_patents",
  ]);
  for (const { hints } of found)
    expect(hints[0]).toMatch(
      /^look at patents_valid\.nantong\.valid_invention_patents \(.*csv:7:\d+\): 32395 instead of 32935, its digits transposed, would mend/,
    );
});

test("where a discrepancy is accepted, the value that leaves just that is the likely one", () => {
  const { diagnostics } = check(
    edited(
      PATENTS,
      "Suzhou,city,Southern Jiangsu,1274.96,85957",
      "Suzhou,city,Southern Jiangsu,1274.96,85967",
    ),
  );
  const found = diagnostics.filter(({ code }) => /^(changed-)?discrepancy$/.test(code));
  expect(found.map(({ code, message }) => `${code} ${message.split(":")[0]}`).sort()).toEqual([
    "changed-discrepancy province_totals.valid_invention_patents",
    "changed-discrepancy subregion_totals.southern.valid_invention_patents",
    "discrepancy owners.suzhou",
    "discrepancy patents_per_10k.suzhou",
  ]);
  for (const { hints } of found)
    expect(hints.filter((hint) => hint.startsWith("look at"))).toEqual([
      expect.stringMatching(
        /^look at patents_valid\.suzhou\.valid_invention_patents .*: 85957 instead of 85967 /,
      ),
    ]);
});

test("of repairs that are equally likely, each figure is named", () => {
  const { diagnostics } = check(
    edited(PATENTS, "Xuzhou,city,Northern Jiangsu,908.39", "Xuzhou,city,Northern Jiangsu,908.32"),
  );
  const [first] = diagnostics.filter(({ code }) => code === "discrepancy");
  const told = first?.hints.filter((hint) => /^(look at|as likely)/.test(hint)).join("\n");
  for (const city of ["xuzhou", "lianyungang", "huaian", "yancheng", "suqian"])
    expect(told).toContain(`patents_valid.${city}.population_10k`);
});

test("an acknowledged discrepancy that changes is an error again", () => {
  const { diagnostics } = check(edited(PATENTS, "3802.39,251326", "3802.39,251327"));
  const changed = diagnostics.filter(({ code }) => code === "changed-discrepancy");
  expect(changed.map(({ severity, hints }) => `${severity}: ${hints[0]}`)).toContain(
    `error: −64 is acknowledged (data/2021/acknowledgements.yaml:${lineOf("subregion_totals.southern.valid")}:5), not −63: a figure has changed since`,
  );
});

test("an acknowledgement that cannot be read takes no other with it", () => {
  const path = "data/2021/acknowledgements.yaml";
  const broken = edited(path, "difference: 10\n", "difference: ten\n");
  const errors = check(broken).diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "wrong-value acknowledgements.procuratorate_cases.difference: expected a number, found “ten”",
  ]);
});

test("an acknowledged discrepancy that is mended asks for its acknowledgement to be removed", () => {
  const { diagnostics } = check(
    edited(
      "data/2021/indicators.yaml",
      "procuratorates.cases: { value: 1193",
      "procuratorates.cases: { value: 1183",
    ),
  );
  const found = diagnostics.find(({ code }) => code === "needless-acknowledgement");
  expect(found).toMatchObject({
    severity: "error",
    message: expect.stringMatching(/^procuratorate_cases passes/),
  });
});

function lineOf(key: string): number {
  const lines = sources.files.get("data/2021/acknowledgements.yaml")?.text.split("\n") ?? [];
  return lines.findIndex((line) => line.includes(key)) + 2;
}
