import type { Figure } from "../../model/figure.ts";
import { withValue } from "../../model/released.ts";
import type { Locale, Report, Row, Table } from "../../model/report.ts";
import type { Revision } from "../../model/revision.ts";

/** The report as it was released: today's structure with the released values and texts. */
export function releasedReport(report: Report, revision: Revision): Report {
  const figures = new Map<string, Figure>();
  for (const [ref, figure] of report.figures) {
    const released = revision.figures.get(ref) ?? revision.derived.get(ref);
    figures.set(ref, released ? { ...withValue(figure, released.value), status: released.status } : figure);
  }
  const tables = [...report.tables].map(([id, table]) => [id, releasedTable(table, figures)] as const);
  const locales = [...report.locales].map(
    ([language, locale]) => [language, releasedLocale(locale, revision)] as const,
  );
  return { ...report, figures, tables: new Map(tables), locales: new Map(locales) };
}

function releasedTable(table: Table, figures: ReadonlyMap<string, Figure>): Table {
  const released = (row: Row): Row => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, figures.get(cell.ref) ?? cell])),
  });
  return { ...table, rows: table.rows.map(released) };
}

function releasedLocale(locale: Locale, { texts }: Revision): Locale {
  const released = texts.get(locale.language);
  if (!released) return locale;
  const before = [...locale.texts].map(
    ([key, text]) => [key, { ...text, template: released.get(key) ?? text.template }] as const,
  );
  return { ...locale, texts: new Map(before) };
}
