import fc from "fast-check";
import { writeCsv } from "hucre/csv";
import { expect, test } from "vitest";
import { readCsv } from "../../../src/check/readers/csv.ts";
import { editCsv } from "../../../src/pipeline/import/edit-csv.ts";

test("one cell changes, and not a character more", () => {
  const csv = '\ufeffa,"b ""c""",d\r\n\r\n1,"2,5", 3 \r\n,,\r\n4,"x\r\ny",\r\n';
  expect(editCsv(csv, [{ row: 0, column: 2, text: "7" }])).toBe(csv.replace(" 3 ", "7"));
  expect(editCsv(csv, [{ row: 1, column: 2, text: 'a "b",' }])).toBe(
    csv.replace('y",\r\n', 'y","a ""b"","\r\n'),
  );
  expect(editCsv(csv, [{ row: 1, column: 1, text: "z" }])).toBe(csv.replace('"x\r\ny"', "z"));
  expect(editCsv("a,b\n1,2", [{ row: 0, column: 1, text: "" }])).toBe("a,b\n1,");
});

test("rows and columns are counted as the reader of CSV counts them", () => {
  const cell = fc.oneof(fc.constant(""), fc.integer().map(String), fc.stringMatching(/^[a-z ",\n]{0,6}$/));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.nat(), fc.nat(2), fc.constantFrom("\n", "\r\n"), (rows, seed, column, ends) => {
      const csv = writeCsv([["a", "b", "c"], ...rows], { lineSeparator: ends }) + ends;
      const read = readCsv({ path: "t.csv", text: csv }, []);
      if (!read || read.rows.length === 0) return;
      const row = seed % read.rows.length;
      const edited = editCsv(csv, [{ row, column, text: "8,5" }]);
      const wanted = read.rows.map((cells) => cells.map(({ text }) => text));
      const line = wanted[row];
      if (line) line[column] = "8,5";
      const again = readCsv({ path: "t.csv", text: edited }, []);
      expect(again?.rows.map((cells) => cells.map(({ text }) => text))).toEqual(wanted);
    }),
  );
});
