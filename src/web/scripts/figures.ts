import { formatFigure } from "../../language/formats/format.ts";
import type { Figure, Status } from "../../model/figure.ts";
import type { Report, Table } from "../../model/report.ts";
import { columnLabel, printed } from "../parts/chart-data.ts";
import type { WebContext } from "../request.ts";

/** Name of a figure (empty for one that no table holds), value with its unit, status, id of the source. */
type Told = readonly [name: string, value: string, status: Status, source: string];

const STATUSES: readonly Status[] = ["normal", "provisional", "estimated", "missing", "not-applicable"];

/** `figures.js`: what a reader is told of each figure that the pages show; `shown` are their references. */
export function figureScript(shown: ReadonlySet<string>, context: WebContext): string {
  const { report, label } = context;
  const cells = namesOfCells(context);
  const figures = [...shown].sort().flatMap((ref) => {
    const figure = report.figures.get(ref);
    if (!figure) return [];
    const told: Told = [cells.get(ref) ?? "", valueWithUnit(figure, context), figure.status, figure.source];
    return [[ref, told] as const];
  });
  const content = {
    statuses: Object.fromEntries(STATUSES.map((status) => [status, label(`web.status.${status}`)])),
    sources: Object.fromEntries([...report.sources.values()].map(({ id, title }) => [id, title])),
    figures: Object.fromEntries(figures),
  };
  return `globalThis.whitepaperFigures=${JSON.stringify(content)};\n`;
}

/** “Nanjing – Enterprises” by the reference of each cell. */
function namesOfCells(context: WebContext): Map<string, string> {
  const { report, edition } = context;
  const separator = edition.locale.texts.get("labels.corrections.separator")?.template ?? " – ";
  return new Map(
    [...report.tables.values()].flatMap((table) => {
      const labels = new Map(table.columns.map(({ id }) => [id, columnLabel(table, id, context)]));
      return cellsOf(table, context).map(
        ({ ref, row, column }) => [ref, [row, labels.get(column) ?? column].join(separator)] as const,
      );
    }),
  );
}

function cellsOf(table: Table, { edition }: Pick<WebContext, "edition">) {
  const view = edition.tables.get(table.id);
  return table.rows.flatMap((row) => {
    const label = view?.rows.find(({ code }) => code === row.code)?.label ?? row.code;
    return [...row.cells].map(([column, { ref }]) => ({ ref, row: label, column }));
  });
}

/** A figure's exact value with its unit: “582,891 pieces”, “−3.51%”, “RMB 28.645 billion”. */
export function valueWithUnit(
  figure: Figure,
  { edition, report }: { readonly edition: WebContext["edition"]; readonly report: Pick<Report, "units"> },
): string {
  const { locale, language } = edition;
  const { words, texts } = locale;
  const { kind, id } = figure.unit;
  if (figure.value === null)
    return figure.date === null
      ? figure.status === "not-applicable"
        ? words.notApplicable
        : words.missing
      : printed(figure, edition);
  if (kind === "percent" || kind === "money") return formatFigure(figure, kind, words, language);
  if (kind === "count" && words.units[id] && report.units.has(id))
    return formatFigure(figure, "measure", words, language);
  const unit = texts.get(`units.${id}`)?.template;
  return [printed(figure, edition), unit].filter(Boolean).join(" ");
}
