import type { Language } from "../model/language.ts";

/** What the page is made for. */
export interface PageRequest {
  readonly year: number;
  /** The editions to begin with; the report's first one where there are none. */
  readonly languages: readonly Language[];
}

/** The preview page: a bar with what can be done, the desk with the pages, the list of problems. Its words are the editors', English. */
export function pageHtml({ year, languages }: PageRequest): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Preview ${year}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="fonts/page.css">
<link rel="stylesheet" href="assets/page.css">
<script type="module" src="assets/main.ts"></script>
</head>
<body>
<header class="bar">
${TOOLS.replace("{{year}}", String(year))}
</header>
<div id="broken" class="notice" role="alert" hidden><strong>The files as they are make no page.</strong> <span id="broken-where"></span> <span class="calm">The last good page is shown.</span></div>
<div id="lost" class="notice" role="alert" hidden><strong>The preview does not answer.</strong> Start it again with <code>whitepaper preview</code>, and open the address that it prints.</div>
<main class="floor">
<h1 class="unseen">Preview of the white paper ${year}</h1>
<div id="desk" class="desk" data-panes="1" data-languages="${languages.join(" ")}"></div>
${PROBLEMS}
</main>
<div id="card" class="card" role="status" tabindex="-1" hidden></div>
${DIALOGS}
</body>
</html>
`;
}

/** The empty document in which an edition is shown. */
export const FRAME_HTML = `<!doctype html>
<html lang="en" class="wp-desk">
<head>
<meta charset="utf-8">
<title>Pages</title>
<style id="styles"></style>
<link rel="stylesheet" href="assets/frame.css">
</head>
<body></body>
</html>
`;

const TOOLS = `<p class="name">White paper <span id="year">{{year}}</span></p>
<div class="group" id="languages" role="group" aria-label="Edition"></div>
<div class="group" role="group" aria-label="Side by side">
<button type="button" id="beside" aria-pressed="false">Side by side<kbd aria-hidden="true">S</kbd></button>
<select id="second" aria-label="Edition beside" hidden></select>
</div>
<div class="group" role="group" aria-label="Size">
<button type="button" id="zoom-out" aria-label="Smaller">−</button>
<button type="button" id="zoom-fit" aria-label="As wide as the window">Fit</button>
<button type="button" id="zoom-in" aria-label="Larger">+</button>
</div>
<p class="facts"><span id="page" aria-live="off"></span> <span id="printed"></span></p>
<p class="facts" aria-live="polite"><span id="change"></span></p>
<p class="facts end"><span id="checking" hidden>checking …</span></p>
<button type="button" id="toggle-problems" aria-expanded="true" aria-controls="problems"><span id="problem-counts">…</span><kbd aria-hidden="true">P</kbd></button>
<button type="button" id="print" class="main">Print the PDF</button>
<button type="button" id="show-help" aria-label="Keys">?</button>`;

const PROBLEMS = `<aside id="problems" class="problems" aria-labelledby="problems-title">
<header><h2 id="problems-title">Problems</h2><button type="button" id="close-problems" aria-label="Close the problems">×</button></header>
<p id="no-problems" class="quiet" hidden>Nothing is wrong.</p>
<ol id="problem-list"></ol>
</aside>`;

const KEYS: readonly (readonly [keys: string, words: string])[] = [
  ["1 2 3 4", "show the first, second, … edition"],
  ["S", "one edition, or two side by side"],
  ["Shift 1 2 3 4", "choose the edition beside"],
  ["Tab", "to the next figure, chart or translated text: its card opens"],
  ["Esc", "close the card"],
  ["P", "open or close the problems"],
  ["N, Shift N", "to the next problem, or the one before"],
  ["+ − 0", "larger, smaller, as wide as the window"],
  ["Ctrl P", "print the PDF"],
];

const DIALOGS = `<dialog id="help" aria-labelledby="help-title"><form method="dialog">
<h2 id="help-title">Keys</h2>
<dl>${KEYS.map(([keys, words]) => `<dt><kbd>${keys}</kbd></dt><dd>${words}</dd>`).join("")}</dl>
<p><label><input type="checkbox" id="keys-on" checked> Single letters and digits are keys</label></p>
<button class="main">Close</button></form></dialog>
<dialog id="printing" aria-labelledby="print-title"><form method="dialog">
<h2 id="print-title">PDF</h2>
<progress id="print-progress" max="9" value="0" aria-label="Stages done"></progress>
<p id="print-stage" role="status"></p>
<div id="print-result"></div>
<button>Close</button></form></dialog>`;
