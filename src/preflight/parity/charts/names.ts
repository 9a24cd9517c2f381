import { type ChartContents, statedBy } from "./entries.ts";
import { distance, type Layout, onAxis, type Standing } from "./layout.ts";
import type { Piece, ValuePiece } from "./pieces.ts";

/** What is wrong with a chart: a code, and words that follow “the chart X”. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** The names that do not stand once, or once in each panel; a name that another one has replaced is told by the value beside it. */
export function nameProblems(
  layout: Layout,
  contents: ChartContents,
  values: readonly ValuePiece[],
  texts: readonly Piece[],
): Problem[] {
  const { categories, panels } = layout;
  const perPanel = panels.length > 1 && categories.every(({ pieces }) => pieces.length === panels.length);
  return [
    ...panels.flatMap((panel) => problemOf(panel, 1, "")),
    ...categories.flatMap((category) =>
      problemOf(
        category,
        perPanel ? panels.length : 1,
        insteadOf(category, { layout, contents, values, texts }),
      ),
    ),
  ];
}

function problemOf({ name, pieces }: Standing, times: number, instead: string): Problem[] {
  if (pieces.length === times) return [];
  if (pieces.length > times)
    return [{ code: "label-doubled", message: `names “${name}” ${pieces.length} times, expected ${times}` }];
  return [{ code: "label-missing", message: `does not name “${name}”${instead}` }];
}

interface Search {
  readonly layout: Layout;
  readonly contents: ChartContents;
  readonly values: readonly ValuePiece[];
  readonly texts: readonly Piece[];
}

/** The text that stands at a value whose row is not named, where exactly one value is that row's. */
function insteadOf({ id }: Standing, { layout, contents, values, texts }: Search): string {
  const { categories, upright } = layout;
  const names = categories.flatMap(({ pieces }) => pieces);
  const entry = contents.entries.find(({ row, column }) => row.id === id || column.id === id);
  const wanted = entry?.figure ? statedBy(entry.figure) : "";
  const [value, other] = values.filter(({ stated }) => stated === wanted);
  if (!value || other) return "";
  const inLine = texts.filter((text) => text !== value && onAxis(text, names, upright));
  const [nearest] = inLine.sort((a, b) => distance(value, a, upright) - distance(value, b, upright));
  return nearest && distance(value, nearest, upright) < nearest.size
    ? `; “${nearest.text.trim()}” stands at its value ${value.text.trim()}`
    : "";
}
