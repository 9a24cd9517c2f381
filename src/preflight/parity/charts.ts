import type { Pair } from "../text/compare.ts";
import { alternativeProblems } from "./charts/alternative.ts";
import { type ChartSource, chartContents, figuresOf } from "./charts/entries.ts";
import { axesOf, layoutOf } from "./charts/layout.ts";
import { nameProblems } from "./charts/names.ts";
import { noteProblems } from "./charts/notes.ts";
import { asValue, piecesOf } from "./charts/pieces.ts";
import { sequenceProblems } from "./charts/sequence.ts";
import { valueProblems } from "./charts/values.ts";
import { ownValue, type ParityContext, type ProvenFigure } from "./prose.ts";

/**
 * Proves a chart from where its texts stand: each row is named once, at each name stand the figures of its row (in the panel of their
 * column), no other number stands in the drawing, and its alternative text tells the same figures. Gives the figures shown, null if anything is wrong.
 */
export function proveChart(
  { expected, found }: Pair,
  source: ChartSource,
  { read, complaints }: ParityContext,
): ProvenFigure[] | null {
  const contents = chartContents(source);
  const { completeness, id, missing } = source.view;
  const empty = completeness === "none";
  const pieces = piecesOf(found);
  const axes = empty ? { categories: [], panels: [], sideBySide: false } : axesOf(contents, source.spec);
  const layout = layoutOf(axes, pieces);
  const rest = layout.rest.map((piece) => ({ piece, value: empty ? null : asValue(piece, read) }));
  const values = rest.flatMap(({ value }) => value ?? []);
  const texts = rest.flatMap(({ piece, value }) => (value === null ? [piece] : []));
  const named = empty ? contents.columns.map(({ name }) => name) : missing;
  const misnamed = nameProblems(layout, contents, values, pieces);
  // Without its name no value can be told from another.
  const misplaced =
    empty || misnamed.length > 0
      ? []
      : [...valueProblems(contents, layout, values), ...sequenceProblems(layout, contents, source.spec)];
  const problems = [
    ...misnamed,
    ...misplaced,
    ...noteProblems({ contents, layout, texts, named, read }),
    ...alternativeProblems(found.element.alt, contents, source, read),
  ];
  const { key } = expected;
  for (const { code, message } of problems)
    complaints.error({ code, key, page: found.page, message: `the chart ${id} ${message}` });
  if (problems.length > 0) return null;
  const figures = empty ? [] : contents.entries.flatMap(figuresOf);
  return figures.map((figure) => ({ ref: figure.ref, value: ownValue(figure) }));
}
