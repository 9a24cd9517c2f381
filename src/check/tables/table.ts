import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";
import type { Column, Dimension, Table } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { unread } from "../echoes.ts";
import { readCsv } from "../readers/csv.ts";
import type { Structure } from "../structure.ts";
import { undeclared } from "../undeclared.ts";
import { headerProblems } from "./header.ts";
import type { TableInput } from "./reading.ts";
import { readRows } from "./rows.ts";

export type { TableInput };

/** Reads every table that `report.yaml` declares. */
export function readTables(sources: Sources, structure: Structure, diagnostics: Diagnostic[]): Table[] {
  return Object.entries(structure.file.tables).flatMap(([id, input]) => {
    const path = `data/${sources.year}/${input.file ?? `tables/${id}.csv`}`;
    const table = readTable({ id, input, path, sources, structure }, diagnostics);
    if (!table) diagnostics.push(unread(path));
    return table ? [table] : [];
  });
}

interface Declaration {
  readonly id: string;
  readonly input: TableInput;
  readonly path: string;
  readonly sources: Sources;
  readonly structure: Structure;
}

function readTable(declaration: Declaration, diagnostics: Diagnostic[]): Table | null {
  const { id, input, path, sources, structure } = declaration;
  const at = (...fields: string[]) => structure.document.place(["tables", id, ...fields]);
  const dimension = dimensionOf(declaration, at, diagnostics);
  const columns = columnsOf(declaration, at, diagnostics);
  const file = sources.files.get(path);
  if (!file) diagnostics.push(noFile(path, sources, structure.document.key(["tables", id, "file"])));
  const csv = file ? readCsv(file, diagnostics) : null;
  if (!csv || dimension === undefined) return null;
  const problems = headerProblems(input, csv);
  diagnostics.push(...problems);
  if (problems.length > 0) return null;
  const rows = readRows({ id, input, structure, csv, dimension, columns, diagnostics });
  return { id, file: path, key: input.key.column, dimension: dimension?.id ?? null, columns, rows };
}

const NO_TABLES =
  "there are no tables at all: put their folder back; one that a symbolic link leads to is not read";

function noFile(path: string, { files, year }: Sources, place: Place): Diagnostic {
  const isFolder = [...files.keys()].some((name) => name.startsWith(`${path}/`));
  const tables = [...files.keys()].filter(
    (name) => name.startsWith(`data/${year}/`) && name.endsWith(".csv"),
  );
  return error({
    code: "no-table-file",
    message: isFolder ? `${path} is a folder, not a file` : `the file ${path} does not exist`,
    place,
    hints: tables.length > 0 ? suggest(path, tables) : [NO_TABLES],
  });
}

type At = (...fields: string[]) => Place;

/** The dimension of a table's key; null when the key is free, undefined when it cannot be told. */
function dimensionOf(
  { input, structure: { dimensions } }: Declaration,
  at: At,
  diagnostics: Diagnostic[],
): Dimension | null | undefined {
  const { key, attributes } = input;
  if (key.dimension === undefined) {
    if (Object.keys(attributes).length === 0) return null;
    diagnostics.push(noAttributes(at("attributes")));
    return undefined;
  }
  const dimension = dimensions.get(key.dimension);
  if (!dimension)
    diagnostics.push(undeclared("dimension", key.dimension, dimensions.keys(), at("key", "dimension")));
  return dimension;
}

function noAttributes(place: Place): Diagnostic {
  return error({
    code: "no-dimension",
    message: "attributes belong to the members of a dimension, and the key has none",
    place,
    hints: ["add key.dimension, or remove the attributes"],
  });
}

/** The columns whose units are known. */
function columnsOf(
  { input: { columns, source }, structure: { units, sources } }: Declaration,
  at: At,
  diagnostics: Diagnostic[],
): Column[] {
  if (!sources.has(source)) diagnostics.push(undeclared("source", source, sources.keys(), at("source")));
  const found = Object.entries(columns).flatMap(([id, column]) => {
    const unit = units.get(column.unit);
    if (!unit) diagnostics.push(undeclared("unit", column.unit, units.keys(), at("columns", id, "unit")));
    if (column.source !== undefined && !sources.has(column.source))
      diagnostics.push(undeclared("source", column.source, sources.keys(), at("columns", id, "source")));
    return unit ? [{ id, unit, group: column.group ?? null }] : [];
  });
  if (found.length < Object.keys(columns).length) diagnostics.push(unread(at("columns").file));
  return found;
}
