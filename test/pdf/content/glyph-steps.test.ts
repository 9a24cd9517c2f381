import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf, dxOf, lengthOf, stepsAt } from "../../../src/pdf/content/glyph-steps.ts";
import { interpretContent } from "../../../src/pdf/content/interpret.ts";
import { IDENTITY, type Matrix } from "../../../src/pdf/content/matrix.ts";
import { emptyPaper } from "../../../src/pdf/content/paper.ts";
import { font } from "../tree.ts";

test("steps follow on each other until something else comes", () => {
  const source = "<0001> Tj\n5.25 0 Td <000A> Tj\n-2 0 Td <0b0C> Tj\n-2 0 Td <FF0C> Tj\n3 1 Td <0001> Tj\n";
  const steps = stepsAt(source, 9);
  expect(steps.map((step) => [dxOf(step), codeOf(step)])).toEqual([[5.25, 10]]);
  expect(source.slice(0, 9 + steps.reduce((sum, step) => sum + lengthOf(step), 0))).toBe(
    "<0001> Tj\n5.25 0 Td <000A> Tj",
  );
  expect(stepsAt(source, 8)).toEqual([]);
  expect(stepsAt(source, source.length)).toEqual([]);
});

test.each([
  ["an operator that begins alike", "\n5 0 Td <0001> Tjx\n"],
  ["a code of one byte", "\n5 0 Td <01> Tj\n"],
  ["codes of two glyphs", "\n5 0 Td <00010002> Tj\n"],
  ["a step upwards", "\n5 2 Td <0001> Tj\n"],
  ["the stream's end", "\n5 0 Td <0001> Tj"],
])("no step: %s", (_, source) => {
  expect(stepsAt(source, 0)).toEqual([]);
});

/** Widths of half an em and of none, texts of one letter, two, a space and none. */
const FONT = () => font(["", "a", "b", " ", "ffi", undefined as never]);

/** What a stream comes to, all of it. */
function readingOf(source: string, wide: boolean) {
  const [used, paper] = [{ ...FONT(), wide }, emptyPaper()];
  const { marks, looseLines, untagged } = interpretContent(source, {
    id: 1,
    page: 0,
    ctm: IDENTITY,
    font: () => used,
    draw: () => undefined,
    paper,
  });
  const text = JSON.stringify({ marks, looseLines, untagged, paper }, (key, value) =>
    key === "font" || PLACES.has(key) ? undefined : value,
  );
  return { text, shown: [...used.shown.slice(0, 8)], actual: [...used.actualTexts] };
}

/** Places in the stream differ with its spaces. */
const PLACES = new Set(["end", "begin", "beginEnd", "start"]);

const step = fc.record({
  dx: fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: 3, max: 9, noNaN: true }) },
    fc.double({ min: -9, max: 40, noNaN: true }),
  ),
  code: fc.integer({ min: 0, max: 6 }),
});
const matrix = fc.constantFrom<Matrix>(
  IDENTITY,
  [1, 0, 0, -1, 94, 72],
  [0, 1, -1, 0, 5, 5],
  [0.24, 0, 0, 0.24, 0, 9],
);

function stream(
  steps: readonly { dx: number; code: number }[],
  m: Matrix,
  tagged: string,
  glue: string,
): string {
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");
  const shown = steps.map(({ dx, code }) => `${dx.toFixed(7)}${glue}0 Td <${hex(code)}> Tj\n`).join("");
  return `${tagged} BT\n/F4 10 Tf\n${m.join(" ")} Tm\n<0001> Tj\n${shown}ET\n<0002> Tj\n${tagged && "EMC"}`;
}

test("steps come to what their operators come to, one by one", () => {
  const tags = fc.constantFrom(
    "",
    "/P <</MCID 0>>BDC",
    "/Artifact BMC",
    "/Span<</ActualText <FEFF0066>>>BDC",
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 140 }), matrix, tags, fc.boolean(), (steps, m, tag, wide) => {
      // Two spaces are not how Chromium writes it.
      expect(readingOf(stream(steps, m, tag, " "), wide)).toEqual(
        readingOf(stream(steps, m, tag, "  "), wide),
      );
    }),
    { numRuns: 300 },
  );
});

test("a line of steps ends where its last operator ends, and more of them than are taken at once stay one line", () => {
  const source = `/P <</MCID 0>>BDC BT\n/F4 10 Tf\n<0001> Tj${"\n5 0 Td <0001> Tj".repeat(300)}\nET EMC`;
  const { marks } = interpretContent(source, {
    id: 1,
    page: 0,
    ctm: IDENTITY,
    font: () => FONT(),
    draw: () => undefined,
  });
  expect(marks[0]?.lines.map(({ text, end }) => [text, source.slice(end)])).toEqual([
    ["a".repeat(301), "\nET EMC"],
  ]);
});
