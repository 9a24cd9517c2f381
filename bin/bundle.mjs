// Bundles the program into dist/: its 650 modules take longer to load one by one than to check a report. Runs after `npm ci`; without it, or
// when the sources have changed since, the program runs from the sources.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, isBundled, ROOT, STAMP, stampOf } from "./bundle-stamp.mjs";
import { readyTemplates } from "./ready-templates.mjs";
import { sourcesHash } from "./sources-hash.mjs";

/** What stays where it is: programs with files of their own beside them, and what few commands need. */
const APART =
  /^(?:@sparticuz|@embedpdf|fontkit|minisearch|hono|@hono|chokidar|hucre\/xlsx|lightningcss|postcss)/;

/** Modules find their files by where they are: in a bundle, too, they are told where they were. */
const whereTheyWere = {
  name: "where-they-were",
  transform: (code, id) =>
    code.includes("import.meta.url")
      ? code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      : null,
};

/**
 * What puppeteer loads and a build has no use for: web sockets, since the browser is talked to by a pipe, and Node's http, with all that hangs on it,
 * before anything is downloaded. Together 40 ms of each build that starts a browser.
 */
const notAtOnce = {
  name: "not-at-once",
  resolveId: (name) => (name === "ws" ? NO_SOCKETS : null),
  load: (id) =>
    id === NO_SOCKETS
      ? "export default class { constructor() { throw new Error('web sockets are not in the bundle'); } }"
      : null,
  transform: (code, id) =>
    /@puppeteer[\\/]browsers[\\/]lib[\\/]httpUtil\.js$/.test(id)
      ? code.replace(/^import \* as (https?) from 'node:https?';$/gm, "const $1 = builtin('node:$1');") +
        "\nfunction builtin(name) { return new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] }); }"
      : null,
};
const NO_SOCKETS = "\0no-sockets";

/** Vega waits for a library for bitmaps before it does anything else, which a script cannot; charts are drawn as SVG. */
const noCanvas = {
  name: "no-canvas",
  transform: (code, id) =>
    /vega-canvas\.node\.js$/.test(id) ? code.replace("await import('canvas')", "null") : null,
};

async function bundleProgram() {
  const { rolldown } = await import("rolldown");
  const stamp = stampOf();
  rmSync(DIST, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: ROOT,
    input: {
      main: join(ROOT, "src/cli/main.ts"),
      "workshop-worker": join(ROOT, "src/world/thread/workshop-worker.ts"),
      "printer-worker": join(ROOT, "src/world/thread/printer-worker.ts"),
    },
    platform: "node",
    resolve: { mainFields: ["module", "main"] },
    external: APART,
    plugins: [whereTheyWere, readyTemplates, notAtOnce, noCanvas],
    // The bundle is of these sources: it need not read them again to know what it is.
    transform: { define: { SOURCES_HASH: JSON.stringify(sourcesHash()) } },
    logLevel: "silent",
  });
  await bundle.write({
    dir: DIST,
    format: "cjs",
    // Scripts that V8 compiled before cannot import without Node's calling that experimental.
    dynamicImportInCjs: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
  });
  mkdirSync(DIST, { recursive: true });
  // Last: a bundle that was cut short is never taken.
  writeFileSync(STAMP, JSON.stringify(stamp));
}

try {
  // What V8 compiled of a bundle goes with it: it is not made again for nothing.
  if (!isBundled()) await bundleProgram();
} catch (cause) {
  process.stderr.write(`the program is not bundled and will start a little slower: ${cause?.message}\n`);
  rmSync(DIST, { recursive: true, force: true });
}
