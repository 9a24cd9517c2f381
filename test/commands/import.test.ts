import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import type { Sheet } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { csvLines } from "../../src/model/csv-lines.ts";
import { shown as asText, type Changes, edited as changedFile } from "../support/report.ts";
import { type Editing, edited, type ImportTest, importInto, workbook, zipOf } from "../support/workbook.ts";

const LOANS = "data/2030/tables/loans.csv";
const VISITS = "data/2030/tables/visits.csv";
const INDICATORS = "data/2030/indicators.yaml";
const original = async (path: string) =>
  readFile(join(import.meta.dirname, "../cases/libraries", path), "utf8");

/** What comes of editing the made-up report's workbook and importing it. */
async function roundTrip(edit: (editing: Editing) => void, options: ImportTest = {}) {
  return importInto(await edited(await workbook(options.changes), edit), options);
}

/** A sheet without its formats, whose rows can be moved about. */
function bare(sheet: Sheet): Sheet {
  sheet.cells?.clear();
  return sheet;
}

describe("what an editor changed", () => {
  test("nothing: nothing is written", async () => {
    for (const language of ["en", "zh-CN", "ja", "ko"] as const) {
      const { exitCode, lines, shown, written } = await importInto(await workbook({}, language));
      expect([exitCode, lines, shown, written.size]).toEqual([
        0,
        ["nothing differs: the data are as in the workbook"],
        [],
        0,
      ]);
    }
  });

  test("values: shown cell by cell, written where they live, every other character as it was", async () => {
    const { exitCode, lines, talk, written } = await roundTrip(({ set }) => {
      set("loans", "harbour", "books", 120_500);
      set("loans", "park", "films", 77);
      set("loans", "mill", "films", null);
      set("indicators", "loans.yoy", "value", 1.5);
    });
    expect(exitCode).toBe(0);
    expect(talk.map((line) => line.replace(/ +/g, " "))).toEqual([
      "table row column was is",
      "loans harbour books 120400 → 120500",
      "loans park films (empty) → 77",
      "loans mill films 410 → (empty)",
      "indicators loans.yoy value -2.50 → 1.50",
    ]);
    expect(lines).toEqual([
      `4 cells imported into ${LOANS}, ${INDICATORS}`,
      "next: whitepaper check --year 2030",
    ]);
    expect(written.get(LOANS)).toBe(
      (await original(LOANS))
        .replace("120400", "120500")
        .replace("Park,45125,", "Park,45125,77")
        .replace("9000,410", "9000,"),
    );
    expect(written.get(INDICATORS)).toBe((await original(INDICATORS)).replace("-2.50", "1.50"));
  });

  test("a workbook that LibreOffice saved", async () => {
    const bytes = await readFile(join(import.meta.dirname, "fixtures/edited-in-libreoffice.xlsx"));
    const { exitCode, shown, written } = await importInto(bytes);
    expect([exitCode, shown]).toEqual([0, []]);
    expect(written.get(VISITS)).toBe((await original(VISITS)).replace("Hill,", "Hill,5120"));
    expect(written.get(INDICATORS)).toContain("value: 1.50, unit: percent");
    expect(written.get(INDICATORS)).toContain("value: 28645, status: provisional, unit: thousand-yuan");
  });

  test("a value that is taken out of the indicators is missing, and one that is filled in is not", async () => {
    const gone = await roundTrip(({ set }) => set("indicators", "loans.budget", "value", null));
    expect(gone.written.get(INDICATORS)).toContain("loans.budget: { status: missing, unit: thousand-yuan");
    const changes = { [INDICATORS]: gone.written.get(INDICATORS) ?? "" };
    const back = await roundTrip(({ set }) => set("indicators", "loans.budget", "value", 28_645), {
      changes,
    });
    expect(back.written.get(INDICATORS)).toBe(await original(INDICATORS));
  });

  test("rows and columns may have been moved", async () => {
    const { exitCode, written } = await roundTrip(({ sheet, set }) => {
      set("loans", "hill", "books", 80_251);
      const { rows } = bare(sheet("loans"));
      rows.splice(5, 5, ...rows.slice(5, 10).reverse());
    });
    expect([exitCode, written.get(LOANS)]).toEqual([0, (await original(LOANS)).replace("80250", "80251")]);
  });

  test("line ends, byte order marks and quotation marks of the CSV stay", async () => {
    const csv = `\ufeff${(await original(LOANS)).replace("Hill,", '"Hill",').replaceAll("\n", "\r\n")}`;
    const { written } = await roundTrip(({ set }) => set("loans", "hill", "books", 80_251), {
      changes: { [LOANS]: csv },
    });
    expect(written.get(LOANS)).toBe(csv.replace("80250", "80251"));
  });
});

