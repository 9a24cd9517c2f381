import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readWorkbook } from "../../src/workbook/read/read-workbook.ts";
import { edited } from "../support/report.ts";
import { workbook } from "../support/workbook.ts";

const sheetOf = async (bytes: Uint8Array, name: string) => {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
};

test("the same report gives the same bytes", async () => {
  const [a, b] = [await workbook(), await workbook()];
  expect(Buffer.compare(a, b)).toBe(0);
});

test("a sheet for each table, one for the indicators, contents, columns and notes; the memory of the data is hidden", async () => {
  const { sheets, properties } = await readXlsx(await workbook({}, "ja"));
  expect(sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(({ name }) => name)).toEqual([
    "目次",
    "loans",
    "visits",
    "indicators",
    "列の説明",
    "注記",
  ]);
  expect(sheets.at(-1)?.veryHidden).toBe(true);
  expect(properties?.title).toMatch(/のデータ$/);
  expect(properties?.custom).toMatchObject({ Language: "ja", "whitepaper-year": 2030 });
});

test("values are numbers in a format that keeps their places; headers stay in view; empty cells are empty", async () => {
  const bytes = await workbook();
  const loans = await sheetOf(bytes, "loans");
  expect(loans.freezePane).toEqual({ rows: 5, columns: 2 });
  expect(loans.autoFilter?.range).toBe("A5:F10");
  expect(loans.rows[5]?.slice(0, 5)).toEqual(["harbour", "Harbour", "branch", 120400, 3100]);
  expect(loans.cells?.get("5,3")?.style?.numFmt).toBe("#,##0");
  expect(loans.rows[7]?.[4] ?? null).toBeNull();
  const indicators = await sheetOf(bytes, "indicators");
  const line = indicators.rows.findIndex(([id]) => id === "loans.yoy");
  expect(indicators.rows[line]?.[1]).toBe(-2.5);
  expect(indicators.cells?.get(`${line},1`)?.style?.numFmt).toBe("#,##0.00");
  const end = indicators.rows.findIndex(([id]) => id === "report.end");
  expect(indicators.rows[end]?.[1]).toEqual(new Date("2030-12-31T00:00:00Z"));
});

test("words that begin like a formula are words", async () => {
  const title = await edited("data/2030/report.yaml", "Library Survey 2030 (made up)", '"=1+1"');
  const read = await readWorkbook(await workbook(title));
  const cells = read?.sheets.flatMap(({ rows }) => rows.flat()) ?? [];
  expect(cells.filter(({ content }) => content.kind === "formula")).toEqual([]);
  expect(cells.some(({ content }) => content.kind === "text" && content.text === "=1+1")).toBe(true);
});

test("a number with more digits than a spreadsheet keeps stays whole, as text", async () => {
  const long = await edited("data/2030/tables/loans.csv", "80250", "12345678901234567890");
  const loans = await sheetOf(await workbook(long), "loans");
  expect(loans.rows[6]?.[3]).toBe("12345678901234567890");
});

test("each language has a font that its readers have", async () => {
  const fonts = await Promise.all(
    (["en", "zh-CN", "ja", "ko"] as const).map(async (language) => {
      const loans = await sheetOf(await workbook({}, language), "loans");
      return loans.cells?.get("5,1")?.style?.font?.name;
    }),
  );
  expect(fonts).toEqual(["Calibri", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic"]);
});
