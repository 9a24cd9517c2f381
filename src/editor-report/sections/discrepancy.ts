import type { AcknowledgementFact, CheckFact } from "../facts/facts.ts";
import { anchor, placeLink, withLinks } from "../links.ts";
import { html, type Markup } from "../markup.ts";
import { twoSides } from "../pictures/two-sides.ts";
import { counted, printed } from "../words.ts";
import { badge, grid } from "./section.ts";

/** A discrepancy: what is claimed, both sides as a picture, where to look, and who has accepted it. */
export function discrepancyCard(check: CheckFact): Markup {
  const { id, kind, says, claim, finding, hints, acknowledgement, place } = check;
  return html`<article class="card" id="${anchor("check", id)}">
<h5><code>${id}</code></h5>
<p class="says">${acknowledgement ? badge("noted", "acknowledged") : badge("bad", "failed")} <span class="quiet">${kind.replaceAll("-", " ")}</span>${says === null ? null : html` · ${says}`}</p>
${claim === null ? null : html`<p>${claim}.</p>`}
${twoSides(check)}
<p>${sentence(finding)} <span class="quiet">Declared at ${placeLink(place)}.</span></p>
${hints.length > 0 && html`<ul class="hints">${hints.map((hint) => html`<li>${withLinks(hint)}</li>`)}</ul>`}
${acknowledgement && accepted(acknowledgement)}
${figures(check)}
</article>
`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function accepted({ reason, decidedBy, date, note, place }: AcknowledgementFact): Markup {
  return html`<p class="accepted">“${reason}” <span class="quiet">— ${decidedBy}, <time datetime="${date}">${date}</time>; ${note === null ? "not printed" : html`printed as <code>${note}</code>`}; ${placeLink(place)}</span></p>`;
}

function figures({ id, figures: list }: CheckFact): Markup {
  return html`<details><summary><span>${counted(list.length, "figure")}</span> <span class="quiet">take part</span></summary>
${grid({
  caption: `Figures of ${id}`,
  head: ["Figure", "Value", "Unit", "Place"],
  numbers: [1],
  rows: list.map(({ ref, value, kind, unit, place }) => [
    html`<code>${ref}</code>`,
    printed(value, kind !== "year"),
    unit,
    placeLink(place),
  ]),
})}</details>`;
}
