import { withLinks } from "../links.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { counted } from "../words.ts";

/** More hints are shown on demand. */
const MOST_SHOWN = 4;

/** What to do about something, the most likely first; what is to be pasted keeps its lines. */
export function hintList(hints: readonly string[]): Content {
  if (hints.length === 0) return null;
  const shown = hints.length > MOST_SHOWN + 1 ? hints.slice(0, MOST_SHOWN) : hints;
  const rest = hints.slice(shown.length);
  return html`<ul class="hints">${shown.map(hint)}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>${counted(rest.length, "more line")}</summary><ul class="hints">${rest.map(hint)}</ul></details>`
  }`;
}

function hint(text: string): Markup {
  const [first = "", ...lines] = text.split("\n");
  return html`<li>${withLinks(first)}${lines.length > 0 && html`<pre tabindex="0">${lines.join("\n")}</pre>`}</li>`;
}
