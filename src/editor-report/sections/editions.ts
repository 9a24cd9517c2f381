import type { EditionFact, EditorReport } from "../facts/facts.ts";
import { type Content, html } from "../markup.ts";
import { counted, LANGUAGE_NAMES, number, size } from "../words.ts";
import { badge, grid, type Section, type Tone } from "./section.ts";

const RESULTS: Record<EditionFact["result"], readonly [Tone, string]> = {
  built: ["good", "built"],
  failed: ["bad", "failed"],
  earlier: ["waiting", "earlier build"],
  none: ["none", "not built"],
};

/** The editions: what was made of each, and what reading it back proved. */
export function editionsSection({ editions, summary }: EditorReport): Section {
  const read = editions.some(({ parity }) => parity !== null);
  return {
    id: "editions",
    title: "Editions",
    hint: String(summary.editions.built),
    body: html`${grid({
      caption: "Editions and their PDFs",
      head: [
        "Edition",
        "State",
        "Result",
        "PDF",
        "Pages",
        "Size",
        "Figures proven",
        "Texts proven",
        "Read back",
      ],
      numbers: [4, 5, 6, 7],
      rows: editions.map(row),
    })}${read ? null : html`<p class="quiet">No PDF was read back in this run, so nothing is said of parity.</p>`}`,
  };
}

function row({ language, state, result, pdf, parity, diagnostics }: EditionFact): Content[] {
  const [tone, word] = RESULTS[result];
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return [
    html`<span class="nowrap">${LANGUAGE_NAMES[language]} <span class="quiet">${language}</span></span>`,
    state,
    html`${badge(tone, word)}${result === "failed" && pdf ? html` <span class="quiet">the last good PDF is untouched</span>` : null}`,
    pdf ? html`<a class="nowrap" href="${encodeURIComponent(pdf.file)}">${pdf.file}</a>` : "–",
    pdf ? number(pdf.pages) : "–",
    pdf ? size(pdf.bytes) : "–",
    parity ? number(parity.figures) : "–",
    parity ? `${number(parity.proven)} of ${number(parity.texts)}` : "–",
    parity
      ? errors === 0
        ? badge("good", "as it should be")
        : badge("bad", counted(errors, "error"))
      : badge("none", "not read back"),
  ];
}
