import { formatProblem, isFormatName } from "../../language/formats/format.ts";
import type { Figure } from "../../model/figure.ts";
import { type Placeholder, placeholders } from "../../model/placeholder.ts";
import { withValue } from "../../model/released.ts";
import type { Locale, Report, Row, Table } from "../../model/report.ts";
import type { ReleasedFigure, Revision } from "../../model/revision.ts";

/** The report as it was released: today's structure with the released values and texts. */
export function releasedReport(report: Report, revision: Revision): Report {
  const figures = releasedFigures(report, revision);
  const tables = [...report.tables].map(([id, table]) => [id, releasedTable(table, figures)] as const);
  const locales = [...report.locales].map(
    ([language, locale]) => [language, releasedLocale(locale, revision, figures)] as const,
  );
  return { ...report, figures, tables: new Map(tables), locales: new Map(locales) };
}

function releasedFigures({ figures, units }: Report, revision: Revision): Map<string, Figure> {
  const released = new Map([...revision.figures, ...revision.derived]);
  const now = [...figures].map(([ref, figure]) => {
    const was = released.get(ref);
    return [ref, was ? asReleased(figure, was, units) : figure] as const;
  });
  const gone = [...released].flatMap(([ref, was]) => {
    const unit = figures.has(ref) ? undefined : units.get(was.unit);
    if (!unit) return [];
    const bare: Figure = {
      ref,
      value: null,
      date: null,
      places: 0,
      unit,
      status: was.status,
      source: "",
      place: revision.place,
    };
    return [[ref, asReleased(bare, was, units)] as const];
  });
  return new Map([...now, ...gone]);
}

function asReleased(figure: Figure, { value, unit, status }: ReleasedFigure, units: Report["units"]): Figure {
  return { ...withValue({ ...figure, unit: units.get(unit) ?? figure.unit }, value), status };
}

function releasedTable(table: Table, figures: ReadonlyMap<string, Figure>): Table {
  const released = (row: Row): Row => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, figures.get(cell.ref) ?? cell])),
  });
  return { ...table, rows: table.rows.map(released) };
}

function releasedLocale(locale: Locale, { texts }: Revision, figures: ReadonlyMap<string, Figure>): Locale {
  const released = texts.get(locale.language);
  if (!released) return locale;
  const before = [...locale.texts].map(([key, text]) => {
    const template = released.get(key);
    return [
      key,
      template === undefined ? text : { ...text, template: printable(template, figures, locale) },
    ] as const;
  });
  return { ...locale, texts: new Map(before) };
}

/** A released text of which every placeholder can still be printed; what cannot stands as it was written, in round brackets. */
function printable(template: string, figures: ReadonlyMap<string, Figure>, locale: Locale): string {
  return placeholders(template)
    .filter((found) => !canPrint(found, figures, locale))
    .toReversed()
    .reduce(
      (text, { offset, source, ref }) =>
        `${text.slice(0, offset)}(${ref})${text.slice(offset + source.length)}`,
      template,
    );
}

function canPrint(
  { ref, format }: Placeholder,
  figures: ReadonlyMap<string, Figure>,
  { words }: Locale,
): boolean {
  const figure = figures.get(ref);
  return (
    figure !== undefined &&
    format !== null &&
    isFormatName(format) &&
    formatProblem(figure, format, words) === null
  );
}
