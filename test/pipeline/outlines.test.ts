import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../../src/pipeline/cache/store.ts";
import type { Printer } from "../../src/print/printer.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { libraries } from "../support/report.ts";

let shared: { printer: Printer; end: () => Promise<void> };

beforeAll(async () => {
  shared = await sharedPrinter();
});
afterAll(() => shared.end());

/** Says nothing, but makes us print with the letters' outlines. */
const WITH_OUTLINES = "/* filter: none */";

/** The English PDF with a style sheet more, and how large the documents were that the browser was given. */
async function printed(css: string) {
  const output = memoryOutput();
  const sizes: number[] = [];
  const printer: Printer = {
    ...shared.printer,
    open: (html) => {
      sizes.push(html.length);
      return shared.printer.open(html);
    },
  };
  const content = libraries({ "templates/styles/9-own.css": css });
  const request = { draft: true, languages: ["en"] as const };
  const { editions } = await testBuild({ content, printer, output, request });
  // The preflight refuses some of it, with outlines or without.
  const refused = editions.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
  const pdf = [...output.files].flatMap(([path, bytes]) => (/^\d.*\.pdf$/.test(path) ? hashOf(bytes) : []));
  return { made: [...pdf, ...refused], sizes };
}

test.each([
  ["nothing special", "", 1],
  [
    "letters that the browser fattens, since no face is so fat",
    ".prose{font-synthesis:weight;font:italic 900 10pt 'Source Serif 4'}",
    2,
  ],
  ["a shadow", "p{text-shadow:1px 1px 2px red}", 2],
  ["stroked letters", "h3{-webkit-text-stroke:0.5px red}", 2],
  ["links that the browser underlines", ".contents-list a{text-decoration:revert}", 2],
  ["lines under text", "p{text-decoration:underline}", 1],
])("%s: a print with boxes for letters is, once bound, that with their outlines", async (_, css, loads) => {
  const [ours, outlined] = [await printed(css), await printed(`${css}${WITH_OUTLINES}`)];
  expect(ours.made).toEqual(outlined.made);
  expect(ours.sizes.length).toBe(loads);

  // What is printed at last has outlines just where they show.
  const light = (ours.sizes.at(-1) ?? 0) < (outlined.sizes.at(-1) ?? 0) * 0.8;
  expect(light).toBe(css === "");
});
