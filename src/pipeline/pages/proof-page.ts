import { createHash } from "node:crypto";
import { type Content, html, type Markup, trusted } from "../../editor-report/markup.ts";
import { badge } from "../../editor-report/sections/section.ts";
import { counted, LANGUAGE_NAMES, listed } from "../../editor-report/words.ts";
import type { Language } from "../../model/language.ts";
import type { Sources } from "../../model/source-file.ts";
import type { EditionFacts } from "./facts.ts";
import { changedPair, pairAnchor } from "./page-pair.ts";
import type { PicturedPair } from "./pictures.ts";
import type { PagesProof } from "./prove.ts";

/** What the page is made of. */
export interface ProofPageRequest {
  readonly year: number;
  readonly proof: PagesProof;
  /** The pairs to show, by edition. */
  readonly pairs: ReadonlyMap<Language, readonly PicturedPair[]>;
  /** The sources, for the style sheets. */
  readonly sources: Sources;
}

/** The style sheets, those of the editor's report first. */
const STYLES = ["templates/editor/report.css", "templates/editor/pages.css"];

/** The proof as one HTML file beside its pictures: it loads them and nothing else, and runs no script. */
export function proofPage({ year, proof, pairs, sources }: ProofPageRequest): string {
  const style = STYLES.map((path) => sources.files.get(path)?.text ?? "").join("\n");
  const { editions, since } = proof;
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Pages since revision ${since}, ${year}</title>
<style>${trusted(style)}</style>
</head>
<body class="proof">
<header>
<p class="overline">Old and new pages · ${year} · since revision ${since}</p>
<h1>${headline(editions)}</h1>
${verdict(proof)}
</header>
<main>
${overview(editions)}
${legend(editions)}
${editions.map((edition) => editionSection(edition, pairs.get(edition.language) ?? []))}</main>
</body>
</html>
`;
  return markup;
}

/** Allows this very style sheet, and pictures that lie beside the page, in whatever way it is opened. */
function policy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' file:; base-uri 'none'; form-action 'none'`;
}

function differing({ changed, added, removed }: EditionFacts): number {
  return changed.length + added.length + removed.length;
}

function headline(editions: readonly EditionFacts[]): string {
  const total = editions.reduce((sum, edition) => sum + differing(edition), 0);
  if (editions.length === 0) return "No edition could be compared";
  return total === 0 ? "Every page is proven unchanged" : `${counted(total, "page differs", "pages differ")}`;
}

function verdict({ since, layout, failed }: PagesProof): Markup {
  return html`<p class="verdict">Each page of revision ${since} is printed again and held against the page as it is now. A page counts as unchanged when everything that it paints, links and tells a screen reader is the same in the same place.</p>
${failed.length > 0 && html`<p>${badge("bad", "not compared")} ${listed(failed.map((language) => LANGUAGE_NAMES[language]))}: the edition cannot be printed, as <code>whitepaper check</code> tells.</p>`}
${
  layout.length > 0 &&
  html`<p>${badge("noted", "layout changed")} ${counted(layout.length, "layout file has", "layout files have")} changed since revision ${since}. Both sides are printed with today’s, so what that changed is not seen here, and it may touch every page: ${layout.map((file, index) => html`${index > 0 && ", "}<code>${file}</code>`)}.</p>`
}`;
}

/** One row for each edition: which pages differ, which do not. */
function overview(editions: readonly EditionFacts[]): Content {
  if (editions.length === 0) return null;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Pages by edition"><table>
<caption>Pages by edition</caption>
<thead><tr><th scope="col">Edition</th><th scope="col" class="number">Pages</th><th scope="col">Changed</th><th scope="col">New</th><th scope="col">Gone</th><th scope="col">Only renumbered</th><th scope="col">Proven unchanged</th></tr></thead>
<tbody>${editions.map(row)}</tbody></table></div>
`;
}

function row(edition: EditionFacts): Markup {
  const { language, pages, unchanged, renumbered, changed, added, removed } = edition;
  const links = (list: EditionFacts["changed"]) =>
    list.length === 0
      ? "–"
      : list.map(
          (page, index) =>
            html`${index > 0 && ", "}<a href="#${pairAnchor(language, page)}">${page.after ?? page.before}</a>`,
        );
  const renamed =
    renumbered.before.length === 0
      ? "–"
      : `${renumbered.before.join(", ")}, now ${renumbered.after.join(", ")}`;
  return html`<tr><th scope="row"><a href="#${language}">${LANGUAGE_NAMES[language]}</a></th><td class="number">${pages.before === pages.after ? pages.after : `${pages.before} → ${pages.after}`}</td><td>${links(changed)}</td><td>${links(added)}</td><td>${links(removed)}</td><td>${renamed}</td><td>${unchanged.length === 0 ? "–" : html`${badge("good", unchanged.join(", "))}`}</td></tr>
`;
}

function legend(editions: readonly EditionFacts[]): Content {
  if (editions.every((edition) => differing(edition) === 0)) return null;
  return html`<ul class="legend">
<li><span class="swatch gone"></span> went, on the old page</li>
<li><span class="swatch came"></span> came, on the new page</li>
<li><span class="swatch moved"></span> the same, in another place</li>
</ul>
`;
}

function editionSection({ language }: EditionFacts, pairs: readonly PicturedPair[]): Content {
  const name = LANGUAGE_NAMES[language];
  const body =
    pairs.length === 0
      ? html`<p class="quiet">No page of this edition differs.</p>`
      : pairs.map((pair) => changedPair(pair, language));
  return html`<section id="${language}" aria-labelledby="${language}-title">
<h2 id="${language}-title">${name}</h2>
${body}
</section>
`;
}
