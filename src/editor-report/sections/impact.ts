import type { CheckImpact, FigureImpact, TextImpact } from "../../model/impact.ts";
import type { EditorReport, ImpactFact } from "../facts/facts.ts";
import type { ChartPair } from "../input.ts";
import { anchor, breakable, code, placeLink, withLinks } from "../links.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { signed } from "../pictures/two-sides.ts";
import { markedChanges } from "../sentence-changes.ts";
import { counted, LANGUAGE_NAMES, listed, printed } from "../words.ts";
import { changedCharts, changedTables } from "./impact-exhibits.ts";
import { badge, grid, type Section } from "./section.ts";

/** What has changed since the last release, old beside new; with the drawn charts. */
export function impactSection({ impact }: EditorReport, charts: readonly ChartPair[]): Section {
  const title = impact ? `Changes since revision ${impact.since}` : "Changes";
  const changed = impact ? impact.figures.length + impact.texts.length + impact.layout.length : 0;
  const body = impact
    ? changed === 0
      ? html`<p class="quiet">Nothing has changed since revision ${impact.since}.</p>`
      : changes(impact, charts)
    : html`<p class="quiet">Nothing is released yet, so there is nothing to compare with.</p>`;
  return { id: "changes", title, hint: impact ? String(changed) : "–", body };
}

function changes(impact: ImpactFact, charts: readonly ChartPair[]): Markup {
  const { figures, texts, layout, editions } = impact;
  const changed = [
    ...(figures.length > 0 ? [counted(figures.length, "figure")] : []),
    ...(texts.length > 0 ? [counted(texts.length, "text")] : []),
    ...(layout.length > 0 ? [counted(layout.length, "layout file")] : []),
  ];
  const names = editions.map((language) => LANGUAGE_NAMES[language]);
  return html`<p>${listed(changed)} changed. Editions to print: ${names.length > 0 ? listed(names) : "none"}.</p>
${proofLink(impact)}${attention(impact)}
${figures.length > 0 && html`<h3>Figures</h3>${figureTable(impact)}`}
${sentences(figures)}
${changedTables(impact)}
${changedCharts(impact, charts)}
${checks(figures)}
${texts.length > 0 && html`<h3>Texts</h3>${wordings(impact)}`}
${layout.length > 0 && html`<h3>Layout</h3><p class="quiet">It touches every edition.</p><ul class="plain">${layout.map((file) => html`<li>${placeLink({ file })}</li>`)}</ul>`}`;
}

function proofLink({ proof }: ImpactFact): Content {
  if (!proof) return null;
  const age = proof.current ? "" : ", as they were at an earlier state of these changes";
  return html`<p><a href="${proof.file}">Old and new pages side by side</a>${age}.</p>
`;
}

function attention({ figures, stale }: ImpactFact): Content {
  const lines = [...new Set(figures.flatMap((figure) => figure.attention))].map(
    (line) => html`<li>${withLinks(line)}</li>`,
  );
  const translations =
    stale.length > 0 &&
    html`<li>Translations of changed English texts: ${stale.map((key) => html`${code(key)} `)}</li>`;
  if (lines.length === 0 && stale.length === 0) return null;
  return html`<div class="attention"><h3 class="bad">Needs a human eye</h3><ul>${lines}${translations}</ul></div>`;
}

function figureTable({ figures, corrections }: ImpactFact): Markup {
  return grid({
    caption: "Changed figures",
    head: ["Figure", "Was", "Is", "Why", "Place"],
    numbers: [1, 2],
    rows: figures.map(({ ref, was, is, derived, place }) => [
      html`<code id="${anchor("figure", ref)}">${breakable(ref)}</code>`,
      html`<del>${printed(was)}</del>`,
      html`<ins>${printed(is)}</ins>`,
      why(corrections[ref], derived),
      placeLink(place),
    ]),
  });
}

function why(correction: ImpactFact["corrections"][string] | undefined, derived: boolean): Content {
  if (derived) return html`<span class="quiet">follows from the others</span>`;
  if (!correction) return badge("bad", "no correction is entered");
  const { reason, decidedBy, date, place } = correction;
  return html`${reason} <span class="quiet">— ${decidedBy}, <time datetime="${date}">${date}</time>, ${placeLink(place)}</span>`;
}

/** Sentences by text, the languages beneath each other; a sentence with several changed figures stands once. */
function sentences(figures: readonly FigureImpact[]): Content {
  const all = new Map<string, TextImpact>();
  for (const text of figures.flatMap(({ texts }) => texts))
    all.set([text.key, text.language, text.before, text.after].join("\n"), text);
  const byKey = [...Map.groupBy(all.values(), ({ key }) => key)];
  if (byKey.length === 0) return null;
  return html`<h3>Sentences</h3>${byKey.map(
    ([key, list]) =>
      html`<article class="card wide"><h4>${code(key)}</h4><dl class="sentences">${list.map(sentence)}</dl></article>`,
  )}`;
}

function sentence({ language, page, before, after, flip }: TextImpact): Markup {
  return html`<div><dt>${LANGUAGE_NAMES[language]}${page === null ? null : html` <span class="quiet">page ${page}</span>`}</dt>
<dd><span lang="${language}">${markedChanges(before, after, language)}</span>${flip && html`<p class="flip">${badge("bad", "words turn")} <span lang="${language}">“${flip.before}” → “${flip.after}”</span></p>`}</dd></div>
`;
}

function checks(figures: readonly FigureImpact[]): Content {
  const all = [
    ...new Map(figures.flatMap((figure) => figure.checks).map((check) => [check.id, check])).values(),
  ];
  const turned = all.filter(isTurned);
  if (all.length === 0) return null;
  const same = all.length - turned.length;
  return html`<h3>Checks</h3>${turned.length > 0 && checkTable(turned)}<p class="quiet">${counted(same, "check that quotes", "checks that quote")} a changed figure ${same === 1 ? "comes" : "come"} out as before.</p>`;
}

function checkTable(list: readonly CheckImpact[]): Markup {
  return grid({
    caption: "Checks that turn",
    head: ["Check", "Was", "Is", "Found"],
    rows: list.map(({ id, says, before, after, differenceBefore, differenceAfter, finding }) => [
      html`<a href="#${anchor("check", id)}">${code(id)}</a>${says === null ? null : html`<br><span class="quiet">${says}</span>`}`,
      outcome(before, differenceBefore),
      outcome(after, differenceAfter),
      finding,
    ]),
  });
}

function isTurned({ before, after, differenceBefore, differenceAfter }: CheckImpact): boolean {
  return before !== after || differenceBefore !== differenceAfter;
}

function outcome(found: CheckImpact["before"], difference: string | null): Markup {
  const tone = found === "passed" ? "good" : found === "failed" ? "bad" : "none";
  return html`${badge(tone, found.replace("-", " "))}${difference === null ? null : html`<br><span class="nowrap">by ${signed(difference)}</span>`}`;
}

function wordings({ texts }: ImpactFact): Markup[] {
  return [...Map.groupBy(texts, ({ key }) => key)].map(
    ([key, list]) =>
      html`<article class="card wide"><h4>${code(key)}</h4><dl class="sentences">${list.map(
        ({
          language,
          page,
          before,
          after,
        }) => html`<div><dt>${LANGUAGE_NAMES[language]}${page === null ? null : html` <span class="quiet">page ${page}</span>`}</dt>
<dd>${before === null ? html`${badge("waiting", "new")} ` : null}${after === null ? html`${badge("none", "removed")} ` : null}<span lang="${language}">${markedChanges(before ?? "", after ?? "", language)}</span></dd></div>
`,
      )}</dl></article>`,
  );
}
