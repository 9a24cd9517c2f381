import { bindingOf, figureRef, rowsOf } from "../../model/chart-binding.ts";
import type { ChartView, ResolvedText } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { plainText } from "../../model/inline.ts";
import type { ChartSpec, Report } from "../../model/report.ts";
import type { FoundBlock } from "../reading/found-blocks.ts";
import type { Pair } from "../text/compare.ts";
import { ownValue, type ParityContext, type ProvenFigure } from "./prose.ts";

/** A chart of one edition, and what it draws. */
export interface ChartSource {
  readonly view: ChartView;
  readonly spec: ChartSpec;
  readonly report: Pick<Report, "tables" | "figures">;
  readonly texts: ReadonlyMap<string, ResolvedText>;
}

/** The figures that stand in a chart. */
export interface ChartFigures {
  /** Those of its rows and columns, and the ones beside them: each must be drawn. */
  readonly drawn: readonly Figure[];
  /** The wholes that its columns are compared with: they may be drawn, or stand in its alternative text only. */
  readonly wholes: readonly Figure[];
}

/** The figures of a chart, from its binding and the report's data. */
export function chartFigures({ spec, report }: Pick<ChartSource, "spec" | "report">): ChartFigures {
  const table = report.tables.get(spec.table);
  if (!table) return { drawn: [], wholes: [] };
  const { beside, reference } = bindingOf(spec);
  const rows = rowsOf(spec, table);
  const drawn = rows.flatMap(({ cells }) => spec.columns.map((column) => cells.get(column)));
  const besides = rows.flatMap(({ code }) =>
    spec.columns.map((column) =>
      beside === null ? undefined : report.figures.get(figureRef(beside, { row: code, column })),
    ),
  );
  const wholes = spec.columns.map((column) =>
    reference === null ? undefined : report.figures.get(figureRef(reference.figure, { column })),
  );
  return { drawn: valued([...drawn, ...besides]), wholes: valued(wholes) };
}

function valued(figures: readonly (Figure | undefined)[]): Figure[] {
  return figures.flatMap((figure) => (figure && ownValue(figure) !== "" ? [figure] : []));
}

/**
 * Proves that the labels of a chart are the figures of its rows, each as often as it is drawn, and that no other number stands in it but
 * those of its rows’ names. Null if they are not.
 */
export function proveChart(
  { expected, found }: Pair,
  source: ChartSource,
  context: ParityContext,
): ProvenFigure[] | null {
  const { drawn, wholes } = chartFigures(source);
  const labels = source.view.completeness === "none" ? [] : drawn;
  const rest = readLabels(found, context);
  const { key } = expected;
  const say = (code: string, message: string) =>
    context.complaints.error({ code, key, page: found.page, message });
  let sound = true;
  for (const figure of labels) {
    const at = rest.findIndex(({ value }) => value === ownValue(figure));
    if (at >= 0) rest.splice(at, 1);
    else {
      sound = false;
      say("figure-missing", `the chart ${source.view.id} does not show ${figure.ref} (${ownValue(figure)})`);
    }
  }
  const names = new Set([...wholes.map(ownValue), ...namesIn(source, context)]);
  for (const { value, text } of rest) {
    if (names.has(value)) continue;
    sound = false;
    say("figure-extra", `the chart ${source.view.id} shows “${text}”, which is none of its figures`);
  }
  return sound ? labels.map((figure) => ({ ref: figure.ref, value: ownValue(figure) })) : null;
}

interface Label {
  readonly value: string;
  readonly text: string;
}

/** The numbers of a chart, label by label. */
function readLabels({ lines }: FoundBlock, { read }: ParityContext): Label[] {
  return lines.flatMap(({ line }) => numbersOf(line.text, read));
}

function numbersOf(text: string, read: ParityContext["read"]): Label[] {
  if (!/\p{N}/u.test(text)) return [];
  const { numbers, text: shown } = read(text);
  return numbers.map((number) => ({
    value: number.kind === "date" ? number.date : number.value.toFixed(),
    text: shown.slice(number.start, number.end),
  }));
}

/** Numbers in the names of rows and columns: years. */
function namesIn({ view, spec, texts }: ChartSource, { read }: ParityContext): string[] {
  const columns = spec.columns.map((column) => texts.get(`exhibits.tables.${spec.table}.columns.${column}`));
  const names = [
    ...view.rows.map(({ label }) => label),
    ...columns.map((text) => plainText(text?.nodes ?? [])),
  ];
  return names.flatMap((name) => numbersOf(name, read).map(({ value }) => value));
}
