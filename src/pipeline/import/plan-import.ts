import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { DERIVED, INDICATORS, indicatorFigures } from "../../open-data/indicators.ts";
import { asideFingerprint } from "../../workbook/aside.ts";
import { ASIDE } from "../../workbook/properties.ts";
import type { ReadSheet, ReadWorkbook } from "../../workbook/read/read-workbook.ts";
import { sheetNames } from "../../workbook/sheet-names.ts";
import { editableTables } from "../data/editable-tables.ts";
import type { CellChange, SheetReading } from "./change.ts";
import { type EditedFile, editedFiles } from "./edited-files.ts";
import { readIndicatorSheet } from "./indicator-sheet.ts";
import { MESSAGES } from "./messages.ts";
import { sinceMade } from "./since-made.ts";
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
  /** It would change data that have changed since the workbook was made: a person has to look. */
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
  return planned(request, readings, diagnostics);
}

function planned(
  request: ImportRequest,
  readings: readonly SheetReading[],
  diagnostics: Diagnostic[],
): ImportPlan {
  const { file, workbook } = request;
  diagnostics.push(...readings.flatMap((reading) => reading.diagnostics));
  const differences = readings.flatMap((reading) => reading.changes);
  const { edited: changes, both } = sinceMade(differences, workbook.madeFrom);
  diagnostics.push(...both.map((change) => MESSAGES.changedTwice(file, change)));
  const stale = both.length > 0;
  if (hasErrors(diagnostics)) return { changes, files: [], diagnostics, stale };
  diagnostics.push(...changedAsides(request));
  const files = editedFiles({ ...request, changes }, diagnostics);
  return { changes, files: hasErrors(diagnostics) ? [] : files, diagnostics, stale };
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

/** Sheets whose words were changed, which nobody would take over. Rows and columns that are wrong would change them, too. */
function changedAsides({ file, workbook }: ImportRequest): Diagnostic[] {
  const then = workbook.madeFrom.get(ASIDE);
  return workbook.sheets.flatMap((sheet) => {
    const before = then?.get(sheet.name)?.get("");
    const texts = sheet.rows.map((row) =>
      row.map(({ content }) => (content.kind === "text" ? content.text : "")),
    );
    return before === undefined || asideFingerprint(texts) === before
      ? []
      : [MESSAGES.changedAside({ file, path: `${sheet.name}!A1` }, sheet.name)];
  });
}

function isEmpty({ rows }: ReadSheet): boolean {
  return rows.every((row) => row.every(({ content }) => content.kind === "empty"));
}
