import { afterAll, beforeAll, expect, test } from "vitest";
import { type Box, emptyBox } from "../../src/pdf/content/box.ts";
import { BLACK_INK, type Ink } from "../../src/pdf/content/ink.ts";
import type { Area } from "../../src/pdf/content/paper.ts";
import { createComplaints } from "../../src/preflight/complaints.ts";
import { checkInk } from "../../src/preflight/ink.ts";
import type { Finished } from "../../src/preflight/reading/finished.ts";
import { type ChromiumPrinter, openPrinter } from "../../src/world/browser/chromium-printer.ts";
import {
  type ComposedEdition,
  composeLibraries,
  librariesReport,
  preflightTampered,
  styled,
} from "./libraries.ts";

let printer: ChromiumPrinter;
let english: ComposedEdition;
beforeAll(async () => {
  printer = await openPrinter();
  english = await composeLibraries(await librariesReport(), "en");
}, 60_000);
afterAll(() => printer.close());

const codes = async (css: string) => {
  const { diagnostics } = await preflightTampered(english, printer, styled(css));
  return new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code));
};

test("what can be seen is let pass: white on a dark ground, grey, behind a frame", {
  timeout: 60_000,
}, async () => {
  expect([...(await codes(""))]).toEqual([]);
  expect([...(await codes("main p, main p * { color: #fff !important; background: #123 }"))]).toEqual([]);
  expect([...(await codes("main p { color: #777; outline: 1px solid #000 }"))]).toEqual([]);
  expect([...(await codes("main p { opacity: 0.8; background: #eee }"))]).toEqual([]);
});

test.for([
  ["white on white", "main p { color: #fff }"],
  ["almost white on white", "main td { color: #f4f4f4 }"],
  ["filled with white", "main p { -webkit-text-fill-color: white }"],
  ["the colour of its own ground", "main p { color: #123456; background: #123456 }"],
  ["the colour of the ground of its cell", "main td { color: #eeeeee; background: #eee }"],
  ["transparent", "main p { color: transparent }"],
  ["almost transparent", "main p { color: rgb(0 0 0 / 4%) }"],
  ["of no opacity", "main p { opacity: 0 }"],
  ["of little opacity", "main p { opacity: 0.03 }"],
  ["of size 0", "main p { font-size: 0 }"],
  ["too small to read", "main p { font-size: 1px; line-height: 1px }"],
  [
    "behind a box",
    "main p { position: relative } main p::after { content: ''; position: absolute; inset: 0; background: #fff }",
  ],
  ["clipped away", "main p { clip-path: inset(0 100% 0 0) }"],
  ["hidden by its overflow", "main p { height: 0; overflow: hidden }"],
  ["behind a mask", "main p { mask-image: linear-gradient(transparent, transparent) }"],
  ["off the page", "main p { text-indent: -9999px }"],
  ["moved off the page", "main p { position: relative; left: 3000px }"],
  ["not displayed", "main p { visibility: hidden }"],
  ["a figure alone in white", "main td:last-child { color: white }"],
  ["white in a chart", "main svg text { fill: #fff !important }"],
  ["transparent in a chart", "main svg text { fill-opacity: 0 !important; opacity: 0 !important }"],
] as const)("text that is %s is an error", { timeout: 60_000 }, async ([, css]) => {
  expect([...(await codes(css))]).not.toEqual([]);
});

/** What is said of one piece of text on a page. */
function said(
  ink: Partial<Ink>,
  { areas = [], above = 0, size = 10 }: { areas?: Area[]; above?: number; size?: number } = {},
) {
  const box: Box = [100, 100, 150, 105];
  const line = {
    text: "20",
    page: 0,
    startX: 100,
    endX: 150,
    baseline: 100,
    size,
    end: 0,
    needsSpace: false,
  };
  const letters = [{ line, ink: { ...BLACK_INK, ...ink }, box, above, inStructure: true }];
  const complaints = createComplaints({ language: "en", labels: [], placeOf: () => undefined });
  checkInk({ papers: new Map([[0, { areas, letters }]]) } as unknown as Finished, complaints);
  return complaints.diagnostics().map(({ message }) => message.replace(/.*cannot be seen: /, ""));
}
const area = (box: Box, colour: Area["colour"]): Area => ({ box, colour });

test("invisible ink is known by each of its kinds", () => {
  const page: Box = [0, 0, 600, 800];
  expect(said({})).toEqual([]);
  expect(said({ mode: 3 })).toEqual(["it is not painted"]);
  expect(said({ mode: 7 })).toEqual(["it is not painted"]);
  expect(said({ alpha: 0.1 })).toEqual(["it is laid on with 10% of its colour"]);
  expect(said({ masked: true })).toEqual(["a mask lies over it"]);
  expect(said({}, { size: 3.9 })).toEqual(["its letters are 3.9 points high"]);
  expect(said({ clip: [0, 0, 110, 800] })).toEqual(["it is clipped"]);
  expect(said({ clip: emptyBox() })).toEqual(["it is clipped"]);
  expect(said({ colour: [1, 1, 1] })).toEqual([expect.stringMatching(/contrast 1\.00/)]);
  expect(said({ colour: [1, 1, 1] }, { areas: [area(page, [0, 0, 0])], above: 1 })).toEqual([]);
  expect(said({ colour: [1, 1, 1] }, { areas: [area(page, null)], above: 1 })).toEqual([]);
  expect(said({}, { areas: [area(page, [1, 1, 1])] })).toEqual(["something is painted over it"]);
  expect(said({}, { areas: [area([0, 0, 600, 99], [1, 1, 1])] })).toEqual([]);
});
