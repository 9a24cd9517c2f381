import type { Table } from "../../../src/model/report.ts";
import type { SoundSources, SourceFault, SourceKind } from "../fault.ts";
import type { Random } from "../random.ts";
import { DIGIT_FAULTS } from "./digits.ts";

/** A CSV as lines of cells; no table of the report needs quotes. */
interface Grid {
  readonly table: Table;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

function gridOf({ sources }: SoundSources, table: Table): Grid {
  const lines = (sources.files.get(table.file)?.text ?? "").trimEnd().split(/\r?\n/);
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return { table, header, rows };
}

/** The cells that hold a number. */
function filled({ table, header, rows }: Grid): Spot[] {
  const columns = table.columns.map(({ id }) => header.indexOf(id));
  return rows.flatMap((cells, row) =>
    columns.flatMap((column) => (/^\d/.test(cells[column] ?? "") ? [{ row, column }] : [])),
  );
}

const at = ({ rows }: Grid, { row, column }: Spot): string => rows[row]?.[column] ?? "";

const nameOf = ({ table, header, rows }: Grid, { row, column }: Spot): string =>
  `${table.id}, ${rows[row]?.[0]}, ${header[column]}`;

function written({ table, header }: Grid, rows: Grid["rows"], what: string): SourceFault {
  const text = [header, ...rows].map((cells) => cells.join(",")).join("\n");
  return { what, files: new Map([[table.file, `${text}\n`]]) };
}

function replaced(grid: Grid, spots: readonly (Spot & { readonly by: string })[]): Grid["rows"] {
  return grid.rows.map((cells, row) =>
    cells.map((cell, column) => spots.find((spot) => spot.row === row && spot.column === column)?.by ?? cell),
  );
}

/** A kind that works on one table with numbers, a larger one more often. */
function inTable(name: string, make: (grid: Grid, spot: Spot, random: Random) => SourceFault | null) {
  return {
    name,
    make: (sound: SoundSources, random: Random) => {
      const grids = [...sound.report.tables.values()].map((table) => gridOf(sound, table));
      const chosen = random.pick(grids.flatMap((grid) => filled(grid).map((spot) => ({ grid, spot }))));
      return chosen ? make(chosen.grid, chosen.spot, random) : null;
    },
  } satisfies SourceKind;
}

const inCell = (name: string, spoil: (text: string, random: Random) => string | null): SourceKind =>
  inTable(name, (grid, spot, random) => {
    const before = at(grid, spot);
    const by = spoil(before, random);
    if (by === null) return null;
    const what = `${nameOf(grid, spot)}: ${before} → ${by === "" ? "empty" : by}`;
    return written(grid, replaced(grid, [{ ...spot, by }]), what);
  });

const swapping = (name: string, along: "row" | "column"): SourceKind =>
  inTable(name, (grid, spot, random) => {
    const other = random.pick(filled(grid).filter((candidate) => candidate[along] === spot[along]));
    if (!other || at(grid, other) === at(grid, spot)) return null;
    const [left, right] = [at(grid, spot), at(grid, other)];
    const rows = replaced(grid, [
      { ...spot, by: right },
      { ...other, by: left },
    ]);
    return written(grid, rows, `${nameOf(grid, spot)} (${left}) ↔ ${nameOf(grid, other)} (${right})`);
  });

const moved = inTable("a row moved", (grid, { row }, random) => {
  const rest = grid.rows.filter((_, index) => index !== row);
  const to = random.below(grid.rows.length);
  const cells = grid.rows[row];
  if (!cells || to === row) return null;
  return written(
    grid,
    rest.toSpliced(to, 0, cells),
    `${grid.table.id}, ${cells[0]}: row ${row + 1} → ${to + 1}`,
  );
});

const duplicated = inTable("a row duplicated", (grid, { row }) => {
  const cells = grid.rows[row] ?? [];
  return written(grid, grid.rows.toSpliced(row, 0, cells), `${grid.table.id}, ${cells[0]}: twice`);
});

const deleted = inTable("a row deleted", (grid, { row }) =>
  written(grid, grid.rows.toSpliced(row, 1), `${grid.table.id}, ${grid.rows[row]?.[0]}: gone`),
);

/** As when a spreadsheet sorts one column alone. */
const renamed = inTable("the names of two rows swapped", (grid, { row }, random) => {
  const other = random.below(grid.rows.length);
  const [left = "", right = ""] = [grid.rows[row]?.[0], grid.rows[other]?.[0]];
  if (left === right) return null;
  const rows = replaced(grid, [
    { row, column: 0, by: right },
    { row: other, column: 0, by: left },
  ]);
  return written(grid, rows, `${grid.table.id}: ${left} ↔ ${right}`);
});

/** Faults in the CSV files. */
export const TABLE_KINDS: readonly SourceKind[] = [
  ...Object.entries(DIGIT_FAULTS).map(([name, spoil]) => inCell(name, spoil)),
  inCell("a minus put before", (text) => (Number(text) === 0 ? null : `-${text}`)),
  inCell("a cell emptied", () => ""),
  swapping("two cells of a row swapped", "row"),
  swapping("two cells of a column swapped", "column"),
  moved,
  duplicated,
  deleted,
  renamed,
];
