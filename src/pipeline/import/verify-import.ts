import { check } from "../../check/check.ts";
import { writtenValue } from "../../model/released.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { INDICATORS } from "../../open-data/indicators.ts";
import type { CellChange } from "./change.ts";
import type { EditedFile } from "./edited-files.ts";

/**
 * Reads the edited files as a build would and compares every changed figure: what is to be written must read as what was shown. Throws when
 * it does not, since that is a mistake of ours. Whether the new figures add up is for `whitepaper check` to say.
 */
export function verifyImport(
  sources: Sources,
  changes: readonly CellChange[],
  files: readonly EditedFile[],
): void {
  const edited = new Map(sources.files);
  for (const { path, is } of files) edited.set(path, { path, text: is.replace(/^\ufeff/, "") });
  const { report } = check({ ...sources, files: edited });
  if (!report) return;
  for (const change of changes) {
    const read = valueIn(report, change);
    if (read !== null && read !== change.is)
      throw new Error(
        `${change.table}.${change.row}.${change.column} would read “${read}”, not “${change.is}”.`,
      );
  }
}

/** The value of a changed figure; null for what is no value. */
function valueIn({ figures, tables }: Report, { table, row, column }: CellChange): string | null {
  const isValue =
    table === INDICATORS && column === "value"
      ? true
      : (tables.get(table)?.columns.some(({ id }) => id === column) ?? false);
  const figure = figures.get(table === INDICATORS ? row : `${table}.${row}.${column}`);
  return isValue && figure ? (writtenValue(figure) ?? "") : null;
}
