import { formatFigure, isFormatName } from "../language/formats/format.ts";
import { formatCell } from "../language/formats/formatCell.ts";
import type { Edition, HeaderView, TableView } from "../model/edition.ts";
import type { Figure } from "../model/figure.ts";
import { plainText, printedFigures } from "../model/inline.ts";
import { SOURCE_LANGUAGE } from "../model/language.ts";
import { withValue } from "../model/released.ts";
import type { Report } from "../model/report.ts";
import type { Correction } from "../model/revision.ts";

/** One line of the corrections page, in the edition's language. */
export interface CorrectionView {
  /** Where the figure stands: a table's row and column, or a chapter's section. */
  readonly where: string;
  readonly was: string;
  readonly is: string;
  readonly reason: string;
}

/** The corrections that came with one revision. */
export interface CorrectedRevision {
  readonly revision: number;
  readonly date: string;
  readonly corrections: readonly CorrectionView[];
}

/** The corrections of every revision, the latest first, as the edition prints them. */
export function correctedRevisions(report: Report, edition: Edition): CorrectedRevision[] {
  const { corrections, released, date: current } = report.revisions;
  const numbers = [...new Set(corrections.map(({ revision }) => revision))].sort((a, b) => b - a);
  return numbers.map((revision) => {
    const own = corrections.filter((correction) => correction.revision === revision);
    // Only the revision that is being built is not released yet.
    const date = released[revision - 1]?.date ?? current ?? report.date;
    return { revision, date, corrections: own.map((correction) => view(correction, report, edition)) };
  });
}

function view(correction: Correction, { figures }: Report, edition: Edition): CorrectionView {
  const figure = figures.get(correction.figure);
  const reason = correction.reason.get(edition.language) ?? correction.reason.get(SOURCE_LANGUAGE) ?? "";
  if (!figure)
    return { where: correction.figure, was: correction.was ?? "", is: correction.is ?? "", reason };
  const print = printer(figure, edition);
  return { where: whereOf(figure, edition), was: print(correction.was), is: print(correction.is), reason };
}

/** Prints values of a figure as the edition shows the figure: in prose in its sentence's format, in a table as a cell. */
function printer(figure: Figure, edition: Edition): (written: string | null) => string {
  const { language, locale } = edition;
  const quoted = quoteOf(figure.ref, edition);
  return (written) => {
    const value = withValue(figure, written);
    if (quoted && isFormatName(quoted.format) && value.status !== "missing")
      return formatFigure(value, quoted.format, locale.words, language);
    return formatCell(value, language, locale.words);
  };
}

interface Quote {
  readonly key: string;
  readonly format: string;
}

/** The first text that prints a figure, unless the figure is a table's cell. */
function quoteOf(ref: string, edition: Edition): Quote | null {
  if (cellOf(ref, edition)) return null;
  for (const { key, nodes } of edition.texts.values()) {
    const found = printedFigures(nodes).find((node) => node.ref === ref);
    if (found) return { key, format: found.format };
  }
  return null;
}

function whereOf({ ref }: Figure, edition: Edition): string {
  const separator = edition.locale.texts.get("labels.corrections.separator")?.template ?? " – ";
  const cell = cellOf(ref, edition);
  if (cell) return cell.filter(Boolean).join(separator);
  const quote = quoteOf(ref, edition);
  const around = quote ? headings(quote.key, edition) : [];
  return around.length > 0 ? around.join(separator) : ref;
}

/** Title of the table, label of the row, label of the column. */
function cellOf(ref: string, edition: Edition): string[] | null {
  for (const table of edition.tables.values()) {
    const row = table.rows.find(({ cells }) => cells.some((cell) => cell.ref === ref));
    if (row)
      return [
        titleOf(table.title, edition),
        row.label,
        columnLabel(
          table,
          row.cells.findIndex((cell) => cell.ref === ref),
        ),
      ];
  }
  return null;
}

/** The label over a column of values; the second header row holds the labels of grouped columns, one group after the other. */
function columnLabel({ header: [first = [], second = []] }: TableView, column: number): string {
  const below = second.map(({ text }) => text);
  const isGroup = (cell: HeaderView) => second.length > 0 && cell.rows === 1;
  const labels = first
    .slice(1)
    .flatMap((cell) => (isGroup(cell) ? below.splice(0, cell.columns) : [cell.text]));
  return labels[column] ?? "";
}

/** Titles of the chapter and the sections around a text. */
function headings(key: string, edition: Edition): string[] {
  const parts = key.split(".").slice(0, -1);
  return parts.flatMap((_, index) => {
    const key = `${parts.slice(0, index + 1).join(".")}.title`;
    const title = key === REPORT_TITLE ? prefaceLabel(edition) : titleOf(key, edition);
    return title === "" ? [] : [title];
  });
}

/** Text key of the report's title; the chapter that holds it is called as a label says. */
const REPORT_TITLE = "preface.title";

function prefaceLabel({ locale }: Edition): string {
  return locale.texts.get("labels.preface")?.template ?? "";
}

function titleOf(key: string, { texts }: Edition): string {
  return plainText(texts.get(key)?.nodes ?? []);
}
