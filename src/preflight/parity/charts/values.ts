import { type ChartContents, type ChartEntry, figuresOf, statedBy } from "./entries.ts";
import { type Layout, type Slot, slotOf } from "./layout.ts";
import type { Problem } from "./names.ts";
import type { ValuePiece } from "./pieces.ts";

/** What must stand at one bar, and what does. */
interface Cell {
  readonly name: string;
  readonly entries: readonly ChartEntry[];
  readonly found: readonly ValuePiece[];
}

/** Holds the values at each bar against its row's figures. */
export function valueProblems(
  contents: ChartContents,
  layout: Layout,
  values: readonly ValuePiece[],
): Problem[] {
  const slots = values.map((value) => ({ value, slot: slotOf(value, layout) }));
  const told = slots.every(({ slot }) => slot?.panel != null);
  const cells = cellsOf(contents, layout, told && layout.panels.length > 0, slots);
  const problems = cells.flatMap(cellProblems);
  return problems.length > 0 ? problems : orderProblems(cells, layout);
}

type Placed = { readonly value: ValuePiece; readonly slot: Slot | null };

/** One cell for each bar: of a row in a panel, or of the row where panels are not told apart. */
function cellsOf(
  { entries, rows }: ChartContents,
  { categories }: Layout,
  inPanels: boolean,
  placed: readonly Placed[],
): Cell[] {
  const byColumn = categories.length !== rows.length || categories.some(({ id }, i) => id !== rows[i]?.id);
  const slotOfEntry = ({ row, column }: ChartEntry): Slot =>
    byColumn
      ? { category: column.id, panel: null }
      : { category: row.id, panel: inPanels ? column.id : null };
  const groups = Map.groupBy(entries, (entry) => keyOf(slotOfEntry(entry), inPanels));
  return [...groups].map(([key, group]) => ({
    name: nameOf(group, byColumn, inPanels),
    entries: group,
    found: placed.flatMap(({ value, slot }) => (slot && keyOf(slot, inPanels) === key ? [value] : [])),
  }));
}

const keyOf = ({ category, panel }: Slot, inPanels: boolean): string =>
  JSON.stringify([category, inPanels ? panel : null]);

function nameOf([entry]: readonly ChartEntry[], byColumn: boolean, inPanels: boolean): string {
  if (!entry) return "";
  if (byColumn) return entry.column.name;
  return inPanels ? `${entry.row.name} (${entry.column.name})` : entry.row.name;
}

function cellProblems({ name, entries, found }: Cell): Problem[] {
  const extra = [...found];
  const missing = entries.flatMap(figuresOf).filter((figure) => {
    const at = extra.findIndex(({ stated }) => stated === statedBy(figure));
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const lacking = missing.map((figure): Problem => {
    const wanted = `${figure.ref} (${statedBy(figure)})`;
    // Of two figures of a bar one is a percentage.
    const alike = extra.findIndex(({ stated }) => isPercent(stated) === isPercent(statedBy(figure)));
    const [instead] = extra.splice(Math.max(alike, 0), 1);
    return instead
      ? { code: "figure-differs", message: `shows “${instead.text.trim()}” at ${name}, expected ${wanted}` }
      : { code: "figure-missing", message: `does not show ${wanted} at ${name}` };
  });
  const further = extra.map(
    ({ text }): Problem => ({
      code: "figure-extra",
      message: `shows “${text.trim()}” at ${name}, which is none of its figures`,
    }),
  );
  return [...lacking, ...further];
}

const isPercent = (stated: string): boolean => stated.endsWith("%");

/** A figure and the one beside it stand in the same order at all bars: where they do not, they have changed places. */
function orderProblems(cells: readonly Cell[], { upright }: Layout): Problem[] {
  const at = ({ left, baseline }: ValuePiece) => (upright ? -baseline : left);
  const pairs = cells.flatMap(({ name, entries, found }) => {
    const [entry] = entries;
    if (entries.length !== 1 || !entry?.figure || !entry.beside) return [];
    const [own, beside] = [statedBy(entry.figure), statedBy(entry.beside)];
    const first = found.find(({ stated }) => stated === own);
    const second = found.find(({ stated }) => stated === beside);
    return first && second && own !== beside ? [{ name, first, second, ahead: at(first) < at(second) }] : [];
  });
  const mostly = pairs.filter(({ ahead }) => ahead).length * 2 >= pairs.length;
  return pairs
    .filter(({ ahead }) => ahead !== mostly)
    .map(({ name, first, second }) => ({
      code: "figure-differs",
      message: `shows “${second.text.trim()}” at ${name} where “${first.text.trim()}” should stand, and the other way round`,
    }));
}
