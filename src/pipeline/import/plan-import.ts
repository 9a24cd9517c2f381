import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { DERIVED, INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { baselineFingerprint, baselineOf, type EditableTable } from "../../workbook/editable-table.ts";
import type { ReadSheet, ReadWorkbook } from "../../workbook/read/read-workbook.ts";
import { sheetNames } from "../../workbook/sheet-names.ts";
import { editableTables } from "../data/editable-tables.ts";
import type { CellChange, SheetReading } from "./change.ts";
import { type EditedFile, editedFiles } from "./edited-files.ts";
import { readIndicatorSheet } from "./indicator-sheet.ts";
import { MESSAGES } from "./messages.ts";
import { readTableSheet } from "./table-sheet.ts";

/** What an import is planned from. */
export interface ImportRequest {
  /** Path of the workbook, as it is told to people. */
  readonly file: string;
  readonly workbook: ReadWorkbook;
  readonly report: Report;
  readonly sources: Sources;
  /** A file's text as it stands on disk, with its byte order mark. */
  readonly textOf: (path: string) => string;
}

/** What an import would do. */
export interface ImportPlan {
  readonly changes: readonly CellChange[];
  /** The files as they would be; none when there are errors. */
  readonly files: readonly EditedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The workbook is older than data that it would change: a person has to look. */
  readonly stale: boolean;
}

/** Compares a workbook with the report's data, cell by cell. It plans all or nothing: with errors there are no files. */
export function planImport(request: ImportRequest): ImportPlan {
  const { file, workbook, report } = request;
  const tables = editableTables(request.sources, report);
  const names = sheetNames(tables.map(({ table }) => table.id));
  const diagnostics: Diagnostic[] = sheetProblems(request, names);
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.trim().toLowerCase(), sheet]));
  const sourceIds = [...report.sources.keys()];
  const readings = tables.flatMap((editable) => {
    const sheet = sheets.get((names.get(editable.table.id) ?? "").toLowerCase());
    return sheet ? [readTableSheet({ file, sheet, editable, sources: sourceIds })] : [];
  });
  const indicators = sheets.get(INDICATORS);
  if (indicators)
    readings.push(
      readIndicatorSheet({ file, sheet: indicators, figures: indicatorFigures(report), sources: sourceIds }),
    );
  return planned(request, readings, { tables, names, diagnostics });
}

interface Known {
  readonly tables: readonly EditableTable[];
  readonly names: ReadonlyMap<string, string>;
  readonly diagnostics: Diagnostic[];
}

function planned(request: ImportRequest, readings: readonly SheetReading[], known: Known): ImportPlan {
  const { diagnostics } = known;
  diagnostics.push(...readings.flatMap((reading) => reading.diagnostics));
  const changes = readings.flatMap((reading) => reading.changes);
  const stale = staleTables(request, changes, known);
  diagnostics.push(...stale);
  if (hasErrors(diagnostics)) return { changes, files: [], diagnostics, stale: stale.length > 0 };
  const files = editedFiles({ ...request, changes }, diagnostics);
  return { changes, files: hasErrors(diagnostics) ? [] : files, diagnostics, stale: stale.length > 0 };
}

/** Sheets that are unknown, hidden or not there. */
function sheetProblems(
  { file, workbook, report }: ImportRequest,
  names: ReadonlyMap<string, string>,
): Diagnostic[] {
  const data = [...names.values(), ...(report.indicators.length > 0 ? [INDICATORS] : [])];
  const wanted = new Set(data.map((name) => name.toLowerCase()));
  const aside = new Set([DERIVED, ...asideNames(report)].map((name) => name.toLowerCase()));
  const present = workbook.sheets.map(({ name }) => name.trim().toLowerCase());
  if (!present.some((name) => wanted.has(name))) return [MESSAGES.noSheets({ file }, data)];
  return [
    ...workbook.sheets.flatMap((sheet) => {
      const name = sheet.name.trim().toLowerCase();
      const place = { file, path: `${sheet.name}!A1` };
      if (wanted.has(name)) return sheet.hidden ? [MESSAGES.hiddenSheet(place, sheet.name)] : [];
      return aside.has(name) || isEmpty(sheet) ? [] : [MESSAGES.extraSheet(place, sheet.name, data)];
    }),
    ...data
      .filter((name) => !present.includes(name.toLowerCase()))
      .map((name) => MESSAGES.missingSheet({ file }, name)),
  ];
}

/** Names of the sheets with contents, columns and notes, in every language. */
function asideNames({ locales }: Report): string[] {
  return [...locales.values()].flatMap(({ texts }) =>
    ["contents", "columns", "notes"].flatMap((name) => texts.get(`data.sheets.${name}`)?.template ?? []),
  );
}

function isEmpty({ rows }: ReadSheet): boolean {
  return rows.every((row) => row.every(({ content }) => content.kind === "empty"));
}

/** Tables that would be changed by a workbook that was made from other data than there are now. */
function staleTables(
  { file, workbook }: ImportRequest,
  changes: readonly CellChange[],
  { tables, names }: Known,
): Diagnostic[] {
  const changed = new Set(changes.map(({ table }) => table));
  return tables.flatMap((editable) => {
    const { id } = editable.table;
    const madeFrom = workbook.fingerprints.get(id);
    if (!changed.has(id) || madeFrom === undefined) return [];
    if (madeFrom === baselineFingerprint(baselineOf(editable))) return [];
    return [MESSAGES.staleTable({ file, path: `${names.get(id)}!A1` }, id)];
  });
}
