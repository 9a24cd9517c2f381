import { z } from "zod";
import type { ChartSpec } from "../../../model/report.ts";
import type { ChartContents, Named } from "./entries.ts";
import { centre, gapBetween, joined, type Piece, runsOf } from "./pieces.ts";

/** What a chart calls its bars by, and the panels in which they stand. */
export interface Axes {
  readonly categories: readonly Named[];
  /** Empty when there is one column only. */
  readonly panels: readonly Named[];
  /** Whether each column has a panel, and the panels stand side by side; else colours may tell the columns apart. */
  readonly sideBySide: boolean;
}

const channel = z.object({ column: z.looseObject({}) });
const facetSchema = z.union([z.object({ facet: channel }), z.object({ encoding: channel })]);

/** The rows name the bars and the columns the panels; of a single row the columns name the bars. */
export function axesOf({ rows, columns }: ChartContents, { spec }: Pick<ChartSpec, "spec">): Axes {
  const sideBySide = facetSchema.safeParse(spec).success;
  if (rows.length === 1 && columns.length > 1) return { categories: columns, panels: [], sideBySide };
  return { categories: rows, panels: columns.length > 1 ? columns : [], sideBySide };
}

/** A name of an axis where it stands. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Where the names of a drawing stand, and what is left of it. */
export interface Layout {
  readonly categories: readonly Standing[];
  readonly panels: readonly Standing[];
  /** Whether the bars stand upright, named along one baseline; else each name shares its bar's baseline. */
  readonly upright: boolean;
  readonly sideBySide: boolean;
  readonly rest: readonly Piece[];
}

/** Finds the names of a chart's rows, columns and panels among the texts of its drawing. */
export function layoutOf({ categories, panels, sideBySide }: Axes, pieces: readonly Piece[]): Layout {
  const used = new Set<Piece>();
  const titles = panels.map((panel) => standing(panel, runsOf(panel.name, pieces), used));
  const free = pieces.filter((piece) => !used.has(piece));
  const runs = categories.map(({ name }) => runsOf(name, free));
  const sure = runs.flatMap((found) => (found.length === 1 && found[0] ? [joined(found[0])] : []));
  const upright = sure.length > 1 && sameBaseline(sure);
  const named = categories.map((category, index) => {
    const found = runs[index] ?? [];
    // A value may look like a name: the year 2012. The names stand in line.
    const inLine = found.filter((run) => onAxis(joined(run), sure, upright));
    return standing(category, found.length > 1 && inLine.length > 0 ? inLine : found, used);
  });
  return {
    categories: named,
    panels: titles,
    upright,
    sideBySide,
    rest: pieces.filter((piece) => !used.has(piece)),
  };
}

function standing({ id, name }: Named, runs: readonly Piece[][], used: Set<Piece>): Standing {
  for (const piece of runs.flat()) used.add(piece);
  return { id, name, pieces: runs.map(joined) };
}

function sameBaseline(pieces: readonly Piece[]): boolean {
  const heights = pieces.map(({ baseline }) => baseline);
  return Math.max(...heights) - Math.min(...heights) < (pieces[0]?.size ?? 0) / 2;
}

/** Whether a piece stands in line with the names of the bars. */
export function onAxis(piece: Piece, names: readonly Piece[], upright: boolean): boolean {
  return names.some((name) =>
    upright
      ? Math.abs(name.baseline - piece.baseline) < piece.size / 2
      : Math.abs(name.left - piece.left) < 1 || Math.abs(name.right - piece.right) < 1,
  );
}

/** How far a piece stands from a bar's name, across the bars. */
export function distance(piece: Piece, name: Piece, upright: boolean): number {
  return Math.abs(upright ? centre(piece) - centre(name) : piece.baseline - name.baseline);
}

/** To which bar of which panel a piece belongs; the panel is null when the place does not tell. */
export interface Slot {
  readonly category: string;
  readonly panel: string | null;
}

/** The bar whose name is nearest, and the panel whose title is. */
export function slotOf(piece: Piece, layout: Layout): Slot | null {
  const { categories, upright } = layout;
  const names = categories.flatMap(({ id, pieces }) => pieces.map((name, index) => ({ id, name, index })));
  const nearest = least(names, ({ name }) => distance(piece, name, upright));
  if (!nearest) return null;
  const repeated = categories.every(({ pieces }) => pieces.length > 1);
  const panel = repeated ? inOrder(nearest, layout) : panelOf(piece, layout);
  return { category: nearest.id, panel };
}

/** Names that stand once in each panel, and the panels' titles, come in the same order. */
function inOrder({ id, name }: { readonly id: string; readonly name: Piece }, layout: Layout): string | null {
  const { categories, panels, upright } = layout;
  const order = (a: Piece, b: Piece) => (upright ? a.left - b.left : b.baseline - a.baseline);
  const names = [...(categories.find((one) => one.id === id)?.pieces ?? [])].sort(order);
  const titles = panels.flatMap((panel) => panel.pieces.map((piece) => ({ id: panel.id, piece })));
  return titles.sort((a, b) => order(a.piece, b.piece))[names.indexOf(name)]?.id ?? null;
}

/** The panel whose title is nearest, where lying bars stand in panels side by side; else null. */
export function panelOf(piece: Piece, { panels, upright, sideBySide }: Layout): string | null {
  if (upright || !sideBySide) return null;
  const titles = panels.flatMap(({ id, pieces }) => pieces.map((title) => ({ id, title })));
  return least(titles, ({ title }) => gapBetween(piece, title))?.id ?? null;
}

function least<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || measure(item) < measure(best) ? item : best),
    undefined,
  );
}