describe("nothing is written without a yes", () => {
  const edit = ({ set }: Editing) => set("loans", "hill", "books", 80_251);

  test.for<[string, ImportTest, number, number]>([
    ["no terminal", { yes: false, answer: null }, 1, 0],
    ["no", { yes: false, answer: false }, 1, 0],
    ["yes", { yes: false, answer: true }, 0, 1],
    ["--yes", { yes: true }, 0, 1],
    ["JSON asks nobody", { yes: false, json: true, answer: true }, 1, 0],
  ])("%s", async ([, options, code, files]) => {
    const { exitCode, written } = await roundTrip(edit, options);
    expect([exitCode, written.size]).toEqual([code, files]);
  });

  test("JSON lists changes, files and diagnostics", async () => {
    const { lines, talk } = await roundTrip(edit, { json: true });
    expect(JSON.parse(lines.join(""))).toEqual({
      changes: [{ table: "loans", row: "hill", column: "books", was: "80250", is: "80251" }],
      written: [LOANS],
      diagnostics: [],
    });
    expect(talk).toEqual([]);
  });
});

describe("what changed in the data since", () => {
  const changes = async (): Promise<Changes> => changedFile(LOANS, "45125", "45126");

  test("an older workbook undoes nothing", async () => {
    const old = await edited(await workbook(), ({ set }) => set("loans", "hill", "books", 80_251));
    const { exitCode, shown, written } = await importInto(old, { changes: await changes() });
    expect([exitCode, shown]).toEqual([0, []]);
    expect(written.get(LOANS)).toContain("Hill,80251");
    expect(written.get(LOANS)).toContain("Park,45126");
  });

  test("a cell that was changed on both sides needs a person", async () => {
    const old = await edited(await workbook(), ({ set }) => set("loans", "park", "books", 45_127));
    const unattended = await importInto(old, { changes: await changes() });
    expect(unattended.shown.map(({ code }) => code)).toEqual(["changed-twice", "stale-workbook"]);
    expect(unattended.written.size).toBe(0);
    const attended = await importInto(old, { changes: await changes(), yes: false, answer: true });
    expect(attended.written.get(LOANS)).toContain("Park,45127");
  });

  test("the same workbook imported twice changes nothing more", async () => {
    const bytes = await edited(await workbook(), ({ set }) => {
      set("loans", "park", "books", 45_127);
      set("indicators", "loans.budget", "value", null);
    });
    const first = await importInto(bytes);
    const second = await importInto(bytes, { changes: Object.fromEntries(first.written) });
    expect([second.exitCode, second.written.size]).toEqual([0, 0]);
  });
});

