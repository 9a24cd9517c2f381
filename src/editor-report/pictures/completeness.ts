import type { Status } from "../../model/figure.ts";
import type { TableFact } from "../facts/facts.ts";
import { html, type Markup } from "../markup.ts";
import { counted } from "../words.ts";

const CELL = { width: 14, height: 7, gap: 2 } as const;

/** A table in small: a square for each cell, filled where there is a value. It has the table's rows and columns in their order. */
export function completenessPicture({ columns, rows }: TableFact): Markup {
  const width = columns.length * (CELL.width + CELL.gap) - CELL.gap;
  const height = rows.length * (CELL.height + CELL.gap) - CELL.gap;
  const cells = rows.flatMap(({ label, statuses }, y) =>
    statuses.map((status, x) => cell({ status, x, y, says: `${label}, ${columns[x]}: ${status}` })),
  );
  return html`<svg class="completeness" role="img" aria-label="${completenessText(rows)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${cells}</svg>`;
}

interface Cell {
  readonly status: Status;
  readonly x: number;
  readonly y: number;
  readonly says: string;
}

function cell({ status, x, y, says }: Cell): Markup {
  const left = x * (CELL.width + CELL.gap);
  const top = y * (CELL.height + CELL.gap);
  const title = html`<title>${says}</title>`;
  if (status === "missing")
    return html`<rect class="hollow" x="${left + 0.5}" y="${top + 0.5}" width="${CELL.width - 1}" height="${CELL.height - 1}">${title}</rect>`;
  if (status === "not-applicable")
    return html`<rect class="dash" x="${left + 3}" y="${top + 3}" width="${CELL.width - 6}" height="1">${title}</rect>`;
  return html`<rect class="filled ${status}" x="${left}" y="${top}" width="${CELL.width}" height="${CELL.height}">${title}</rect>`;
}

/** How complete a table is, in words. */
export function completenessText(rows: TableFact["rows"]): string {
  const statuses = rows.flatMap((row) => row.statuses).filter((status) => status !== "not-applicable");
  const missing = statuses.filter((status) => status === "missing").length;
  if (missing === 0) return `all ${statuses.length} there`;
  if (missing === statuses.length) return `none of ${statuses.length} there`;
  return `${counted(missing, "value")} of ${statuses.length} missing`;
}
