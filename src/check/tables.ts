import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Figure, Status } from "../model/figure.ts";
import { suggest } from "../model/nearest.ts";
import type { Column, Dimension, Member, Row, Table } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { notA, undeclared } from "./indicators.ts";
import { type Csv, type CsvCell, readCsv } from "./readers/csv.ts";
import type { ReportFile } from "./schemas/report.ts";
import { numberHints, readNumber } from "./schemas/scalars.ts";
import type { Structure } from "./structure.ts";

type TableInput = ReportFile["tables"][string];

/** What the reader of one table needs at every step. */
interface Reading {
  readonly id: string;
  readonly input: TableInput;
  readonly structure: Structure;
  readonly csv: Csv;
  readonly dimension: Dimension | null;
  readonly columns: readonly Column[];
  readonly diagnostics: Diagnostic[];
}

/** Reads every table that `report.yaml` declares. */
export function readTables(sources: Sources, structure: Structure, diagnostics: Diagnostic[]): Table[] {
  return Object.entries(structure.file.tables).flatMap(([id, input]) => {
    const table = readTable(sources, structure, { id, input }, diagnostics);
    return table ? [table] : [];
  });
}

function readTable(
  sources: Sources,
  structure: Structure,
  { id, input }: { id: string; input: TableInput },
  diagnostics: Diagnostic[],
): Table | null {
  const path = `data/${sources.year}/${input.file ?? `tables/${id}.csv`}`;
  const at = (...fields: string[]) => structure.document.place(["tables", id, ...fields]);
  const file = sources.files.get(path);
  if (!file) {
    const tables = [...sources.files.keys()].filter((name) => name.endsWith(".csv"));
    diagnostics.push(
      error({
        code: "no-table-file",
        message: `the file ${path} does not exist`,
        place: at("file"),
        hints: suggest(path, tables),
      }),
    );
    return null;
  }
  const dimension = dimensionOf(input, structure, at("key", "dimension"), diagnostics);
  const columns = columnsOf(input, structure, at, diagnostics);
  const csv = readCsv(file, diagnostics);
  if (!csv || dimension === undefined || !columns) return null;
  const reading: Reading = { id, input, structure, csv, dimension, columns, diagnostics };
  if (!headerIsRight(reading)) return null;
  const rows = readRows(reading);
  return { id, file: path, key: input.key.column, dimension: dimension?.id ?? null, columns, rows };
}

function dimensionOf(
  { key }: TableInput,
  { dimensions }: Structure,
  place: Place,
  diagnostics: Diagnostic[],
): Dimension | null | undefined {
  if (key.dimension === undefined) return null;
  const dimension = dimensions.get(key.dimension);
  if (!dimension) diagnostics.push(undeclared("dimension", key.dimension, dimensions.keys(), place));
  return dimension;
}

function columnsOf(
  { columns, source }: TableInput,
  { units, sources }: Structure,
  at: (...fields: string[]) => Place,
  diagnostics: Diagnostic[],
): Column[] | null {
  const before = diagnostics.length;
  if (!sources.has(source)) diagnostics.push(undeclared("source", source, sources.keys(), at("source")));
  const found = Object.entries(columns).flatMap(([id, column]) => {
    const unit = units.get(column.unit);
    if (!unit) diagnostics.push(undeclared("unit", column.unit, units.keys(), at("columns", id, "unit")));
    if (column.source !== undefined && !sources.has(column.source))
      diagnostics.push(undeclared("source", column.source, sources.keys(), at("columns", id, "source")));
    return unit ? [{ id, unit, group: column.group ?? null }] : [];
  });
  return diagnostics.length > before ? null : found;
}

function headerIsRight({ input, csv, diagnostics }: Reading): boolean {
  const wanted = [
    input.key.column,
    ...Object.keys(input.attributes),
    ...Object.values(input.row).filter((name) => name !== undefined),
    ...Object.keys(input.columns),
  ];
  const found = csv.header.map(({ text }) => text);
  const missing = wanted.filter((name) => !found.includes(name));
  const extra = csv.header.filter(({ text }) => !wanted.includes(text));
  const twice = csv.header.filter(({ text }, index) => found.indexOf(text) !== index);
  const [first] = csv.header;
  for (const name of missing)
    diagnostics.push(
      error({
        code: "missing-column",
        message: `the column “${name}” is missing`,
        place: first?.place,
        hints: suggest(
          name,
          extra.map(({ text }) => text),
        ),
      }),
    );
  for (const { text, place } of extra)
    diagnostics.push(
      error({
        code: "unknown-column",
        message: `there is no column “${text}” in report.yaml`,
        place,
        hints: suggest(text, missing),
      }),
    );
  for (const { text, place } of twice)
    diagnostics.push(
      error({ code: "duplicate-column", message: `the column “${text}” is there twice`, place }),
    );
  return missing.length + extra.length + twice.length === 0;
}