describe("what cannot be taken over for certain is an error, and nothing is written", () => {
  const NUMBER = { style: { numFmt: "#,##0.00" } } as const;

  test.for<[string, (editing: Editing) => void]>([
    ["a formula", ({ set }) => set("loans", "hill", "books", 3, { formula: "1+2" } as never)],
    ["text that looks like a number", ({ set }) => set("loans", "hill", "books", "80,251")],
    ["the same number as text", ({ set }) => set("loans", "hill", "books", "80250")],
    ["full-width digits", ({ set }) => set("loans", "hill", "books", "８０２５１")],
    ["a note", ({ set }) => set("loans", "hill", "books", "n/a")],
    [
      "a date",
      ({ set }) =>
        set("loans", "hill", "books", new Date("2030-05-01T00:00:00Z"), { style: { numFmt: "yyyy-mm-dd" } }),
    ],
    ["true", ({ set }) => set("loans", "hill", "books", true)],
    ["a fraction of a book", ({ set }) => set("loans", "hill", "books", 80_250.5)],
    [
      "a percentage",
      ({ set }) => set("indicators", "loans.yoy", "value", 0.015, { style: { numFmt: "0.0%" } }),
    ],
    ["more places than the cell shows", ({ set }) => set("indicators", "loans.yoy", "value", 1 / 3, NUMBER)],
    [
      "a number for a date",
      ({ set }) => set("indicators", "report.end", "value", 45_000, { style: { numFmt: "0" } }),
    ],
    ["a status that is none", ({ set }) => set("indicators", "loans.yoy", "status", "provisionel")],
    ["a source that is none", ({ set }) => set("indicators", "loans.yoy", "source", "=survey")],
    [
      "merged cells",
      ({ sheet }) =>
        sheet("loans").merges?.push({ startRow: 6, endRow: 7, startCol: 3, endCol: 3 }) ??
        Object.assign(sheet("loans"), { merges: [{ startRow: 6, endRow: 7, startCol: 3, endCol: 3 }] }),
    ],
    ["a hidden sheet", ({ sheet }) => void Object.assign(sheet("loans"), { hidden: true })],
    ["a sheet more", ({ sheets }) => void sheets.push({ name: "sums", rows: [["a", 1]] })],
    ["a row more", ({ sheet }) => void sheet("loans").rows.push(["abbey", "Abbey", "branch", 5, 6])],
    ["a sum below", ({ sheet }) => void sheet("loans").rows.push([null, null, null, 254_775])],
    ["a row twice", ({ sheet }) => void sheet("loans").rows.push([...(sheet("loans").rows[6] ?? [])])],
    ["a row less", ({ sheet }) => void bare(sheet("loans")).rows.splice(6, 1)],
    ["a changed code", ({ set }) => set("loans", "hill", "branch", "hil")],
    [
      "a column more",
      ({ sheet }) =>
        void sheet("loans")
          .rows.slice(4, 7)
          .forEach((row, index) => {
            row[6] = index === 0 ? "tapes" : 1;
          }),
    ],
    ["a column without a code", ({ sheet }) => void Object.assign(sheet("loans").rows[6] ?? [], { 6: 1 })],
    ["a column less", ({ sheet }) => void Object.assign(bare(sheet("loans")).rows[4] ?? [], { 4: "(gone)" })],
    ["no codes at all", ({ sheet }) => void bare(sheet("loans")).rows.splice(4, 1)],
  ])("%s", async ([, edit]) => {
    const { exitCode, lines, shown, written } = await roundTrip((editing) => {
      editing.set("visits", "hill", "visits", 5120);
      edit(editing);
    });
    expect([exitCode, lines, written.size]).toEqual([1, ["nothing imported"], 0]);
    expect(asText(shown)).toMatchSnapshot();
  });

  test("all of them are told at once", async () => {
    const { shown } = await roundTrip(({ set, sheets }) => {
      set("loans", "hill", "books", "80,251");
      set("visits", "hill", "visits", "many");
      sheets.push({ name: "sums", rows: [["a"]] });
    });
    expect(shown.map(({ code }) => code)).toEqual(["unknown-sheet", "text-number", "not-a-number"]);
  });

  test("another year’s workbook", async () => {
    const { exitCode, shown } = await importInto(await workbook(), { year: 2021 });
    expect([exitCode, shown.map(({ code }) => code)]).toEqual([1, ["wrong-year"]]);
  });

  test.for<[string, Readonly<Record<string, string>>]>([
    ["no list of sheets", {}],
    ["XML that is none", { "xl/workbook.xml": "<workbook", "_rels/.rels": "&&&" }],
    [
      "a sheet that is not there",
      { "xl/workbook.xml": '<workbook><sheets><sheet name="loans" r:id="rId1"/></sheets></workbook>' },
    ],
  ])("parts that no spreadsheet writes: %s", async ([, parts]) => {
    const minimal = { "[Content_Types].xml": "<Types/>", "xl/styles.xml": "<styleSheet/>" };
    const { exitCode, written } = await importInto(zipOf({ ...minimal, ...parts }));
    expect([exitCode, written.size]).toEqual([1, 0]);
  });

  test("no workbook of ours", async () => {
    const { exitCode, shown } = await roundTrip(({ sheets }) => {
      sheets.splice(0, sheets.length, { name: "Sheet1", rows: [["a", 1]] });
    });
    expect([exitCode, shown.map(({ code }) => code)]).toEqual([1, ["no-known-sheet"]]);
  });
});

