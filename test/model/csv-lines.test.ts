import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLines } from "../../src/model/csv-lines.ts";

test("only cells that need them get quotation marks, and every line ends", () => {
  const rows = [
    ["code", "label", "value"],
    ["a", "Patents, valid", "1.50"],
    ["b", 'the "Plan"', ""],
    ["c", "two\nlines", "\u2212"],
  ];
  expect(csvLines(rows)).toBe(
    'code,label,value\na,"Patents, valid",1.50\nb,"the ""Plan""",\nc,"two\nlines",\u2212\n',
  );
});

test("whatever is written is read as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", ";", "=", "省", "'", "#") });
  const row = fc.array(cell, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(row, { minLength: 1 }), (width, all) => {
      const rows = all.map((cells) => cells.slice(0, width));
      expect(parse(csvLines(rows), { record_delimiter: "\n" })).toEqual(rows);
    }),
  );
});
