import { html, type Markup } from "../markup.ts";
import { percent } from "./percent.ts";

/** One part of a bar. */
export interface Part {
  /** Name of its colour in the style sheet. */
  readonly tone: "good" | "noted" | "bad" | "none" | "waiting" | "track";
  readonly label: string;
  readonly count: number;
}

/** A bar cut into parts by their size; it says what it shows to those who do not see it. */
export function stackedBar(parts: readonly Part[]): Markup {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const says = shown.map(({ label, count }) => `${count} ${label}`).join(", ") || "nothing";
  let before = 0;
  const pieces = shown.map(({ tone, count, label }) => {
    const x = before / total;
    before += count;
    return html`<rect class="tone-${tone}" x="${percent(x)}" width="${percent(count / total)}" y="0" height="8"><title>${count} ${label}</title></rect>`;
  });
  return html`<svg class="bar" role="img" aria-label="${says}" width="100%" height="8">${pieces}</svg>`;
}
