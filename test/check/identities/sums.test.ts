import fc from "fast-check";
import { expect, test } from "vitest";
import { judged, tableOf } from "./sample.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A table whose last row and last column are sums. */
const summed = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(99_999), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((inner) => {
    const rows = inner.map((row) => [...row, sum(row)]);
    return [...rows, (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
  });

/** Every row adds up to its last cell, every column to its last. */
function sumChecks(cells: readonly (readonly number[])[]): string {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => letter + index);
  return `
checks:
  rows:
    kind: sum
    each: { row: [${names("r", rows)}] }
    total: t.{row}.c${columns - 1}
    parts: t.{row}.${names("c", columns - 1).join("|")}
  columns:
    kind: sum
    each: { column: [${names("c", columns)}] }
    total: t.r${rows - 1}.{column}
    parts: t.${names("r", rows - 1).join("|")}.{column}
`;
}

test("a table with exact sums passes every check", () => {
  fc.assert(
    fc.property(summed, (cells) => {
      const outcomes = judged(sumChecks(cells), tableOf(cells)).map(({ outcome }) => outcome);
      expect(new Set(outcomes)).toEqual(new Set(["passed"]));
    }),
    { numRuns: 60 },
  );
});

test("any one changed cell fails exactly its row and its column, and both name it as the culprit", () => {
  const changed = fc.tuple(summed, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5000 }), fc.boolean());
  fc.assert(
    fc.property(changed, ([cells, row, column, by, up]) => {
      const [r, c] = [row % cells.length, column % (cells[0]?.length ?? 1)];
      const right = cells[r]?.[c] ?? 0;
      const wrong = up || right < by ? right + by : right - by;
      const table = tableOf(
        cells.map((line, i) => line.map((cell, j) => (i === r && j === c ? wrong : cell))),
      );
      const failed = judged(sumChecks(cells), table).filter(({ outcome }) => outcome === "failed");
      expect(failed.map(({ id }) => id).sort()).toEqual([`columns.c${c}`, `rows.r${r}`]);
      for (const { hints } of failed)
        expect(hints[0]).toMatch(`look at t.r${r}.c${c} (t.csv:${r + 2}): ${right} instead of ${wrong}`);
    }),
    { numRuns: 60 },
  );
});

test("a repair that would break a passing check says so, and comes after one that breaks none", () => {
  // r0 is 5 short of its parts; its third check, with the total repeated, holds.
  const table = tableOf([
    [10, 5, 10],
    [10, 5, 10],
  ]);
  const [first] = judged(
    `
checks:
  a: { kind: sum, total: t.r0.c2, parts: t.r0.c0|c1 }
  b: { kind: sum, total: t.r0.c2, parts: [t.r1.c0, t.r1.c1] }
  c: { kind: equality, figure: t.r0.c2, equals: t.r1.c2 }
`,
    table,
  );
  expect(first?.hints[0]).toBe("look at t.r0.c2 (t.csv:2): 15 instead of 10 would mend a and b, but break c");
});
