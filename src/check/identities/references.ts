import type Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import { suggest } from "../../model/nearest.ts";
import type { Column, Dimension, Member, Row, Table } from "../../model/report.ts";
import { readNumber } from "../schemas/scalars.ts";

/** What references may name. */
export interface FigureWorld {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
}

/** One operand of an identity: a figure, or a number written in the check. */
export interface Term {
  /** The figure's reference, or the number as written. */
  readonly ref: string;
  readonly figure: Figure | null;
  /** Null when the figure has no value. */
  readonly value: Big | null;
}

/** What a reference stands for, or why it stands for nothing. */
export type Resolved<T> =
  | { readonly ok: true; readonly found: readonly T[] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly hints: readonly string[];
    };

const found = <T>(items: readonly T[]): Resolved<T> => ({ ok: true, found: items });

const nothing = (
  code: string,
  message: string,
  hints: readonly string[],
): { ok: false; code: string; message: string; hints: readonly string[] } => ({
  ok: false,
  code,
  message,
  hints,
});

/** The operands that a reference stands for; `roles.ts` says how references are written. */
export function termsOf(reference: string, world: FigureWorld): Resolved<Term> {
  const figure = world.figures.get(reference);
  if (figure) return found([termOf(figure)]);
  const number = readNumber(reference);
  if (number) return found([{ ref: reference, figure: null, value: number.value }]);
  const [table, rows, columns, ...rest] = reference.split(".");
  const selected = world.tables.get(table ?? "");
  if (!selected || rows === undefined || columns === undefined || rest.length > 0)
    return nothing(
      "unknown-figure",
      `there is no figure “${reference}”`,
      suggest(reference, world.figures.keys()),
    );
  return cellsOf(selected, rows, columns);
}

/** A figure as an operand. */
export function termOf(figure: Figure): Term {
  return { ref: figure.ref, figure, value: figure.value };
}

function cellsOf(table: Table, rows: string, columns: string): Resolved<Term> {
  const chosenRows = chooseRows(table.id, table.rows, rows);
  if (!chosenRows.ok) return chosenRows;
  const chosenColumns = chooseColumns(table, columns);
  if (!chosenColumns.ok) return chosenColumns;
  const cells = chosenRows.found.flatMap(({ cells }) =>
    chosenColumns.found.flatMap(({ id }) => cells.get(id) ?? []),
  );
  return found(cells.map(termOf));
}

/** The codes of the rows or members that `table.rows` or `dimension.members` selects. */
export function codesOf(
  selection: string,
  { tables, dimensions }: Pick<FigureWorld, "tables" | "dimensions">,
): Resolved<string> {
  const [name = "", rows = "*"] = selection.split(".");
  const items = tables.get(name)?.rows ?? [...(dimensions.get(name)?.members.values() ?? [])].map(memberRow);
  if (items.length === 0)
    return nothing(
      "unknown-table",
      `there is no table or dimension “${name}”`,
      suggest(name, [...tables.keys(), ...dimensions.keys()]),
    );
  const chosen = chooseRows(name, items, rows);
  return chosen.ok ? found(chosen.found.map(({ code }) => code)) : chosen;
}

type RowLike = Pick<Row, "code" | "member">;

const memberRow = (member: Member): RowLike => ({ code: member.code, member });

function chooseRows<R extends RowLike>(table: string, rows: readonly R[], selector: string): Resolved<R> {
  const known = rows.map(({ code }) => code);
  const attribute = (row: R, name: string) =>
    name === "kind" ? row.member?.kind : row.member?.attributes.get(name);
  return choose({ items: rows, selector, known, idOf: ({ code }) => code, attribute }, (value) =>
    nothing("unknown-row", `${table} has no row “${value}”`, suggest(value, known)),
  );
}

function chooseColumns({ id: table, columns }: Table, selector: string): Resolved<Column> {
  const known = columns.map(({ id }) => id);
  const attribute = ({ group }: Column, name: string) => (name === "group" ? group : null);
  return choose({ items: columns, selector, known, idOf: ({ id }) => id, attribute }, (value) =>
    nothing("unknown-column", `${table} has no column “${value}”`, suggest(value, known)),
  );
}

interface Choice<T> {
  readonly items: readonly T[];
  readonly selector: string;
  readonly known: readonly string[];
  readonly idOf: (item: T) => string;
  readonly attribute: (item: T, name: string) => string | null | undefined;
}

/** Every value of a selector must choose something: a misspelt kind would otherwise quietly shrink a sum. */
function choose<T>(
  { items, selector, known, idOf, attribute }: Choice<T>,
  unknown: (value: string) => Resolved<T>,
): Resolved<T> {
  if (selector === "*") return found(items);
  const [name = "", written] = selector.split("=");
  const values = (written ?? name).split("|");
  const attributeOf = (item: T) => (written === undefined ? idOf(item) : attribute(item, name));
  const idle = values.find((value) => !items.some((item) => attributeOf(item) === value));
  if (idle !== undefined && written === undefined) return unknown(idle);
  if (idle !== undefined) {
    const others = new Set(items.flatMap((item) => attribute(item, name) ?? []));
    const hints = others.size > 0 ? suggest(idle, others) : suggest(name, known);
    return nothing("empty-selection", `${name}=${idle} selects nothing`, hints);
  }
  return found(items.filter((item) => values.includes(attributeOf(item) ?? "")));
}
