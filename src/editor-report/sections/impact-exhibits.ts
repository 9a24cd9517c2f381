import type { ExhibitImpact } from "../../model/impact.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import type { ImpactFact, TableChange } from "../facts/facts.ts";
import type { ChartPair } from "../input.ts";
import { type Content, html, type Markup, trusted } from "../markup.ts";
import { markedChanges } from "../sentence-changes.ts";
import { LANGUAGE_NAMES } from "../words.ts";

/** The rows of tables that change, with the old value beside the new one in its cell. */
export function changedTables({ tables, figures }: ImpactFact): Content {
  if (tables.length === 0) return null;
  const exhibits = figures.flatMap((figure) => figure.exhibits);
  return html`<h3>Tables</h3>${tables.map((table) => html`${tableChange(table)}${pages(exhibits, "table", table.id)}`)}`;
}

function tableChange({ title, language, header, rows }: TableChange): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}" lang="${language}"><table class="narrow">
<caption>${title}</caption>
<thead>${header.map((cells, line) => html`<tr>${cells.map((cell, column) => headCell(cell, line + column === 0))}</tr>`)}</thead>
<tbody>${rows.map(
    ({ label, cells }) => html`<tr><th scope="row" class="text">${label}</th>${cells.map(cell)}</tr>
`,
  )}</tbody></table></div>
`;
}

/** The first cell of all heads the rows; one over several columns stands over their middle. */
function headCell({ text, columns, rows }: TableChange["header"][number][number], first: boolean): Markup {
  const kind = first ? "text" : columns > 1 ? "group" : "number";
  return html`<th scope="${columns > 1 ? "colgroup" : "col"}" colspan="${columns}" rowspan="${rows}" class="${kind}">${text}</th>`;
}

function cell({ before, after }: TableChange["rows"][number]["cells"][number]): Markup {
  if (before === after) return html`<td class="number">${after}</td>`;
  return html`<td class="number"><del>${before}</del> <ins>${after}</ins></td>`;
}

/** The charts that change, as released on the left and as they are now on the right, with their alternative texts. */
export function changedCharts({ figures }: ImpactFact, charts: readonly ChartPair[]): Content {
  const exhibits = figures.flatMap((figure) => figure.exhibits).filter(({ kind }) => kind === "chart");
  const drawn = charts.filter(({ id }) => exhibits.some((exhibit) => exhibit.id === id));
  if (drawn.length === 0) return null;
  return html`<h3>Charts</h3>${drawn.map((pair) => chart(pair, exhibits))}`;
}

function chart({ id, before, after }: ChartPair, exhibits: readonly ExhibitImpact[]): Markup {
  const own = exhibits.filter((exhibit) => exhibit.id === id);
  const title = own.find(({ language }) => language === SOURCE_LANGUAGE)?.title ?? id;
  return html`<article class="chart-pair"><h4>${title}</h4>
<div class="before-after"><figure><figcaption>As released</figcaption>${trusted(renamed(before, "before"))}</figure><figure><figcaption>Now</figcaption>${trusted(renamed(after, "after"))}</figure></div>
${pages(exhibits, "chart", id)}${alts(own)}</article>
`;
}

/** Ids of the two drawings must differ in one page: `chart-gi-clip1` becomes `before-chart-gi-clip1`. */
function renamed(svg: string, prefix: string): string {
  return svg
    .replaceAll(' id="chart-', ` id="${prefix}-chart-`)
    .replaceAll("url(#chart-", `url(#${prefix}-chart-`);
}

function pages(exhibits: readonly ExhibitImpact[], kind: ExhibitImpact["kind"], id: string): Content {
  const own = exhibits.filter(
    (exhibit) => exhibit.kind === kind && exhibit.id === id && exhibit.page !== null,
  );
  const places = new Map(own.map(({ language, page }) => [language, page]));
  if (places.size === 0) return null;
  const said = [...places].map(([language, page]) => `${LANGUAGE_NAMES[language]} page ${page}`);
  return html`<p class="quiet">${said.join(", ")}</p>`;
}

function alts(exhibits: readonly ExhibitImpact[]): Content {
  const changed = new Map(exhibits.flatMap(({ language, alt }) => (alt ? [[language, alt] as const] : [])));
  if (changed.size === 0) return null;
  return html`<details><summary><span>Alternative texts</span></summary><dl class="sentences">${[
    ...changed,
  ].map(
    ([
      language,
      { before, after },
    ]) => html`<div><dt>${LANGUAGE_NAMES[language]}</dt><dd lang="${language}">${markedChanges(before, after, language)}</dd></div>
`,
  )}</dl></details>`;
}
