import type { AcknowledgementFact, CheckFact } from "../facts/facts.ts";
import { anchor, code, placeLink } from "../links.ts";
import { html, type Markup } from "../markup.ts";
import { twoSides } from "../pictures/two-sides.ts";
import { counted, printed } from "../words.ts";
import { hintList } from "./hints.ts";
import { badge, grid } from "./section.ts";

/** A discrepancy: what is claimed, both sides as a picture, where to look, and who has accepted it. */
export function discrepancyCard(check: CheckFact): Markup {
  const { id, kind, says, claim, finding, hints, acknowledgement, place } = check;
  return html`<article class="card" id="${anchor("check", id)}">
<h4>${code(id)}</h4>
<p class="says">${acknowledgement ? badge("noted", "acknowledged") : badge("bad", "failed")} <span class="quiet">${kind.replaceAll("-", " ")}</span>${says === null ? null : html` · ${says}`}</p>
${claim === null ? null : html`<p>${claim}.</p>`}
${twoSides(check)}
<p>${sentence(finding)} <span class="quiet">Declared at ${placeLink(place)}.</span></p>
${acknowledgement === null && hintList(hints)}
${acknowledgement && accepted(acknowledgement)}
${figures(check)}
</article>
`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function accepted({ reason, decidedBy, date, note, place }: AcknowledgementFact): Markup {
  return html`<p class="accepted">“${reason}” <span class="quiet">— ${decidedBy}, <time datetime="${date}">${date}</time>; ${note === null ? "not printed" : html`printed as ${code(note)}`}; ${placeLink(place)}</span></p>`;
}

/** The figures that take part; once a discrepancy is accepted, also where its cause may lie. */
function figures({ id, figures: list, hints, acknowledgement }: CheckFact): Markup {
  return html`<details><summary><span>${counted(list.length, "figure")}</span> <span class="quiet">take part</span></summary>
${acknowledgement && hintList(hints)}
${grid({
  caption: `Figures of ${id}`,
  head: ["Figure", "Value", "Unit", "Place"],
  numbers: [1],
  rows: list.map(({ ref, value, kind, unit, place }) => [
    html`${code(ref)}`,
    printed(value, kind !== "year"),
    unit,
    placeLink(place),
  ]),
})}</details>`;
}
