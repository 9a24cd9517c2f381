import { expect, test } from "vitest";
import { darkDrawings, turned } from "../../../src/web/styles/dark.ts";

/** Contrast of two colours (WCAG 2.2, “contrast ratio”). */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("what was light becomes dark, what was dark becomes light, and greys stay grey", () => {
  expect(contrast(turned("#ffffff"), "#000000")).toBeLessThan(1.6);
  expect(contrast(turned("#000"), "#000000")).toBeGreaterThan(15);
  const grey = turned("#808080");
  expect(new Set([grey.slice(1, 3), grey.slice(3, 5), grey.slice(5)]).size).toBe(1);
});

test("the texts of charts can be read on the dark page and on the dark panel", () => {
  for (const text of ["#1c232b", "#5a6572", "#14365c", "#b5651d"])
    for (const ground of ["#12171c", turned("#f3f6f9")])
      expect(contrast(turned(text), ground), text).toBeGreaterThan(4.5);
});

test("each colour of a drawing gets one rule", () => {
  const sheet = darkDrawings(
    '<rect fill="#14365c"></rect><path stroke="#14365c" fill="none"></path><rect fill="#14365c"></rect>',
  );
  expect(sheet.match(/\[fill="#14365c"\]/g)).toHaveLength(1);
  expect(sheet.match(/\[stroke="#14365c"\]/g)).toHaveLength(1);
  expect(sheet).not.toContain("none");
});