test("words that are not read back are told of, not lost in silence", async () => {
  const { exitCode, shown, written } = await roundTrip(({ set, sheet }) => {
    set("loans", "hill", "(label)", "Hilltop");
    const [title] = bare(sheet("Notes")).rows;
    if (title) title[1] = "seen";
    set("visits", "hill", "visits", 5120);
  });
  expect([exitCode, written.size]).toEqual([0, 1]);
  expect(shown.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "not-read-back loans!A1",
    "not-read-back Notes!A1",
  ]);
});

test("what computing with binary fractions leaves behind is told, and not written", async () => {
  const { exitCode, shown, written } = await roundTrip(({ set }) => {
    set("indicators", "loans.yoy", "value", 0.1 + 0.2);
  });
  expect([exitCode, shown.map(({ code }) => code)]).toEqual([0, ["binary-noise"]]);
  expect(written.get(INDICATORS)).toContain("loans.yoy: { value: 0.30,");
});

test("any table comes back as it was, and with any new values as they were typed", async () => {
  const count = fc.option(fc.integer({ min: 0, max: 10 ** 12 }), { nil: null });
  const table = fc.array(fc.tuple(count, count), { minLength: 5, maxLength: 5 });
  const names = ["Harbour", "Hill", "Park", "Mill", "All"];
  const csv = (rows: readonly (readonly (number | null)[])[]) =>
    csvLines([
      ["branch", "books", "films"],
      ...rows.map((row, index) => [names[index], ...row].map((cell) => String(cell ?? ""))),
    ]);
  await fc.assert(
    fc.asyncProperty(table, table, async (before, after) => {
      const changes = { [LOANS]: csv(before) };
      const bytes = await workbook(changes);
      expect((await importInto(bytes, { changes })).written.size).toBe(0);
      const retyped = await edited(bytes, ({ set }) => {
        for (const [row, values] of after.entries())
          for (const [column, value] of values.entries())
            set("loans", names[row]?.toLowerCase() ?? "", ["books", "films"][column] ?? "", value);
      });
      const { written, exitCode } = await importInto(retyped, { changes });
      expect([exitCode, written.get(LOANS) ?? csv(before)]).toEqual([0, csv(after)]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("decimal places are kept, also those of zeros at the end", async () => {
  const decimal = fc
    .tuple(fc.integer({ min: -(10 ** 8), max: 10 ** 8 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => (digits / 10 ** places).toFixed(places).replace(/^-(0(?:\.0*)?)$/, "$1"));
  const visits = fc.array(fc.option(decimal, { nil: "" }), { minLength: 4, maxLength: 4 });
  const units = await changedFile(
    "data/2030/report.yaml",
    "visit: { kind: count }",
    "visit: { kind: decimal }",
  );
  await fc.assert(
    fc.asyncProperty(visits, visits, async (before, after) => {
      const rows = (values: readonly string[]) =>
        ["branch,visits", "Harbour", "Hill", "Park", "Mill"]
          .map((name, index) => (index === 0 ? name : `${name},${values[index - 1]}`))
          .join("\n");
      const changes = { ...units, [VISITS]: `${rows(before)}\n` };
      const bytes = await workbook(changes);
      expect((await importInto(bytes, { changes })).written.size).toBe(0);
      const retyped = await edited(bytes, ({ set }) => {
        for (const [index, value] of after.entries()) {
          const places = value.split(".")[1]?.length ?? 0;
          const style = { numFmt: places > 0 ? `#,##0.${"0".repeat(places)}` : "#,##0" };
          const row = ["harbour", "hill", "park", "mill"][index] ?? "";
          set("visits", row, "visits", value === "" ? null : Number(value), { style });
        }
      });
      const { written, exitCode } = await importInto(retyped, { changes });
      const same = after.map((value, index) =>
        value !== "" && Number(value) === Number(before[index] || Number.NaN) ? (before[index] ?? "") : value,
      );
      expect([exitCode, written.get(VISITS) ?? `${rows(before)}\n`]).toEqual([0, `${rows(same)}\n`]);
    }),
    { numRuns: 12 },
  );
}, 60_000);
