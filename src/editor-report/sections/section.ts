import { type Content, html, type Markup } from "../markup.ts";

/** One section of the page; the contents list leads to it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the contents list says of it: a number, or a word. */
  readonly hint: string;
  readonly body: Content;
}

/** A section with its heading. */
export function sectionMarkup({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}

/** How a state looks: its tone, and a sign for those who do not see colours. */
export type Tone = "good" | "noted" | "bad" | "none" | "waiting";

const SIGNS: Record<Tone, string> = { good: "✓", noted: "≈", bad: "✕", none: "–", waiting: "○" };

/** A state as a word with a sign. */
export function badge(tone: Tone, word: string): Markup {
  return html`<span class="badge ${tone}"><span class="sign" aria-hidden="true">${SIGNS[tone]}</span> ${word}</span>`;
}

/** A table whose first column heads its rows; the header's cells that are numbers' are marked so. */
export interface Grid {
  readonly caption: string;
  readonly head: readonly string[];
  /** Which columns hold numbers and stand to the right. */
  readonly numbers?: readonly number[];
  readonly rows: readonly (readonly Content[])[];
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export function grid({ caption, head, numbers = [], rows }: Grid): Markup {
  const kind = (column: number) => (numbers.includes(column) ? "number" : "text");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((title, column) => html`<th scope="col" class="${kind(column)}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) => html`<tr>${cells.map((cell, column) =>
      column === 0
        ? html`<th scope="row" class="${kind(0)}">${cell}</th>`
        : html`<td class="${kind(column)}">${cell}</td>`,
    )}</tr>
`,
  )}</tbody>
</table></div>
`;
}
