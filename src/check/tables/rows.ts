import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";
import type { Dimension, Member, Row } from "../../model/report.ts";
import { unread } from "../echoes.ts";
import type { Csv, CsvCell } from "../readers/csv.ts";
import { excerpt } from "../readers/excerpt.ts";
import { noValue } from "../values.ts";
import { readCell } from "./cells.ts";
import type { Reading } from "./reading.ts";
import { orderProblem } from "./row-order.ts";
import { type CellOf, readRowState } from "./row-state.ts";

/** Reads the rows of a table; a row whose key cannot be used is left out. */
export function readRows(reading: Reading): Row[] {
  const { csv, diagnostics } = reading;
  const rows = csv.rows.map((cells) => readRow(reading, cells));
  if (rows.length === 0) diagnostics.push(noRows(csv));
  const unique = withoutDuplicates(
    rows.filter((row) => row !== null),
    diagnostics,
  );
  if (unique.length === 0 || unique.length < rows.length) diagnostics.push(unread(csv.file));
  diagnostics.push(...orderProblem(unique, reading.dimension));
  return unique;
}

function noRows({ file }: Csv): Diagnostic {
  return error({
    code: "no-rows",
    message: "the table has a header and no rows",
    place: { file, line: 1 },
    hints: ["add a row for each key, with empty cells where there is no value"],
  });
}

function withoutDuplicates(rows: readonly Row[], diagnostics: Diagnostic[]): Row[] {
  const first = new Map<string, Place>();
  return rows.filter(({ code, place }) => {
    const before = first.get(code);
    if (before) diagnostics.push(duplicateRow(code, before, place));
    else first.set(code, place);
    return before === undefined;
  });
}

function duplicateRow(code: string, first: Place, place: Place): Diagnostic {
  return error({
    code: "duplicate-row",
    message: `the row “${code}” is there twice, first in line ${first.line}`,
    place,
    hints: ["keep one of the two"],
  });
}

function readRow(reading: Reading, cells: readonly CsvCell[]): Row | null {
  const { input, dimension, diagnostics } = reading;
  const cell = cellFinder(reading.csv, cells);
  const { text, place } = cell(input.key.column);
  const member = dimension && memberOf(dimension, text);
  if (text === "" || (dimension && !member)) {
    diagnostics.push(wrongKey(reading, text, place));
    return null;
  }
  if (member) diagnostics.push(...attributeProblems(reading, member, cell));
  const code = member?.code ?? text;
  const state = readRowState(reading, cell);
  const texts = reading.columns.map(({ id }) => cell(id));
  if (state.status !== null && state.status !== "missing" && texts.every((one) => one.text === "")) {
    const [firstCell] = texts;
    if (firstCell) diagnostics.push(noValue(firstCell.place));
  }
  const figures = reading.columns.map(
    (column) => [column.id, readCell({ reading, column, code, state }, cell(column.id))] as const,
  );
  return { code, member, place, cells: new Map(figures) };
}

function wrongKey({ input, dimension }: Reading, text: string, place: Place): Diagnostic {
  if (text === "")
    return error({
      code: "no-key",
      message: `the row does not say its ${input.key.column}`,
      place,
      hints: ["fill in the cell, or delete the row"],
    });
  const members = [...(dimension?.members.values() ?? [])];
  const names = members.flatMap(({ code, names: written }) => (written.length > 0 ? written : [code]));
  return error({
    code: `unknown-${dimension?.id}`,
    message: `there is no ${dimension?.id} “${excerpt(text)}”`,
    place,
    hints: suggest(text, names),
  });
}

function cellFinder(csv: Csv, cells: readonly CsvCell[]): CellOf {
  const index = new Map(csv.header.map(({ text }, position) => [text, position]));
  return (column) => cells[index.get(column) ?? -1] ?? { text: "", place: { file: csv.file } };
}

function memberOf({ members }: Dimension, text: string): Member | null {
  return members.get(text) ?? [...members.values()].find(({ names }) => names.includes(text)) ?? null;
}

/** Columns such as `type` and `subregion` repeat the dimension for the reader's sake; they may not contradict it. */
function attributeProblems({ input, dimension }: Reading, member: Member, cell: CellOf): Diagnostic[] {
  return Object.entries(input.attributes).flatMap(([column, attribute]) => {
    const { text, place } = cell(column);
    const declared = attribute === "kind" ? member.kind : (member.attributes.get(attribute) ?? "");
    const named = dimension && (memberOf(dimension, text)?.code ?? text);
    if (text === declared || named === declared) return [];
    return [
      error({
        code: "wrong-attribute",
        message: `${column}: expected ${declared === "" ? "nothing" : `“${declared}”`} for ${member.code}, found “${excerpt(text)}”`,
        place,
        hints: ["report.yaml says what each member is; mend the one that is wrong"],
      }),
    ];
  });
}
