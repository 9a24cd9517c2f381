import type { DataFile } from "../../model/data-file.ts";
import type { WebContext } from "../request.ts";
import {
  appendNodes,
  attribute,
  childElements,
  type Element,
  elementsBelow,
  findElement,
  parseNodes,
  setAttributes,
  textOf,
  wrapElement,
} from "../tree/nodes.ts";
import { chartData } from "./chart-data.ts";
import { titleOf } from "./links.ts";

/** Folder of the data files of an edition. */
export const DATA = "data";

/** What exhibits are completed with: the tables' data files besides the request. */
export interface ExhibitContext extends WebContext {
  readonly data: readonly DataFile[];
}

/** Completes tables and charts: they scroll on narrow screens, and their data are one click away. */
export function completeExhibits(top: Element, context: ExhibitContext): void {
  for (const element of elementsBelow(top)) {
    const chart = attribute(element, "data-chart");
    const table = attribute(element, "data-table");
    if (chart !== undefined) completeChart(element, chart, context);
    else if (table !== undefined) completeTable(element, table, context);
  }
  // Tables that are no exhibits, such as the list of corrections.
  for (const element of elementsBelow(top))
    if (element.tagName === "table" && !isScrolled(element)) {
      labelCells(element);
      scrolled(element, nameOf(element));
    }
}

/** Tells each cell its column's heading, for screens that are too narrow for columns. */
function labelCells(table: Element): void {
  const rows = elementsBelow(table).filter(({ tagName }) => tagName === "tr");
  const headings = rows[0] ? childElements(rows[0]).map(textOf) : [];
  for (const row of rows.slice(1))
    for (const [column, cell] of childElements(row).entries())
      if (cell.tagName === "td") setAttributes(cell, { "data-label": headings[column] ?? "" });
}

function completeTable(element: Element, id: string, context: ExhibitContext): void {
  const title = titleOf(element);
  const name = title ? nameOf(title) : id;
  const table = findElement(element, ({ tagName }) => tagName === "table");
  if (table) {
    setAttributes(table, { "data-sortable": "" });
    scrolled(table, name);
  }
  if (context.data.some((file) => file.name === `${id}.csv`))
    appendNodes(element, parseNodes(context.render("table-data", { file: `${DATA}/${id}.csv`, name })));
}

function completeChart(element: Element, id: string, context: ExhibitContext): void {
  const title = titleOf(element);
  const name = title ? nameOf(title) : id;
  // A figure with a caption is a group already, and may not be called another.
  if (title?.tagName === "figcaption") setAttributes(element, { role: null });
  const drawing = findElement(element, ({ tagName }) => tagName === "svg");
  if (drawing) scrolled(drawing, name);
  const view = context.edition.charts.get(id);
  const data = view && chartData(view, context);
  if (data)
    appendNodes(element, parseNodes(context.render("chart-data", { ...data, name, file: chartFile(id) })));
}

/** Path of a chart's data file in its edition. */
export function chartFile(id: string): string {
  return `${DATA}/chart-${id}.csv`;
}

/** What is wider than a narrow screen scrolls by itself, also by keyboard. */
function scrolled(element: Element, name: string): void {
  wrapElement(element, "div", { class: "scroll", role: "group", tabindex: "0", "aria-label": name });
}

function isScrolled({ parentNode }: Element): boolean {
  return parentNode !== null && "attrs" in parentNode && attribute(parentNode, "class") === "scroll";
}

/** A title's words with one space between its parts. */
function nameOf(title: Element): string {
  const caption =
    title.tagName === "table" ? findElement(title, ({ tagName }) => tagName === "caption") : title;
  return (caption ? textOf(caption) : "").replace(/\s+/g, " ").trim();
}
