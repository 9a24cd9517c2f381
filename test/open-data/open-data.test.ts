import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { z } from "zod";
import { openData } from "../../src/open-data/open-data.ts";
import { edited } from "../support/report.ts";
import { workbookRequest } from "../support/workbook.ts";

const FILE = {
  language: "en",
  path: "a.xlsx",
  title: "A",
  mediatype: "application/x",
  bytes: new Uint8Array(3),
};
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const records = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

/** What the profile of the Data Package standard, version 2.0, asks of the properties that we write. */
const name = z.string().min(1);
const source = z.object({
  title: z.string().optional(),
  path: z.url().optional(),
  email: z.email().optional(),
});
const field = z.looseObject({
  name,
  type: z.enum(["string", "number", "integer", "date"]),
  format: z.enum(["default", "uri"]).optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.string()).min(1).optional(),
    })
    .optional(),
});
const resource = z.looseObject({
  name,
  type: z.literal("table"),
  // A path is relative, and leads nowhere else.
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\:]+$/),
  title: z.string(),
  format: z.literal("csv"),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.literal("utf-8"),
  bytes: z.number().int(),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
  sources: z.array(source).min(1).optional(),
  schema: z.looseObject({
    fields: z.array(field).min(1),
    primaryKey: z.array(z.string()).min(1),
    missingValues: z.array(z.string()),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.array(z.string()).min(1),
          reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()).min(1) }),
        }),
      )
      .min(1)
      .optional(),
  }),
});
const profile = z.looseObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  title: z.string(),
  version: z.string(),
  created: z.iso.datetime(),
  sources: z.array(source).min(1),
  resources: z.array(resource).min(1),
});

async function packed(changes = {}) {
  const files = openData(await workbookRequest(changes), [FILE]);
  const description = profile.parse(JSON.parse(text(files.get("datapackage.json"))));
  return { files, description };
}

test("the description keeps the profile and tells the truth of every file", async () => {
  const { files, description } = await packed();
  expect(description.resources.map((one) => one.name)).toEqual([
    "loans",
    "visits",
    "indicators",
    "codes-units",
    "codes-sources",
    "codes-status",
    "codes-branch",
  ]);
  expect(new Set([...files.keys()])).toEqual(
    new Set([...description.resources.map(({ path }) => path), "a.xlsx", "datapackage.json"]),
  );
  for (const { path, bytes, hash, schema } of description.resources) {
    const file = files.get(path) ?? new Uint8Array();
    expect([path, bytes, hash]).toEqual([
      path,
      file.length,
      `sha256:${createHash("sha256").update(file).digest("hex")}`,
    ]);
    const [header] = parse(text(file)) as string[][];
    expect(header).toEqual(schema.fields.map((one) => one.name));
    expect(new Set(header).size).toBe(header?.length);
  }
});

test("keys name one row, and foreign keys a row that is there", async () => {
  const { files, description } = await packed();
  const tables = new Map(description.resources.map((one) => [one.name, records(text(files.get(one.path)))]));
  for (const { name: own, schema } of description.resources) {
    const rows = tables.get(own) ?? [];
    const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join("|"));
    expect(new Set(keys).size).toBe(rows.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(tables.get(reference.resource)?.map((row) => row[reference.fields[0] ?? ""]));
      expect(rows.filter((row) => !known.has(row[fields[0] ?? ""]))).toEqual([]);
    }
  }
});

test("a record for each value: codes, labels in four languages, unit, status and source, the number as written", async () => {
  const { files } = await packed();
  const rows = records(text(files.get("loans.csv")));
  expect(rows[0]).toEqual({
    branch: "harbour",
    branch_label_en: "Harbour",
    "branch_label_zh-CN": "港口分馆",
    branch_label_ja: "港分館",
    branch_label_ko: "항구 분관",
    branch_kind: "branch",
    measure: "books",
    measure_label_en: "Books",
    "measure_label_zh-CN": "图书",
    measure_label_ja: "図書",
    measure_label_ko: "도서",
    value: "120400",
    unit: "loan",
    status: "normal",
    source: "survey",
  });
  const missing = rows.find(({ branch, measure }) => branch === "park" && measure === "films");
  expect(missing).toMatchObject({ value: "", status: "missing" });
  const indicators = records(text(files.get("indicators.csv")));
  expect(indicators.find(({ indicator }) => indicator === "loans.yoy")).toMatchObject({
    value: "-2.50",
    date: "",
    unit: "percent",
  });
  expect(indicators.find(({ indicator }) => indicator === "report.end")).toMatchObject({
    value: "",
    date: "2030-12-31",
  });
});

test("an indicator is told by the sentence that quotes it, in each language", async () => {
  const { files } = await packed();
  const [yoy] = records(text(files.get("indicators.csv"))).filter(
    ({ indicator }) => indicator === "loans.yoy",
  );
  const quoted = ["en", "zh-CN", "ja", "ko"].map((language) => yoy?.[`quoted_${language}`]);
  expect(quoted.every((sentence) => sentence?.includes("2.5"))).toBe(true);
  expect(new Set(quoted).size).toBe(4);
});

test("words that a spreadsheet would take for a formula do not become one; negative numbers stay numbers", async () => {
  const title = await edited("data/2030/report.yaml", "Library Survey 2030 (made up)", '"=HYPERLINK(1)"');
  const { files } = await packed(title);
  expect(text(files.get("codes/sources.csv"))).toContain("survey,'=HYPERLINK(1),");
  expect(text(files.get("indicators.csv"))).toContain("loans.yoy,-2.50,");
});
