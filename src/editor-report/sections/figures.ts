import type { Status } from "../../model/figure.ts";
import type { EditorReport, TableFact } from "../facts/facts.ts";
import { placeLink } from "../links.ts";
import { html, type Markup } from "../markup.ts";
import { completenessPicture, completenessText } from "../pictures/completeness.ts";
import { stackedBar } from "../pictures/stacked-bar.ts";
import { number } from "../words.ts";
import { grid, type Section, type Tone } from "./section.ts";

const TONES: Record<Status, Tone> = {
  normal: "good",
  provisional: "noted",
  estimated: "noted",
  missing: "none",
  "not-applicable": "waiting",
};

/** The figures by status and by source, and every table in small. */
export function figuresSection({ figures }: EditorReport): Section {
  const { total, byStatus, bySource, tables } = figures;
  const shown = byStatus.filter(({ count }) => count > 0);
  return {
    id: "figures",
    title: "Figures",
    hint: number(total),
    body: html`<div class="pair">${grid({
      caption: "Figures by status",
      head: ["Status", "Figures", "Share"],
      numbers: [1],
      rows: shown.map(({ id, count }) => [
        id.replace("-", " "),
        number(count),
        shareBar(count, total, TONES[id], id),
      ]),
    })}${grid({
      caption: "Figures by source",
      head: ["Source", "Figures", "Missing", "Share"],
      numbers: [1, 2],
      rows: bySource.map(({ title, url, count, missing }) => [
        source(title, url),
        number(count),
        number(missing),
        stackedBar([
          { tone: "good", label: "there", count: count - missing },
          { tone: "none", label: "missing", count: missing },
          { tone: "track", label: "of other sources", count: total - count },
        ]),
      ]),
    })}</div>
<h3>The tables in small</h3>
<p class="quiet">A square is a cell: filled where there is a value, hollow where it is missing, a dash where it can have none.</p>
<ul class="tables">${tables.map(tableItem)}</ul>`,
  };
}

function shareBar(count: number, total: number, tone: Tone, label: string): Markup {
  return stackedBar([
    { tone, label, count },
    { tone: "track", label: "of another status", count: total - count },
  ]);
}

/** Only web addresses become links; the schema lets no other through, and the page does not rely on it. */
function source(title: string, url: string | null): Markup {
  return url !== null && /^https?:\/\//.test(url)
    ? html`<a href="${url}" rel="noreferrer">${title}</a>`
    : html`${title}`;
}

function tableItem(table: TableFact): Markup {
  return html`<li>${completenessPicture(table)}<div><strong>${table.title}</strong><br>
<span class="quiet">${table.rows.length} × ${table.columns.length}, ${completenessText(table.rows)}</span><br>${placeLink({ file: table.file })}</div></li>
`;
}
