/** What is known of the upkeep of a direct dependency: looked up in npm's registry on 2026-11-22 and 23. */
export interface Upkeep {
  /** Month of the release that is used, which was then the last stable one. */
  readonly released: string;
  readonly note?: string;
}

/** By name; those of the browser and the fonts stand for their families. */
export const UPKEEP: Readonly<Record<string, Upkeep>> = {
  "@embedpdf/pdfium": { released: "2026-09" },
  "@hono/node-server": { released: "2026-11" },
  "@puppeteer/browsers": { released: "2026-10" },
  "@sparticuz/chromium": { released: "2026-09" },
  "big.js": {
    released: "2025-08",
    note: "complete rather than abandoned: exact decimal arithmetic in 6 KB, without dependencies",
  },
  chokidar: { released: "2026-10" },
  "csv-parse": { released: "2026-09" },
  handlebars: { released: "2026-10", note: "slow, but kept: security releases come" },
  harfbuzzjs: { released: "2026-10" },
  hono: { released: "2026-11" },
  htmlparser2: { released: "2026-03" },
  hucre: { released: "2026-09" },
  i18next: { released: "2026-11" },
  "js-yaml": { released: "2026-10" },
  "jsonc-parser": {
    released: "2024-06",
    note: "**no stable release for two years**; Microsoft's, the reader of VS Code's own settings; 4.0 is being prepared (pre-releases of 2026)",
  },
  minisearch: { released: "2025-09", note: "more than a year old" },
  "modern-tar": { released: "2026-10" },
  node: { released: "2026-09" },
  parse5: { released: "2026-11" },
  postcss: { released: "2026-11" },
  puppeteer: { released: "2026-10" },
  vega: { released: "2026-08" },
  "vega-lite": { released: "2026-10" },
  yaml: { released: "2026-09" },
  zod: { released: "2026-10" },
};
