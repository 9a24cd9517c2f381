import { expect, test } from "vitest";
import { gather } from "../../src/gather/gather.ts";
import { changed, ENGINE, libraries, problems, shown, YEAR } from "../support/report.ts";

const CSV = "data/2030/tables/loans.csv";
const nothing = { list: async () => [], read: async () => new Uint8Array() };

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);

test("a report's own files, and the engine's layout and labels under them", async () => {
  const sources = await gather({ year: YEAR, content: libraries(), engine: ENGINE });
  const paths = [...sources.files.keys()];
  expect(paths).toContain(CSV);
  expect(paths).toContain("templates/report.hbs");
  expect(paths).toContain("locales/ko/common.json");
  expect(paths.filter((path) => /2021|names\.json|^data\/(?!2030)/.test(path))).toEqual([]);
  expect(paths.filter((path) => path.startsWith("templates/chapters/"))).toHaveLength(2);
  expect(paths).toEqual(paths.toSorted());
});

test("a report's own template stands in the place of the engine's", async () => {
  const content = libraries({ "templates/partials/cover.hbs": "mine" });
  const { files } = await gather({ year: YEAR, content, engine: ENGINE });
  expect(files.get("templates/partials/cover.hbs")?.text).toBe("mine");
});

test("what people keep beside the data is not read: spreadsheets, notes, other years' texts", async () => {
  const content = changed(nothing, {
    "data/2030/tables/loans.xlsx": new Uint8Array([0x50, 0x4b, 0xff, 0]),
    "data/2030/notes.txt": "notes",
    "data/2030/tables/~$loans.csv": new Uint8Array([1, 0, 0xff]),
    "locales/en/2029/preface.json": "{}",
    "locales/en/2030/preface.json": "{}",
  });
  const { files, diagnostics } = await gather({ year: YEAR, content, engine: nothing });
  expect([...files.keys()]).toEqual(["locales/en/2030/preface.json"]);
  expect(diagnostics).toEqual([]);
});

test("files that are not UTF-8: their line, and nothing that follows from it", async () => {
  const gbk = new Uint8Array([...Buffer.from("branch,books,films\nHarbour,"), 0xb8, 0xdb, 0x0a]);
  expect(shown(await problems({ [CSV]: gbk }))).toMatchInlineSnapshot(`
    "error not-utf-8
      data/2030/tables/loans.csv:2
      the file is not UTF-8 text; line 2 is the first that cannot be read
      → save it as UTF-8 (spreadsheets: “CSV UTF-8”)"
  `);
  expect(shown(await problems({ [CSV]: utf16("branch,books,films\n") }))).toMatchInlineSnapshot(`
    "error not-utf-8
      data/2030/tables/loans.csv:1
      the file is UTF-16 or not text at all; UTF-8 is needed
      → save it as UTF-8 (spreadsheets: “CSV UTF-8”)"
  `);
  expect(shown(await problems({ "locales/ja/2030/lending.json": utf16("{}") }))).toMatchInlineSnapshot(`
    "error not-utf-8
      locales/ja/2030/lending.json:1
      the file is UTF-16 or not text at all; UTF-8 is needed
      → save it as UTF-8 (spreadsheets: “CSV UTF-8”)"
  `);
  expect(shown(await problems({ "data/2030/report.yaml": new Uint8Array(5000) }))).toMatchInlineSnapshot(`
    "error not-utf-8
      data/2030/report.yaml:1
      the file is UTF-16 or not text at all; UTF-8 is needed
      → save it as UTF-8 (spreadsheets: “CSV UTF-8”)"
  `);
});
