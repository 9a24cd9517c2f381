import type { EditorReport, MissingFact } from "../facts/facts.ts";
import { anchor, code, placeLink } from "../links.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { counted } from "../words.ts";
import { grid, type Section } from "./section.ts";

/** The data that is missing: where it belongs, who should have it, and what stays blank without it. */
export function missingSection({ missing, summary }: EditorReport): Section {
  return {
    id: "missing",
    title: "Missing data",
    hint: String(summary.figures.missing),
    body:
      missing.length === 0
        ? html`<p class="quiet">Nothing is missing.</p>`
        : grid({
            caption: "What is missing, and what it blanks",
            head: ["Data", "Missing", "To be had from", "Blanks"],
            rows: missing.map(row),
          }),
  };
}

function row(fact: MissingFact): Content[] {
  const { title, id, kind, place, columns, sources } = fact;
  return [
    html`${kind === "table" ? title : html`${code(id)}`}<br>${placeLink(place)}`,
    kind === "table"
      ? html`<ul class="plain">${columns.map((column) => html`<li>${code(column.id)} ${column.missing === column.of ? `all ${column.of}` : `${column.missing} of ${column.of}`}</li>`)}</ul>`
      : "the value",
    html`<ul class="plain">${sources.map((source) => html`<li>${source}</li>`)}</ul>`,
    blanks(fact),
  ];
}

/** One missing column can keep a check from being computed for every row. */
const MOST_CHECKS = 4;

const EXTENT = { none: "blank", partial: "in part", full: "its comparison" } as const;

function blanks({ charts, texts, checks }: MissingFact): Markup {
  const items = [
    ...charts.map(
      ({ title, completeness }) =>
        html`<li>chart “${title}” <span class="quiet">${EXTENT[completeness]}</span></li>`,
    ),
    ...texts.map((key) => html`<li>text ${code(key)}</li>`),
    ...checks
      .slice(0, MOST_CHECKS)
      .map((id) => html`<li>check <a href="#${anchor("check", id)}">${code(id)}</a></li>`),
    ...(checks.length > MOST_CHECKS
      ? [html`<li class="quiet">and ${counted(checks.length - MOST_CHECKS, "more check")}</li>`]
      : []),
  ];
  if (items.length === 0) return html`<span class="quiet">only its own cells</span>`;
  return html`<ul class="plain">${items}</ul>`;
}
