import type { Language } from "../../model/language.ts";
import type { TranslationRow } from "../../model/translation-state.ts";
import type { EditorReport } from "../facts/facts.ts";
import { code } from "../links.ts";
import { html, type Markup } from "../markup.ts";
import { stackedBar } from "../pictures/stacked-bar.ts";
import { LANGUAGE_NAMES } from "../words.ts";
import type { Section } from "./section.ts";

/** How far the translations are: chapters down, languages across. */
export function translationsSection({ translations, summary }: EditorReport): Section {
  const { unconfirmed, stale, missing } = summary.translations;
  const open = unconfirmed + stale + missing;
  return {
    id: "translations",
    title: "Translations",
    hint: open === 0 ? "done" : `${open} open`,
    body:
      translations.length === 0
        ? html`<p class="quiet">The report has no translations.</p>`
        : heatTable(translations),
  };
}

function heatTable(rows: readonly TranslationRow[]): Markup {
  const languages = [...new Set(rows.map(({ language }) => language))];
  const chapters = [...Map.groupBy(rows, ({ chapter }) => chapter)];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Translations by chapter"><table class="heat">
<caption>Texts by chapter and language</caption>
<thead><tr><th scope="col" class="text">Chapter</th>${languages.map((language) => html`<th scope="col" class="text">${LANGUAGE_NAMES[language]} <span class="quiet">${language}</span></th>`)}</tr></thead>
<tbody>${chapters.map(
    ([
      chapter,
      own,
    ]) => html`<tr><th scope="row" class="text">${code(chapter)}</th>${languages.map((language) => cell(own, language))}</tr>
`,
  )}</tbody></table></div>
`;
}

function cell(rows: readonly TranslationRow[], language: Language): Markup {
  const row = rows.find((candidate) => candidate.language === language);
  if (!row) return html`<td>–</td>`;
  const { done, unconfirmed, stale, missing } = row;
  const total = done + unconfirmed + stale + missing;
  if (total === 0) return html`<td class="quiet">no texts</td>`;
  const said = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(stale > 0 ? [`${stale} stale`] : []),
    ...(unconfirmed > 0 ? [`${unconfirmed} unconfirmed`] : []),
  ];
  const bar = stackedBar([
    { tone: "good", label: "done", count: done },
    { tone: "waiting", label: "unconfirmed", count: unconfirmed },
    { tone: "bad", label: "stale", count: stale },
    { tone: "none", label: "missing", count: missing },
  ]);
  return html`<td class="heat-${heatOf(row)}">${bar}<span>${said.length === 0 ? `✓ all ${total} done` : html`${said.join(", ")} <span class="quiet">of ${total}</span>`}</span></td>`;
}

function heatOf({ missing, stale, unconfirmed }: TranslationRow): "bad" | "waiting" | "good" {
  if (missing + stale > 0) return "bad";
  return unconfirmed > 0 ? "waiting" : "good";
}
