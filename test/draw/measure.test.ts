import { readFileSync } from "node:fs";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { createMeasure } from "../../src/draw/measure.ts";
import { measure, SANS } from "./sample.ts";
import { COLUMN_LABELS, ROW_LABELS } from "./sample-labels.ts";

const TEXTS = [
  ...Object.values(ROW_LABELS).flatMap((rows) => Object.values(rows).map(({ label }) => label)),
  ...Object.values(COLUMN_LABELS).flatMap((labels) => Object.values(labels)),
  "1,234,567.89%",
];

test.each(SANS.map((face) => [`${face.family} ${face.weight}`, face] as const))(
  "%s measures as fontkit does",
  (_, face) => {
    const font = create(readFileSync(face.file));
    const known = TEXTS.filter((text) =>
      [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    );
    expect(known.length).toBeGreaterThan(20);
    for (const text of known) {
      const width = measure(text, { family: face.family, size: 1000, weight: face.weight });
      const advances = font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
      expect(width).toBeCloseTo((advances / font.unitsPerEm) * 1000, 6);
      const shaped = (font.layout(text).advanceWidth / font.unitsPerEm) * 1000;
      expect(Math.abs(width - shaped) / shaped).toBeLessThan(0.03);
    }
  },
);

test("of two weights the nearest measures", () => {
  const at = (weight: number) => measure("Nanjing", { family: "Source Sans 3", size: 10, weight });
  expect(at(700)).toBe(at(600));
  expect(at(300)).toBe(at(400));
  expect(at(600)).toBeGreaterThan(at(400));
});

test("an unknown family is our bug", () => {
  expect(() => createMeasure([])("a", { family: "Comic Sans", size: 10, weight: 400 })).toThrow("Comic Sans");
});