function readRows(reading: Reading): Row[] {
  const seen = new Map<string, Place>();
  return reading.csv.rows.flatMap((cells) => {
    const row = readRow(reading, cells);
    const first = row && seen.get(row.code);
    if (row && first)
      reading.diagnostics.push(
        error({
          code: "duplicate-row",
          message: `the row “${row.code}” is there twice, first in line ${first.line}`,
          place: row.place,
          hints: ["keep one of the two"],
        }),
      );
    if (row) seen.set(row.code, row.place);
    return row && !first ? [row] : [];
  });
}

function readRow(reading: Reading, cells: readonly CsvCell[]): Row | null {
  const cell = cellFinder(reading.csv, cells);
  const key = cell(reading.input.key.column);
  const member = reading.dimension && memberOf(reading.dimension, key.text);
  if (reading.dimension && !member) {
    const names = [...reading.dimension.members.values()].flatMap(({ names: written }) => written);
    reading.diagnostics.push(
      error({
        code: `unknown-${reading.dimension.id}`,
        message: `there is no ${reading.dimension.id} “${key.text}”`,
        place: key.place,
        hints: suggest(key.text, names),
      }),
    );
    return null;
  }
  if (member) checkAttributes(reading, member, cell);
  const code = member?.code ?? key.text;
  const state = rowState(reading, cell);
  const figures = reading.columns.map(
    (column) => [column.id, readCell({ reading, column, code, state }, cell(column.id))] as const,
  );
  return { code, member, place: key.place, cells: new Map(figures) };
}

type CellOf = (column: string) => CsvCell;

function cellFinder(csv: Csv, cells: readonly CsvCell[]): CellOf {
  const index = new Map(csv.header.map(({ text }, position) => [text, position]));
  return (column) => cells[index.get(column) ?? -1] ?? { text: "", place: { file: csv.file } };
}

function memberOf({ members }: Dimension, text: string): Member | null {
  return members.get(text) ?? [...members.values()].find(({ names }) => names.includes(text)) ?? null;
}

/** Columns such as `type` and `subregion` repeat the dimension for the reader's sake; they may not contradict it. */
function checkAttributes({ input, dimension, diagnostics }: Reading, member: Member, cell: CellOf): void {
  for (const [column, attribute] of Object.entries(input.attributes)) {
    const { text, place } = cell(column);
    const declared = attribute === "kind" ? member.kind : (member.attributes.get(attribute) ?? "");
    const named = dimension && (memberOf(dimension, text)?.code ?? text);
    if (text === declared || named === declared) continue;
    diagnostics.push(
      error({
        code: "wrong-attribute",
        message: `${column}: expected “${declared}” for ${member.code}, found “${text}”`,
        place,
        hints: ["report.yaml says what each member is; mend the one that is wrong"],
      }),
    );
  }
}

interface RowState {
  readonly status: Status | null;
  readonly source: string | null;
}

const STATUSES: readonly Status[] = ["normal", "provisional", "estimated", "missing"];

function rowState({ input, structure, diagnostics }: Reading, cell: CellOf): RowState {
  const status = input.row.status === undefined ? null : cell(input.row.status);
  const source = input.row.source === undefined ? null : cell(input.row.source);
  const known = STATUSES.find((name) => name === status?.text) ?? null;
  if (status && status.text !== "" && known === null)
    diagnostics.push(
      error({
        code: "unknown-status",
        message: `there is no status “${status.text}”`,
        place: status.place,
        hints: suggest(status.text, STATUSES),
      }),
    );
  if (source && source.text !== "" && !structure.sources.has(source.text))
    diagnostics.push(undeclared("source", source.text, structure.sources.keys(), source.place));
  return { status: known, source: source?.text || null };
}

interface CellReading {
  readonly reading: Reading;
  readonly column: Column;
  readonly code: string;
  readonly state: RowState;
}

function readCell({ reading, column, code, state }: CellReading, { text, place }: CsvCell): Figure {
  const declared = reading.input.columns[column.id];
  const source = state.source ?? declared?.source ?? reading.input.source;
  const ref = `${reading.id}.${code}.${column.id}`;
  const base = { ref, date: null, unit: column.unit, source, place: { ...place, path: ref } };
  if (text === "") {
    const status = state.status === "missing" ? "missing" : reading.input.blank;
    return { ...base, value: null, places: 0, status };
  }
  const number = readNumber(text);
  reading.diagnostics.push(...cellProblems(text, number?.places ?? null, declared?.places, place));
  return {
    ...base,
    value: number?.value ?? null,
    places: number?.places ?? 0,
    status: state.status ?? "normal",
  };
}

function cellProblems(
  text: string,
  places: number | null,
  wanted: number | undefined,
  place: Place,
): Diagnostic[] {
  if (places === null) return [notA("number", text, numberHints(text), place)];
  if (wanted === undefined || places === wanted) return [];
  return [
    error({
      code: "wrong-places",
      message: `expected ${wanted} decimal places, found ${places} in “${text}”`,
      place,
      hints: ["a spreadsheet may have dropped a zero at the end, or rounded"],
    }),
  ];
}
