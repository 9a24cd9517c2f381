import { type Content, html, type Markup } from "../../editor-report/markup.ts";
import { markedChanges } from "../../editor-report/sentence-changes.ts";
import { counted, LANGUAGE_NAMES } from "../../editor-report/words.ts";
import type { Language } from "../../model/language.ts";
import type { PageAppearance } from "../../pdf/appearance/read-appearance.ts";
import type { Box } from "../../pdf/content/box.ts";
import { widened } from "./boxes.ts";
import type { Differences, Marks, TextDifference } from "./differences.ts";
import type { ChangedPage } from "./facts.ts";
import type { Picture, PicturedPair } from "./pictures.ts";

/** Where the page of a proof shows a pair. */
export function pairAnchor(
  language: Language,
  { before, after }: Pick<ChangedPage, "before" | "after">,
): string {
  return after === null ? `${language}-gone-${before}` : `${language}-${after}`;
}

/** A pair of pages side by side, and what differs in words. */
export function changedPair(
  { before, after, differences, pictures, marks }: PicturedPair,
  language: Language,
): Markup {
  const labels = { before: before?.label ?? null, after: after?.label ?? null };
  const id = pairAnchor(language, labels);
  const name = LANGUAGE_NAMES[language];
  return html`<article class="pages" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${titleOf(labels)}</h3>
${differences && inWords(differences, language)}
<div class="side-by-side">
${sheet({ side: "before", page: before, picture: pictures.before, marks: marks.before, name })}
${sheet({ side: "after", page: after, picture: pictures.after, marks: marks.after, name })}
</div>
</article>
`;
}

function titleOf({ before, after }: Pick<ChangedPage, "before" | "after">): string {
  if (before === null) return `Page ${after} is new`;
  if (after === null) return `Page ${before} is gone`;
  return before === after ? `Page ${after}` : `Page ${before}, now ${after}`;
}

interface Sheet {
  readonly side: "before" | "after";
  readonly page: PageAppearance | null;
  readonly picture: Picture | null;
  readonly marks: Marks;
  /** Of the edition. */
  readonly name: string;
}

const SIDES = { before: "As released", after: "Now" } as const;

/** One page: its picture, and over it the marks. */
function sheet({ side, page, picture, marks, name }: Sheet): Markup {
  if (!page || !picture)
    return html`<figure class="sheet none"><figcaption>${SIDES[side]}</figcaption><p class="quiet">There is no such page.</p></figure>`;
  const { label, width, height } = page;
  const alt = `Page ${label} of the ${name} edition ${side === "before" ? "as released" : "as it is now"}`;
  const kind = side === "before" ? "gone" : "came";
  return html`<figure class="sheet"><figcaption>${SIDES[side]} <span class="quiet">page ${label}</span></figcaption>
<a href="${picture.file}"><img src="${picture.file}" alt="${alt}" width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async"><svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${marks.moved.map((box) => rectangle(box, height, "moved"))}${marks.changed.map((box) => rectangle(box, height, kind))}</svg></a></figure>`;
}

/** Marks stand a little off what they mark. */
const MARGIN = 1.5;

function rectangle(box: Box, pageHeight: number, kind: "gone" | "came" | "moved"): Markup {
  const [left, bottom, right, top] = widened(box, MARGIN);
  const [x, y, width, height] = [left, pageHeight - top, right - left, top - bottom].map((value) =>
    value.toFixed(1),
  );
  return html`<rect class="${kind}" x="${x ?? ""}" y="${y ?? ""}" width="${width ?? ""}" height="${height ?? ""}" rx="1.5"/>`;
}

/** More lines than these are folded. */
const MOST_LINES = 12;

function inWords({ looksAlike, texts, drawings, links, aloud }: Differences, language: Language): Content {
  const lines = [
    ...texts.map((text) => html`<li lang="${language}">${textLine(text)}</li>`),
    ...aloud.map(
      (told) =>
        html`<li>A screen reader is told: <span lang="${language}">${markedChanges(told.before, told.after, language)}</span></li>`,
    ),
    ...(drawings > 0
      ? [html`<li>${counted(drawings, "drawn shape differs", "drawn shapes differ")}.</li>`]
      : []),
    ...(links > 0 ? [html`<li>${counted(links, "link differs", "links differ")}.</li>`] : []),
    ...(!looksAlike && texts.length + drawings === 0
      ? [html`<li>The same things stand in other places.</li>`]
      : []),
    ...(looksAlike ? [html`<li>It looks the same.</li>`] : []),
  ];
  const list = html`<ul class="in-words">${lines}</ul>`;
  if (lines.length <= MOST_LINES) return list;
  return html`<details><summary><span>${counted(lines.length, "difference")} in words</span></summary>${list}</details>`;
}

/** Longer runs are cut: they can be read in the pictures. */
const MOST_CHARACTERS = 160;

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join("")}…`;
}

function textLine({ lead, before, after, trail }: TextDifference): Markup {
  return html`<span class="quiet">…${lead}</span> ${before !== "" && html`<del>${cut(before)}</del> `}${after !== "" && html`<ins>${cut(after)}</ins> `}<span class="quiet">${trail}…</span>`;
}
