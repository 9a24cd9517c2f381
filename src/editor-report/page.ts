import { createHash } from "node:crypto";
import type { EditorReport } from "./facts/facts.ts";
import type { ChartPair } from "./input.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { checksSection } from "./sections/checks.ts";
import { editionsSection } from "./sections/editions.ts";
import { figuresSection } from "./sections/figures.ts";
import { impactSection } from "./sections/impact.ts";
import { errorsSection, messagesSection } from "./sections/messages.ts";
import { missingSection } from "./sections/missing.ts";
import { type Section, sectionMarkup } from "./sections/section.ts";
import { summary } from "./sections/summary.ts";
import { translationsSection } from "./sections/translations.ts";

/** What the page is made of. */
export interface PageRequest {
  readonly facts: EditorReport;
  readonly charts: readonly ChartPair[];
  /** The style sheet: the only style that the page allows. */
  readonly style: string;
}

/** The report as one HTML file: nothing is loaded, no script runs, and its security policy forbids both. */
export function page({ facts, charts, style }: PageRequest): string {
  const sections = sectionsOf(facts, charts);
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Editor’s report, ${facts.year}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>
<p class="overline">Editor’s report · ${facts.year}${facts.revision === null ? null : ` · revision ${facts.revision}`}</p>
<h1>${facts.title ?? `White paper ${facts.year}`}</h1>
${summary(facts)}</header>
<div class="columns">
${contents(sections)}
<main>
${sections.map(sectionMarkup)}</main>
</div>
</body>
</html>
`;
  return markup;
}

function sectionsOf(facts: EditorReport, charts: readonly ChartPair[]): Section[] {
  const errors = errorsSection(facts);
  return [
    ...(errors ? [errors] : []),
    editionsSection(facts),
    ...(facts.readable
      ? [
          impactSection(facts, charts),
          checksSection(facts),
          figuresSection(facts),
          missingSection(facts),
          translationsSection(facts),
        ]
      : []),
    messagesSection(facts),
  ];
}

function contents(sections: readonly Section[]): Markup {
  return html`<nav class="contents" aria-label="Contents"><ol>${sections.map(
    ({ id, title, hint }) => html`<li><a href="#${id}">${title}</a> <span class="quiet">${hint}</span></li>`,
  )}</ol></nav>`;
}

/** Allows this very style sheet and nothing else: no script, image, font, frame, form or connection. */
function policy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
